import Operations
import Programme

/// Who has answered the surveys of a run.
struct SurveyListPage: Sendable {
    struct Head: Sendable {
        let label: String
        let count: String
    }
    struct Cell: Sendable {
        let isAnswered: Bool
        let address: String
        let label: String
    }
    struct Line: Sendable {
        let name: NameText
        let reference: String
        let cells: [Cell]
    }
    let card: StaffRunCard
    let waves: [Head]
    let lines: [Line]
    let isEmpty: Bool
}

/// One person's answers from paper.
struct KeyingPage: Sendable {
    let name: NameText
    let reference: String
    let course: String
    let wave: String
    let title: String
    let action: String
    let back: String
    let rows: [KeyingRow]
    let day: TextField
    let modes: ChoiceField
}

/// One question to be keyed: a number for a scale or count, the number of an option for a choice, else words.
struct KeyingRow: Sendable {
    let code: String
    let text: String
    let hint: String
    let value: String
    let error: String?
    let isWords: Bool
    let isWide: Bool
    let options: [String]

    init(_ item: SurveyItem, form: SurveyForm, answers: SurveyAnswers) {
        code = item.code
        error = answers.errors[item.code]
        let stored = answers.shown[item.code] ?? ""
        var (hint, options, isWords, isWide) = ("", [String](), false, false)
        switch item.answer {
        case .scale(let lowest, let highest, _):
            hint = "\(lowest)–\(highest)" + (item.offersCannotSay ? ", or x for “\(form.instrument.cannotSay)”" : "")
        case .count(let most): hint = "0–\(most)"
        case .yesNo: hint = "y or n"
        case .text(let longest): (hint, isWords) = ("at most \(longest) characters", true)
        case .choice, .guarded: hint = "number of the answer"
        case .several: (hint, isWide) = ("numbers of the ticks, with spaces", true)
        }
        if let known = KeyedAnswer.options(of: item, form: form) {
            options = known.enumerated().map { "\($0 + 1) \($1.label)" }
        }
        text = form.guardForms[item.code].map { "\(item.text): \($0.story)" } ?? item.text
        value = answers.isKeyed ? stored : KeyedAnswer.typed(stored, item: item, form: form)
        (self.hint, self.options, self.isWords, self.isWide) = (hint, options, isWords, isWide)
    }
}

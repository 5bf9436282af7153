import Operations
import Programme

/// One question to be keyed: a number for a scale or count, the number of an option for a choice, else words.
struct KeyingRow: Sendable {
    let code: String
    let text: String
    let hint: String
    let value: String
    let error: String?
    let isWords: Bool
    /// What the number keys do: `scale`, `choice`, `several`, `yes-no` or `count`.
    let kind: String
    let lowest: String
    let highest: String
    /// Whether "cannot say" has a key.
    let takesNone: Bool
    let options: [Option]
    /// Whether the first key falls here, before any script is there.
    let isFirst: Bool
    /// The item this one hangs on, and what is keyed there when this one is asked, with spaces between them.
    let asked: SurveyItemView.Condition?

    struct Option: Sendable {
        let key: String
        let label: String
    }

    init(_ item: SurveyItem, form: SurveyForm, answers: SurveyAnswers) {
        isFirst = answers.errors.isEmpty && item.code == form.sections.first?.items.first?.code
        code = item.code
        error = answers.errors[item.code]
        takesNone = item.offersCannotSay
        let stored = answers.shown[item.code] ?? ""
        let none = item.offersCannotSay ? ", x" : ""
        let known = KeyedAnswer.options(of: item, form: form)
        options = (known ?? []).enumerated().map { Option(key: String($0 + 1), label: $1.label) }
        let count = options.count
        (kind, hint, lowest, highest) =
            switch item.answer {
            case .scale(let lowest, let highest, _):
                ("scale", "\(lowest)–\(highest)\(none)", "\(lowest)", "\(highest)")
            case .count(let most): ("count", "0–\(most)", "0", "\(most)")
            case .yesNo: ("yes-no", "1 yes, 0 no", "0", "1")
            case .text(let longest): ("words", "at most \(longest) characters", "", "")
            case .choice, .guarded: ("choice", "1–\(count)\(none)", "1", "\(count)")
            case .several: ("several", "every tick", "1", "\(count)")
            }
        isWords = kind == "words"
        text = form.guardForms[item.code].map { "\(item.text): \($0.story)" } ?? item.text
        value = answers.isKeyed ? stored : KeyedAnswer.typed(stored, item: item, form: form)
        asked = item.onlyIf.flatMap { condition in
            guard let other = try? form.instrument.item(condition.item) else { return nil }
            let keys = condition.anyOf.map { KeyedAnswer.typed($0, item: other, form: form) }
            return SurveyItemView.Condition(item: condition.item, anyOf: keys.joined(separator: " "))
        }
    }
}

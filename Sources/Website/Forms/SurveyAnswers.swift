import Operations
import Programme

/// What a survey form sent: what can be kept, and what cannot with the reason.
struct SurveyAnswers: Sendable {
    /// Every answer as shown again, by item.
    let shown: [String: String]
    /// Those that can be kept.
    let valid: [String: String]
    /// Why the others cannot.
    var errors = FormErrors()

    /// Whether ``shown`` is as keyed from paper rather than as stored.
    let isKeyed: Bool

    /// Answers sorted already.
    init(shown: [String: String], valid: [String: String], errors: FormErrors, isKeyed: Bool) {
        (self.shown, self.valid, self.errors, self.isKeyed) = (shown, valid, errors, isKeyed)
    }

    /// The answers on record.
    init(given: [String: String]) {
        self.init(shown: given, valid: [:], errors: FormErrors(), isKeyed: false)
    }

    /// The answers of a form that was sent; ticks of one question are put together.
    init(sent: Fields, form: SurveyForm) {
        var (shown, valid, errors) = ([String: String](), [String: String](), FormErrors())
        for item in form.sections.flatMap(\.items) {
            let given = sent.all(item.code).filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "|")
            guard !given.isEmpty else {
                // A field that is there and was emptied takes back what stood in it.
                if sent.has(item.code), form.given[item.code] != nil { valid[item.code] = "" }
                continue
            }
            shown[item.code] = given
            do throws(AnswerRefusal) {
                _ = try item.answer(given)
                valid[item.code] = given
            } catch {
                errors.note(Self.sentence(item, given), on: item.code)
            }
        }
        self.init(shown: shown, valid: valid, errors: errors, isKeyed: false)
    }

    /// Where an error's link goes: to the first of several choices, or to the field itself.
    func anchors(_ items: [SurveyItem]) -> [String: String] {
        var anchors: [String: String] = [:]
        for item in items {
            switch item.answer {
            case .count, .text: anchors[item.code] = item.code
            case .scale, .choice, .several, .yesNo, .guarded: anchors[item.code] = "\(item.code)-1"
            }
        }
        return anchors
    }

    private static func sentence(_ item: SurveyItem, _ given: String) -> String {
        switch item.answer {
        case .count(let most): "“\(item.text)”: type a whole number from 0 to \(most)."
        case .text(let longest): "“\(item.text)”: at most \(longest) characters fit; you typed \(given.count)."
        case .scale, .choice, .several, .yesNo, .guarded: "“\(item.text)”: choose one of the answers given."
        }
    }
}

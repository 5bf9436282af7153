import Operations
import Programme

/// Answers as somebody keys them from paper: numbers of options instead of their codes, `x` for "cannot say".
enum KeyedAnswer {
    /// The options of a choice with what is stored for each; nil for what is no choice.
    static func options(of item: SurveyItem, form: SurveyForm) -> [(stored: String, label: String)]? {
        switch item.answer {
        case .choice(let options), .several(let options): options.map { ($0.code, $0.text) }
        case .guarded:
            form.guardForms[item.code].map { shown in
                shown.options.map { ("\(shown.code):\($0.code)", $0.text) }
            } ?? []
        case .scale, .count, .text, .yesNo: nil
        }
    }

    /// What is stored for what was keyed; what cannot be read stays as it is, to be refused.
    static func stored(_ keyed: String, item: SurveyItem, form: SurveyForm) -> String {
        if item.offersCannotSay, keyed.lowercased() == "x" { return Answer.cannotSayText }
        if case .yesNo = item.answer {
            return ["y": "yes", "n": "no", "1": "yes", "0": "no"][keyed.lowercased()] ?? keyed.lowercased()
        }
        guard let options = options(of: item, form: form) else { return keyed }
        let parts = keyed.split(whereSeparator: { " ,;|".contains($0) })
        let codes = parts.map { part -> String in
            guard let number = Int(part), options.indices.contains(number - 1) else { return String(part) }
            return options[number - 1].stored
        }
        return codes.joined(separator: "|")
    }

    /// What is keyed for what is stored.
    static func typed(_ stored: String, item: SurveyItem, form: SurveyForm) -> String {
        if stored == Answer.cannotSayText { return "x" }
        if case .yesNo = item.answer { return String(stored.prefix(1)) }
        guard !stored.isEmpty, let options = options(of: item, form: form) else { return stored }
        return stored.split(separator: "|").map { code in
            options.firstIndex { $0.stored == code }.map { String($0 + 1) } ?? String(code)
        }.joined(separator: " ")
    }
}

extension SurveyAnswers {
    /// What a correction changes: what was keyed, and blanks where something is on record.
    func corrections(of form: SurveyForm) -> [String: String] {
        form.given.reduce(into: valid) { answers, pair in
            if shown[pair.key] == nil { answers[pair.key] = "" }
        }
    }

    /// The answers keyed by staff.
    init(keyed: Fields, form: SurveyForm) {
        var (shown, valid, errors) = ([String: String](), [String: String](), FormErrors())
        for item in form.sections.flatMap(\.items) {
            guard let given = keyed.given(item.code) else { continue }
            shown[item.code] = given
            let stored = KeyedAnswer.stored(given, item: item, form: form)
            do throws(AnswerRefusal) {
                _ = try item.answer(stored)
                valid[item.code] = stored
            } catch {
                errors.note(
                    "\(item.code): \"\(given)\" is not an answer to it. See what is expected beside the field.",
                    on: item.code
                )
            }
        }
        self.init(shown: shown, valid: valid, errors: errors, isKeyed: true)
    }
}

import Programme

/// Reads the parallel forms of a safety question; each has exactly one right answer.
enum GuardFormReader {
    /// Reads the key `forms`.
    static func read(_ value: YAMLValue) -> [GuardForm]? {
        guard let places = value.sequence() else { return nil }
        let forms = places.compactMap(form)
        if places.count < 2 {
            value.fault(
                "A safety question needs at least two parallel forms, so that nobody learns the answer by heart."
            )
        }
        var codes: Set<String> = []
        for form in forms where !codes.insert(form.code).inserted {
            value.fault("There are two forms with the code \"\(form.code)\".")
        }
        return forms.count == places.count && !forms.isEmpty ? forms : nil
    }

    private static func form(_ place: YAMLValue) -> GuardForm? {
        guard let map = place.mapping(keys: ["code", "story", "options"]) else { return nil }
        let code = map.required("code")?.optionCode()
        let story = map.text("story")
        var right: [String] = []
        let options = map.sequence("options").compactMap { option -> AnswerOption? in
            guard let entry = option.mapping(keys: ["code", "text", "right"]) else { return nil }
            let code = entry.required("code")?.optionCode()
            let text = entry.text("text")
            if entry.optional("right")?.boolean() == true, let code { right.append(code) }
            guard let code, let text else { return nil }
            return AnswerOption(code: code, text: text)
        }
        if let list = map.optional("options") { AnswerKindReader.checkOptions(options, list) }
        guard right.count == 1 else {
            place.fault(
                "A safety question has exactly one right answer, marked \"right: yes\"; this form has \(right.count)."
            )
            return nil
        }
        guard let code, let story else { return nil }
        return GuardForm(code: code, story: story, options: options, right: right[0])
    }
}

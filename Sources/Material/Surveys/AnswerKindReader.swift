import Programme

/// Reads what an answer looks like: exactly one of the keys below, on the item or for the whole section.
enum AnswerKindReader {
    static let keys = ["scale", "choice", "several", "count", "words", "yes_no", "forms"]

    /// The kind of an item; the section's `scale` or `choice` stands in when the item has none.
    static func read(_ item: YAMLMapping, section: YAMLMapping) -> AnswerKind? {
        let own = keys.filter { item.optional($0) != nil }
        guard own.count <= 1 else {
            item.owner.fault("An item is answered in one way, not in several (\(own.joined(separator: ", "))).")
            return nil
        }
        if let key = own.first, let value = item.optional(key) { return kind(key, value) }
        for key in ["scale", "choice"] {
            if let value = section.optional(key) { return kind(key, value) }
        }
        item.owner.fault("The item does not say how it is answered; add one of \(keys.joined(separator: ", ")).")
        return nil
    }

    private static func kind(_ key: String, _ value: YAMLValue) -> AnswerKind? {
        switch key {
        case "scale": scale(value)
        case "choice": options(value).map { .choice(options: $0) }
        case "several": options(value).map { .several(options: $0) }
        case "count": value.integer(in: 1...9999).map { .count(most: $0) }
        case "words": value.integer(in: 1...10_000).map { .text(longest: $0) }
        case "yes_no": value.boolean().flatMap { $0 ? .yesNo : nil }
        default: GuardFormReader.read(value).map { .guarded(forms: $0) }
        }
    }

    /// A scale needs words at both ends and in the middle, the three anchors that are translated.
    private static func scale(_ value: YAMLValue) -> AnswerKind? {
        guard let map = value.mapping(keys: ["from", "to", "anchors"]) else { return nil }
        let lowest = map.integer("from", in: -100...100)
        let highest = map.integer("to", in: -100...100)
        var anchors: [ScaleAnchor] = []
        for (key, words) in map.required("anchors")?.anyMapping()?.values ?? [] {
            guard let text = words.text() else { continue }
            guard let at = Int(key) else {
                words.fault("An anchor stands at a whole number, not at \"\(key)\".")
                continue
            }
            anchors.append(ScaleAnchor(at: at, text: text))
        }
        guard let lowest, let highest else { return nil }
        guard lowest < highest else {
            value.fault("The scale runs from \(lowest) to \(highest); its end must be above its beginning.")
            return nil
        }
        let wanted =
            (lowest + highest).isMultiple(of: 2) ? [lowest, (lowest + highest) / 2, highest] : [lowest, highest]
        for point in wanted where !anchors.contains(where: { $0.at == point }) {
            value.fault("The scale has no words at \(point); both ends and the middle need them.")
        }
        for anchor in anchors where !(lowest...highest).contains(anchor.at) {
            value.fault("The words \"\(anchor.text)\" stand at \(anchor.at), outside the scale.")
        }
        return .scale(lowest: lowest, highest: highest, anchors: anchors.sorted { $0.at < $1.at })
    }

    /// Options as a list of `{code, text, score}`; at least two, with codes of their own.
    static func options(_ value: YAMLValue) -> [AnswerOption]? {
        guard let places = value.sequence() else { return nil }
        let options = places.compactMap { place -> AnswerOption? in
            guard let map = place.mapping(keys: ["code", "text", "score"]) else { return nil }
            let code = map.required("code")?.optionCode()
            let text = map.text("text")
            let score = map.optional("score").map { $0.number(in: -1000...1000) }
            guard let code, let text, score != .some(nil) else { return nil }
            return AnswerOption(code: code, text: text, score: score ?? nil)
        }
        checkOptions(options, value)
        return options.count == places.count ? options : nil
    }

    static func checkOptions(_ options: [AnswerOption], _ value: YAMLValue) {
        if options.count < 2 { value.fault("There should be at least two answers to choose from.") }
        var codes: Set<String> = []
        for option in options where !codes.insert(option.code).inserted {
            value.fault("There are two answers with the code \"\(option.code)\".")
        }
    }
}

extension YAMLValue {
    /// A short name for an answer: small letters, digits, hyphens and plus signs (`2-3`, `4+`).
    func optionCode() -> String? {
        read("a short name of small letters, digits, hyphens and plus signs") { text in
            let good = text.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 43
            }
            return good && text.count <= 40 ? text : nil
        }
    }
}

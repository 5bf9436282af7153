import Programme

/// Reads the sections of a survey with their items.
struct SectionReader {
    private static let keys = ["code", "title", "question", "scale", "choice", "cannot_say", "items"]
    private static let itemKeys =
        ["code", "text", "cannot_say", "only_if", "alert", "offer_support", "quotes"] + AnswerKindReader.keys

    /// Reads the key `sections`; checks that codes are unique and that conditions name earlier items.
    func read(_ map: YAMLMapping) -> [InstrumentSection] {
        var sections: [InstrumentSection] = []
        var earlier: [SurveyItem] = []
        var unreadable: Set<String> = []
        for place in map.sequence("sections") {
            guard let entry = place.mapping(keys: Self.keys) else { continue }
            let code = entry.text("code")
            let title = entry.text("title")
            let question = entry.optional("question")?.text()
            var items: [SurveyItem] = []
            for itemPlace in entry.sequence("items") {
                guard let item = item(itemPlace, in: entry, earlier, unreadable) else {
                    unreadable.formUnion([itemPlace.anyMapping()?.optional("code")?.text()].compactMap { $0 })
                    continue
                }
                if earlier.contains(where: { $0.code == item.code }) {
                    itemPlace.fault("There are two items with the code \(item.code).")
                }
                items.append(item)
                earlier.append(item)
            }
            guard let code, let title else { continue }
            if sections.contains(where: { $0.code == code }) { place.fault("There are two sections \(code).") }
            sections.append(InstrumentSection(code: code, title: title, question: question, items: items))
        }
        return sections
    }

    private func item(
        _ place: YAMLValue,
        in section: YAMLMapping,
        _ earlier: [SurveyItem],
        _ unreadable: Set<String>
    ) -> SurveyItem? {
        guard let map = place.mapping(keys: Self.itemKeys) else { return nil }
        let code = map.text("code")
        if let code, !Self.isItemCode(code) {
            map.required("code")?.fault(
                "\"\(code)\" is not an item code of letters, digits and hyphens, like A1 or A2-then."
            )
        }
        let text = map.text("text")
        let offersCannotSay = (map.optional("cannot_say") ?? section.optional("cannot_say"))?.boolean() ?? false
        let answer = AnswerKindReader.read(map, section: section)
        guard let code, let text, let answer else { return nil }
        var item = SurveyItem(code: code, text: text, answer: answer, offersCannotSay: offersCannotSay)
        item.onlyIf = condition(in: map, earlier, unreadable)
        item.alert = alert(in: map, item)
        item.offersSupportIf = map.optional("offer_support").map { _ in
            optionCodes(of: item, in: map, "offer_support")
        }
        item.allowsQuoting = wordsToQuote(in: map, earlier, unreadable)
        return item
    }

    /// The item of words that a yes to this one lets be quoted.
    private func wordsToQuote(in map: YAMLMapping, _ earlier: [SurveyItem], _ unreadable: Set<String>) -> String? {
        guard let value = map.optional("quotes"), let code = value.text(), !unreadable.contains(code) else {
            return nil
        }
        if case .text? = earlier.first(where: { $0.code == code })?.answer { return code }
        let words = earlier.filter { if case .text = $0.answer { true } else { false } }.map(\.code)
        let nearest = NearestSpelling.suggestion(for: code, among: words)
        value.fault("\"\(code)\" is not an item before this one that is answered in words.\(nearest)")
        return nil
    }

    private func condition(
        in map: YAMLMapping,
        _ earlier: [SurveyItem],
        _ unreadable: Set<String>
    ) -> SurveyItem.Condition? {
        guard let value = map.optional("only_if"), let entry = value.mapping(keys: ["item", "any_of"]),
            let code = entry.text("item")
        else { return nil }
        guard let other = earlier.first(where: { $0.code == code }) else {
            if unreadable.contains(code) { return nil }
            let nearest = NearestSpelling.suggestion(for: code, among: earlier.map(\.code))
            value.fault("The condition names \"\(code)\", which is not an item before this one.\(nearest)")
            return nil
        }
        return SurveyItem.Condition(item: code, anyOf: optionCodes(of: other, in: entry))
    }

    private func alert(in map: YAMLMapping, _ item: SurveyItem) -> SurveyItem.Alert? {
        guard let value = map.optional("alert"), let entry = value.mapping(keys: ["reader", "any_of"]),
            let word = entry.required("reader")?.word(among: SurveyItem.Alert.Reader.allCases.map(\.rawValue)),
            let reader = SurveyItem.Alert.Reader(rawValue: word)
        else { return nil }
        return SurveyItem.Alert(reader: reader, anyOf: optionCodes(of: item, in: entry))
    }

    private func optionCodes(of item: SurveyItem, in entry: YAMLMapping, _ key: String = "any_of") -> [String] {
        let known = item.optionCodes
        return entry.sequence(key).compactMap { value in
            guard let code = value.text() else { return nil }
            if !known.contains(code) {
                let nearest = NearestSpelling.suggestion(for: code, among: known)
                value.fault("\(item.code) has no answer \"\(code)\".\(nearest)")
            }
            return code
        }
    }

    private static func isItemCode(_ code: String) -> Bool {
        code.count <= 20 && code.first?.isLetter == true
            && code.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
            }
    }
}

extension SurveyItem {
    /// The codes a condition may name: the options', or `yes` and `no`.
    var optionCodes: [String] {
        switch answer {
        case .choice(let options), .several(let options): options.map(\.code)
        case .yesNo: ["yes", "no"]
        default: []
        }
    }
}

extension Instrument {
    /// Who is to be told after a wave, by the item that says so: only items that were really asked count.
    /// - Parameters:
    ///   - answers: Every answer of the wave, by item.
    ///   - wave: The wave.
    /// - Returns: Items with the reader of their alert, in the instrument's order.
    public func alerts(after answers: [String: Answer], in wave: Wave) -> [(
        item: String, reader: SurveyItem.Alert.Reader
    )] {
        items(in: wave).compactMap { item in
            guard item.isAsked(after: answers), let answer = answers[item.code], let reader = item.alert(for: answer)
            else { return nil }
            return (item.code, reader)
        }
    }

    /// Whether the answers of a wave call for an offer of help: an item with one was answered so.
    public func offersSupport(after answers: [String: Answer], in wave: Wave) -> Bool {
        items(in: wave).contains { item in
            guard let offer = item.offersSupportIf, item.isAsked(after: answers) else { return false }
            return answers[item.code]?.codes.contains(where: offer.contains) ?? false
        }
    }
}

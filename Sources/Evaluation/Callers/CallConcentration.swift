extension CallersFindings.Share {
    /// The shares of the most frequent 1, 5 and 10 % of those who called; part of a person counts as one.
    static func all(_ counts: [Int]) -> [CallersFindings.Share] {
        let callers = counts.filter { $0 > 0 }.sorted(by: >), all = callers.reduce(0, +)
        guard all > 0 else { return [] }
        return [1, 5, 10].map { percent in
            let people = (callers.count * percent + 99) / 100
            let calls = callers.prefix(people).reduce(0, +)
            return CallersFindings.Share(
                percent: percent,
                people: people,
                calls: calls,
                share: Double(calls) / Double(all)
            )
        }
    }
}

public import Programme

/// How often each score was given to one item in one wave, items worded the other way round turned first.
public struct AnswerDistribution: Hashable, Sendable {
    /// A score and how many people gave it.
    public struct ScoreCount: Hashable, Sendable {
        /// The score.
        public let score: Double
        /// The people.
        public let people: Int

        /// A score with its count.
        public init(score: Double, people: Int) { (self.score, self.people) = (score, people) }
    }

    /// The item's code.
    public let item: String
    /// The wave.
    public let wave: Wave
    /// Every score given, ascending; on a known scale of up to 21 whole numbers those that nobody gave as well. Empty when
    /// suppressed.
    public internal(set) var counts: [ScoreCount]
    /// People with a score; nil when suppressed.
    public internal(set) var answered: Int?
    /// People who answered in the wave but not this item; nil when suppressed.
    public internal(set) var blank: Int?
    /// Why numbers are missing.
    public internal(set) var why: String?

    init(item: Int, wave: Wave, of table: ScoreTable, people: Int, range: ScoreRange?) {
        self.item = table.items[item]
        self.wave = wave
        var counts: [Double: Int] = [:]
        for score in table.scores(of: item, in: wave) { if let score { counts[score, default: 0] += 1 } }
        let given = counts.values.reduce(0, +)
        for score in range?.points ?? [] where counts[score] == nil { counts[score] = 0 }
        self.counts = counts.sorted { $0.key < $1.key }.map { ScoreCount(score: $0.key, people: $0.value) }
        (answered, blank) = (given, people - given)
    }

    /// Every item in every wave in which it was asked, by item and then by wave.
    static func all(_ table: ScoreTable, range: ScoreRange?) -> [AnswerDistribution] {
        let people = table.waves.map { table.answered($0).count }
        return table.items.indices.flatMap { item in
            zip(table.waves, people).filter { table.wasAsked(item, in: $0.0) }.map { wave, people in
                AnswerDistribution(item: item, wave: wave, of: table, people: people, range: range)
            }
        }
    }

    /// Hides every count when one of them tells about fewer than `least` people.
    mutating func suppress(below least: Int) {
        guard let all = answered, all > 0 else { return }
        let isSmall = all < least || counts.contains { (1..<least).contains($0.people) }
        if isSmall {
            counts = []
            why = "suppressed: a score was given by fewer than \(least) people"
        }
        if all < least { (answered, blank) = (nil, nil) }
        if let few = blank, (1..<least).contains(few) { blank = nil }
    }
}

extension ScoreRange {
    /// Every whole number of a range whose ends are whole and that has at most 21 of them; else none.
    var points: [Double] {
        guard lowest == lowest.rounded(), highest == highest.rounded(), highest - lowest <= 20 else { return [] }
        return (0...Int(highest - lowest)).map { lowest + Double($0) }
    }
}

import Programme
import Statistics

/// A person's mean over the items of a scale.
struct ScaleMean {
    private let positions: [Int]
    private let needed: Int

    init(_ scale: ScaleDefinition, in table: ScoreTable, _ options: ConfidenceOptions) {
        positions = scale.items.compactMap(table.position)
        needed = min(positions.count, scale.minimumAnswered ?? options.minimumAnswered ?? positions.count)
    }

    /// The mean of the answered items; nil when too few are answered.
    func of(_ scores: [Double?]) -> Double? {
        let answered = scores.compactMap { $0 }
        guard !answered.isEmpty, answered.count >= needed else { return nil }
        return compensatedSum(answered) / Double(answered.count)
    }

    /// Everybody's mean in one wave.
    func all(_ table: ScoreTable, in wave: Wave) -> [Double?] {
        table.attendees.indices.map { of(table.scores(of: $0, positions, in: wave)) }
    }

    /// Why no one can have a mean in both waves, when an item was not asked; nil otherwise.
    func absence(_ table: ScoreTable, _ from: Wave, _ to: Wave) -> String? {
        for wave in [from, to] {
            let absent = positions.filter { !table.wasAsked($0, in: wave) }
            guard positions.count - absent.count < needed else { continue }
            let verb = absent.count == 1 ? "was" : "were"
            return "\(Wording.list(absent.map { table.items[$0] })) \(verb) not asked in wave \(wave.name) "
                + "and a mean needs \(needed) of \(positions.count) items"
        }
        return nil
    }
}

public import Programme
import Statistics

/// "Improved on some or all": how many went up on any item between two waves, with every denominator and what chance gives.
public struct ImprovementCount: Hashable, Sendable {
    /// The first wave.
    public let from: Wave
    /// The second wave.
    public let to: Wave
    /// The counts; nil when no one answered an item both times, or suppressed.
    var counts: ItemImprovement?
    /// Why there are none.
    public internal(set) var why: String?

    init(_ waves: MeasuredWaves, from: Wave, to: Wave) {
        (self.from, self.to) = (from, to)
        let table = waves.table
        let asked = table.items.indices.filter { table.wasAsked($0, in: from) && table.wasAsked($0, in: to) }
        let changes = table.attendees.indices.map { person in
            zip(table.scores(of: person, asked, in: from), table.scores(of: person, asked, in: to)).map {
                first,
                second in
                first.flatMap { first in second.map { $0 - first } }
            }
        }
        do throws(StatisticsError) {
            counts = try ItemImprovement(changes: changes)
        } catch {
            if case .tooFew = error { why = "no one answered an item in both waves" } else { why = error.description }
        }
    }

    /// Hides the counts when one of them tells about fewer than `least` people.
    mutating func suppress(below least: Int) {
        guard let found = counts else { return }
        let parts = [
            found.improvedOnSome, found.improvedOnAll, found.netUp, found.worsenedOnSome, found.unchangedOnAll,
        ]
        let all = found.answered
        let isSmall = parts.contains { (1..<least).contains($0) || (1..<least).contains(all - $0) }
        guard isSmall || all < least else { return }
        (counts, why) = (nil, "suppressed: a part has fewer than \(least) people")
    }
}

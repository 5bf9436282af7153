public import Programme
import Statistics

/// Counts of calls to which something happened, each with the calls it could have happened to.
public struct SecondaryCounts: Hashable, Sendable {
    /// What happened, for a sentence: `share of calls attended`.
    public let name: String
    /// What happened in `count`, the calls it is known of in `population`.
    public let counts: [AreaMonthCount]

    /// Counts.
    public init(name: String, counts: [AreaMonthCount]) { (self.name, self.counts) = (name, counts) }
}

/// An outcome declared as secondary: it never decides the verdict, and its p value is Holm's over all secondary ones.
public struct SecondaryOutcome: Hashable, Sendable {
    /// What happened.
    public let name: String
    /// The share after, over that before, by the method of the design.
    public let effect: CallsEstimate
    /// Holm's p over all secondary outcomes with a p value.
    public let holmP: Double?

    /// Every secondary outcome by the design's own method, with the calls in place of residents.
    static func all(_ counts: [SecondaryCounts], _ refit: CallsRefit) -> [SecondaryOutcome] {
        let effects = counts.map { outcome -> CallsEstimate in
            guard let table = try? CountTable(outcome.counts, unallocatedArea: refit.options.unallocatedArea) else {
                return CallsEstimate(why: "its counts contradict each other")
            }
            var design = refit.fixed(in: table)
            design.offset = .population
            guard !design.treated.isEmpty else {
                return CallsEstimate(why: "nothing is known of it in a treated area")
            }
            return refit.effect(table, design)
        }
        let adjusted = Multiplicity.holm(effects.map(\.p))
        return zip(zip(counts, effects), adjusted).map {
            SecondaryOutcome(name: $0.0.name, effect: $0.1, holmP: $1)
        }
    }
}

extension SecondaryOutcome {
    var json: JSONValue {
        .object(
            [JSONMember("name", .string(name)), JSONMember("label", .string("secondary"))] + effect.members
                + (holmP.map { [JSONMember("p_holm", .number($0))] } ?? [])
        )
    }
}

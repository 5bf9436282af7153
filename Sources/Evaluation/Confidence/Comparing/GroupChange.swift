import Programme
import Statistics

/// The primary measure's change in one group of people, over the waves of the primary question.
///
/// Groups are looked at after the fact: their p values are adjusted by Benjamini and Hochberg over the groups of one kind.
public struct GroupChange: Hashable, Sendable {
    /// What the people are grouped by.
    public let kind: GroupKind
    /// The group.
    public let name: String
    /// Its change.
    public internal(set) var comparison: ConfidenceComparison
    /// The p value (allowing for courses where there are several) adjusted over the groups of this kind.
    public internal(set) var adjusted: Double?

    /// Every kind that divides the people into two groups or more.
    static func all(_ waves: MeasuredWaves, _ primary: PrimaryQuestion, inTime: [Bool]?) -> [GroupChange] {
        [GroupKind.area, .category, .language, .trainer].flatMap { kind -> [GroupChange] in
            let values = waves.table.traits.map { $0[kind] }
            let names = Array(Set(values.compactMap { $0 }))
            guard names.count >= 2 else { return [] }
            var groups = NaturalOrder.sorted(names).map { place in
                let keep = values.indices.map { values[$0] == names[place] && (inTime?[$0] ?? true) }
                return GroupChange(
                    kind: kind,
                    name: names[place],
                    comparison: waves.comparison(primary.measure, from: primary.from, to: primary.to, keep: keep)
                )
            }
            for (place, value) in Multiplicity.benjaminiHochberg(groups.map(\.comparison.leadingP)).enumerated() {
                groups[place].adjusted = value
            }
            return groups
        }
    }

    /// Hides what rests on fewer than `least` people.
    mutating func suppress(below least: Int) {
        comparison.suppress(below: least)
        if comparison.pairs == nil { adjusted = nil }
    }
}

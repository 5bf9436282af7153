public import Programme
import Statistics

/// φ: how much more monthly counts vary than pure chance (1), and where the number comes from.
public struct Dispersion: Hashable, Sendable {
    /// Where a dispersion comes from.
    public enum Source: Hashable, Sendable {
        /// Somebody chose it; the sentence says so.
        case assumed
        /// Estimated from so many months of the areas' own totals.
        case estimated(months: Int, removesSeasons: Bool)
    }

    /// The dispersion, above 0.
    public let value: Double
    /// Where it comes from.
    public let source: Source

    /// An assumed dispersion.
    public static func assumed(_ value: Double) -> Dispersion { Dispersion(value: value, source: .assumed) }

    /// The cautious assumption for a force's area without a series of its own: 8, in the range of 1 (pure chance) to
    /// 20 that the pilot's figures are shown for.
    public static let usualAssumption = Dispersion.assumed(8)

    /// Estimates φ from the months in which every one of `areas` has a count.
    ///
    /// - Parameters:
    ///   - counts: Counts by area and month, in any order.
    ///   - areas: The areas whose total is meant; empty takes every area in `counts`.
    /// - Returns: nil when there are fewer than six such months or no event in them.
    /// - Complexity: O(counts).
    public static func estimated(from counts: [AreaMonthCount], areas: Set<String> = []) -> Dispersion? {
        let chosen = counts.filter { areas.isEmpty || areas.contains($0.area) }
        let wanted = Set(chosen.map(\.area)).count
        let months = Dictionary(grouping: chosen, by: \.month)
            .filter { Set($0.value.map(\.area)).count == wanted }
            .map { month, cells in
                SeasonalDispersion.MonthCount(
                    monthOfYear: month.month,
                    cell: RateCell(count: cells.reduce(0) { $0 + $1.count }, exposure: Double(month.days))
                )
            }
            .sorted { ($0.monthOfYear, $0.cell.count) < ($1.monthOfYear, $1.cell.count) }
        guard let estimate = try? SeasonalDispersion(months), estimate.dispersion > 0 else { return nil }
        return Dispersion(
            value: estimate.dispersion,
            source: .estimated(months: estimate.observations, removesSeasons: estimate.removesSeasons)
        )
    }

    /// What a sentence says of it.
    var words: String {
        let number = Wording.number(value, decimals: value == value.rounded() ? 0 : 1)
        switch source {
        case .assumed: return "dispersion \(number), assumed"
        case .estimated(let months, let removesSeasons):
            let seasons = removesSeasons ? "" : ", seasons counted as noise"
            return "dispersion \(number), estimated from \(months) months\(seasons)"
        }
    }
}

/// p values adjusted for having looked at several.
///
/// Missing values stay in place and are not counted. Agrees with R's `p.adjust`; reference values:
/// `Tests/StatisticsTests/Reference/multiplicity.R`.
public enum Multiplicity {
    /// Holm's step-down adjustment, which keeps the chance of any false finding at the level:
    /// p₍ᵢ₎ (m - i + 1), made non-decreasing, at most 1.
    ///
    /// Source: S. Holm, Scandinavian Journal of Statistics 6 (1979), 65-70.
    /// - Complexity: O(m log m).
    public static func holm(_ p: [Double?]) -> [Double?] {
        var adjusted: [Double?] = Array(repeating: nil, count: p.count)
        var running = 0.0
        let order = ascending(p)
        for (rank, entry) in order.enumerated() {
            running = max(running, min(1, entry.p * Double(order.count - rank)))
            adjusted[entry.position] = running
        }
        return adjusted
    }

    /// Benjamini and Hochberg's adjustment, which keeps the expected share of false findings at the level:
    /// p₍ᵢ₎ m / i, made non-increasing from the top, at most 1.
    ///
    /// Source: Y. Benjamini, Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995), 289-300.
    /// - Complexity: O(m log m).
    public static func benjaminiHochberg(_ p: [Double?]) -> [Double?] {
        var adjusted: [Double?] = Array(repeating: nil, count: p.count)
        var running = 1.0
        let order = ascending(p)
        for (rank, entry) in order.enumerated().reversed() {
            running = min(running, entry.p * Double(order.count) / Double(rank + 1))
            adjusted[entry.position] = running
        }
        return adjusted
    }

    private static func ascending(_ p: [Double?]) -> [(position: Int, p: Double)] {
        let known = p.enumerated().compactMap { position, value in value.map { (position: position, p: $0) } }
        return known.sorted { ($0.p, $0.position) < ($1.p, $1.position) }
    }
}

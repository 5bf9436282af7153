/// The number, mean and spread of a sample, computed without cancellation.
///
/// The sum is compensated (Neumaier) and the variance is the corrected two-pass sum of squares, so that a large common
/// offset costs no digits: NIST's `NumAcc4` (1001 values near 10,000,000 that differ by 0.1) keeps 8 digits of its deviation.
///
/// Source: T. F. Chan, G. H. Golub, R. J. LeVeque, The American Statistician 37 (1983), 242-247.
public struct Moments: Hashable, Sendable {
    /// How many values there are, at least 1.
    public let count: Int
    /// The arithmetic mean.
    public let mean: Double
    /// The variance with divisor `count - 1`; nil for a single value.
    public let variance: Double?

    /// Summarises `values`.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` for an empty sample; ``StatisticsError/notFinite`` for an
    ///   infinite value, one that is not a number, or a sum of squares beyond what a double can hold.
    /// - Complexity: O(n), two passes.
    public init(_ values: some Collection<Double>) throws(StatisticsError) {
        guard !values.isEmpty else { throw .tooFew(needed: 1, given: 0) }
        count = values.count
        let size = Double(count)
        let first = compensatedSum(values) / size
        guard first.isFinite else { throw .notFinite }
        var squares = CompensatedSum(), drift = CompensatedSum()
        for value in values {
            let deviation = value - first
            squares.add(deviation * deviation)
            drift.add(deviation)
        }
        mean = first + drift.total / size
        guard count > 1 else {
            variance = nil
            return
        }
        let corrected = (squares.total - drift.total * drift.total / size) / (size - 1)
        guard corrected.isFinite else { throw .notFinite }
        variance = max(0, corrected)
    }

    /// The standard deviation with divisor `count - 1`; nil for a single value.
    public var standardDeviation: Double? { variance?.squareRoot() }
}

/// The sum of `values`, with the rounding errors of the additions summed apart and added at the end.
///
/// Source: A. Neumaier, Zeitschrift für Angewandte Mathematik und Mechanik 54 (1974), 39-51.
/// - Complexity: O(n).
public func compensatedSum(_ values: some Sequence<Double>) -> Double {
    var sum = CompensatedSum()
    for value in values { sum.add(value) }
    return sum.total
}

struct CompensatedSum {
    private var sum = 0.0
    private var lost = 0.0

    mutating func add(_ value: Double) {
        let next = sum + value
        lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
        sum = next
    }

    var total: Double { sum + lost }
}

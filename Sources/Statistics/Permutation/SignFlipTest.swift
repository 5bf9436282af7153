/// The sign-flip permutation test of "the mean change is zero".
///
/// If teaching changes nothing, each person's change is as likely to have the other sign. p is the share of all patterns of
/// signs whose sum is as far from zero as the one seen, or further. It is exact, whatever the number of people, where the
/// changes are multiples of one step (a convolution), and for up to ``enumerationLimit`` units otherwise (all patterns, by
/// halves); else `flips` patterns are drawn and p = (1 + reached) / (1 + flips), which never is 0. Whole courses may be
/// turned instead of people, which keeps people of one course alike. Reference values:
/// `Tests/StatisticsTests/Reference/paired.R` and `sign_flip_groups.R`.
///
/// Source: R. A. Fisher, The Design of Experiments (1935), 21; B. Phipson, G. K. Smyth, Statistical Applications in
/// Genetics and Molecular Biology 9 (2010), 39 (the 1 in both counts).
public struct SignFlipTest: Hashable, Sendable {
    /// How p was found.
    public enum Method: String, Hashable, Sendable {
        /// All patterns of signs are counted.
        case exact
        /// Patterns are drawn at random.
        case monteCarlo = "monte_carlo"
    }

    /// Units with a change up to which all patterns are counted even if the changes have no common step.
    public static let enumerationLimit = 30

    /// The two-sided p value, above 0.
    public let p: Double
    /// How it was found.
    public let method: Method
    /// People, or courses, whose signs are turned; those without a change included.
    public let units: Int
    /// Units whose change is not zero.
    public let nonZero: Int
    /// The patterns drawn; nil when all were counted.
    public let flips: Int?
    /// The seed; nil when all patterns were counted.
    public let seed: UInt64?

    /// The smallest p that this many units can give, 2^(1 - ``nonZero``).
    public var smallestP: Double { Double(sign: .plus, exponent: max(1 - nonZero, -1022), significand: 1) }

    /// Turns the signs of single people.
    ///
    /// - Parameters:
    ///   - differences: The changes, which are rounded to ten decimals first.
    ///   - flips: Patterns to draw when they are too many to count, at least 100.
    ///   - seed: Any number.
    ///   - method: nil for exact wherever that is quick.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` for an empty sample; ``StatisticsError/noSpread`` when every
    ///   change is zero; ``StatisticsError/notFinite``.
    /// - Complexity: O(n × range) exact on a lattice, O(2^(n/2)) by halves, O(flips × n / 8) when drawn.
    public init(
        differences: [Double],
        flips: Int = 100_000,
        seed: UInt64 = 1,
        method: Method? = nil
    ) throws(StatisticsError) {
        guard differences.allSatisfy(\.isFinite) else { throw .notFinite }
        guard !differences.isEmpty else { throw .tooFew(needed: 1, given: 0) }
        try self.init(
            units: differences.map { Differences.decimal(from: 0, to: $0) },
            flips: flips,
            seed: seed,
            method: method
        )
    }

    /// Turns the signs of whole groups: of all changes of a course together.
    ///
    /// - Parameters:
    ///   - groups: The changes of each course; empty ones are left out.
    ///   - flips: Patterns to draw when they are too many to count, at least 100.
    ///   - seed: Any number.
    ///   - method: nil for exact wherever that is quick.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 groups; ``StatisticsError/noSpread`` when every group's
    ///   sum is zero; ``StatisticsError/notFinite``.
    public init(
        groups: [[Double]],
        flips: Int = 100_000,
        seed: UInt64 = 1,
        method: Method? = nil
    ) throws(StatisticsError) {
        let filled = groups.filter { !$0.isEmpty }
        guard filled.count >= 2 else { throw .tooFew(needed: 2, given: filled.count) }
        let sums = filled.map { Differences.decimal(from: 0, to: compensatedSum($0)) }
        guard sums.allSatisfy(\.isFinite) else { throw .notFinite }
        try self.init(units: sums, flips: flips, seed: seed, method: method)
    }

    private init(units values: [Double], flips: Int, seed: UInt64, method wanted: Method?) throws(StatisticsError) {
        guard flips >= 100 else {
            throw .outsideDomain(quantity: "the number of flips", value: Double(flips), expected: "at least 100")
        }
        let changed = values.filter { $0 != 0 }.sorted()
        guard !changed.isEmpty else { throw .noSpread }
        (units, nonZero) = (values.count, changed.count)
        let share: Double? =
            if wanted == .monteCarlo {
                nil
            } else if let law = SignFlipLattice(changed) {
                law.tail
            } else if wanted == .exact || changed.count <= Self.enumerationLimit {
                try SignFlipHalves(changed).tail
            } else {
                nil
            }
        if let share {
            (method, self.flips, self.seed) = (.exact, nil, nil)
            p = min(1, max(share, Double.leastNormalMagnitude))
        } else {
            let reached = try SignFlipDraws(changed).reached(flips: flips, seed: seed)
            (method, self.flips, self.seed) = (.monteCarlo, flips, seed)
            p = Double(1 + reached) / Double(1 + flips)
        }
    }
}

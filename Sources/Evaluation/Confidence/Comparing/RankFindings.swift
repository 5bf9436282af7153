import Statistics

/// The change by ranks, which asks less of a scale than a mean does.
public struct RankFindings: Hashable, Sendable {
    /// Wilcoxon's signed-rank test; nil when no one changed.
    public let wilcoxon: WilcoxonResult?
    /// The median of all means of two changes, zeros included.
    public let hodgesLehmann: Double?
    /// Its 95 % interval.
    public let hodgesLehmannInterval: ClosedRange<Double>?

    /// A signed-rank test.
    public struct WilcoxonResult: Hashable, Sendable {
        /// The sum of the positive ranks.
        public let v: Double
        /// The two-sided p value.
        public let p: Double
        /// `exact` up to 60 non-zero pairs, else `normal`.
        public let method: String
        /// The matched rank-biserial correlation, in `-1...1`.
        public let rankBiserial: Double
    }

    /// The same question with zeros treated otherwise, or sizes left out; nil when no one changed.
    public let sensitivity: Sensitivity?

    /// What zeros and sizes do to the findings by ranks.
    public struct Sensitivity: Hashable, Sendable {
        /// The signed-rank test's p with Pratt's ranks, which count the zeros.
        public let prattP: Double
        /// The sign test's p, which takes only the directions.
        public let signP: Double
        /// The Hodges-Lehmann estimate of those who changed, as R gives it.
        public let hodgesLehmann: Double

        init?(_ changes: [Double]) {
            guard let pratt = try? WilcoxonSignedRank(differences: changes, zeros: .pratt),
                let signs = try? SignTest(differences: changes),
                let typical = try? HodgesLehmann(differences: changes, droppingZeros: true)
            else { return nil }
            (prattP, signP, hodgesLehmann) = (pratt.p, signs.p, typical.estimate)
        }
    }

    init(_ scores: [PairedScores]) {
        let changes = scores.map { $0.to - $0.from }
        wilcoxon = (try? WilcoxonSignedRank(differences: changes)).map {
            WilcoxonResult(v: $0.v, p: $0.p, method: $0.method.rawValue, rankBiserial: $0.rankBiserial)
        }
        let typical = try? HodgesLehmann(differences: changes)
        (hodgesLehmann, hodgesLehmannInterval) = (typical?.estimate, typical?.interval)
        sensitivity = Sensitivity(changes)
    }
}

/// The effect of a difference in differences month by month about the start, against the month before it.
public struct CallsEventStudy: Hashable, Sendable {
    /// One relative month.
    public struct Point: Hashable, Sendable {
        /// Months since the start, negative before it; -1, the reference, is left out.
        public let months: Int
        /// The coefficient: the logarithm of a ratio, or for gaussian a difference.
        public let estimate: Double
        /// The rate ratio; nil for gaussian.
        public let ratio: Double?
        /// The 95 % interval of ``ratio``, for gaussian of ``estimate``; nil with one treated area.
        public let interval: ClosedRange<Double>?
        /// The same for all months together (sup-t).
        public let band: ClosedRange<Double>?
        /// Whether it stands for all months beyond it as well.
        public let isBinned: Bool
    }

    /// The joint test that no month before the start differs from the reference.
    public struct JointTest: Hashable, Sendable {
        /// Wald's statistic over ``numerator``.
        public let statistic: Double
        /// The months tested.
        public let numerator: Int
        /// Areas less one.
        public let denominator: Int
        /// The p value by the F law.
        public let p: Double
    }

    /// What the mean after the start may be when a trend from before ran on.
    public struct Bound: Hashable, Sendable {
        /// How many times as steep as the steepest step before the start.
        public let allowing: Double
        /// The range of the mean, in the form of ``CallsEventStudy/postMean``.
        public let range: ClosedRange<Double>
    }

    /// The months in order.
    public internal(set) var points: [Point] = []
    /// What standard errors are multiplied by for the band.
    public internal(set) var bandQuantile: Double?
    /// The test of the months before.
    public internal(set) var leads: JointTest?
    /// The mean of the months from the start on: a ratio (of logarithms' mean), for gaussian a difference.
    public internal(set) var postMean: Double?
    /// Bounds of ``postMean`` in the manner of Rambachan and Roth, steepness 0.5, 1 and 2; without sampling error.
    public internal(set) var bounds: [Bound] = []
    /// Whether points are ratios.
    public internal(set) var isRatio: Bool
    /// Why numbers are missing.
    public internal(set) var why: String?
}

extension CallsEventStudy {
    var json: JSONValue {
        let numbers: JSONValue = [
            "reference": .integer(-1), "band_quantile": .number(bandQuantile),
            "points": .array(
                points.map { point in
                    let own: JSONValue = [
                        "months": .integer(point.months), "estimate": .number(point.estimate),
                    ]
                    return own.adding(point.ratio.map { [JSONMember("rate_ratio", .number($0))] } ?? [])
                        .adding(point.interval.map { [JSONMember("ci95", .interval($0))] } ?? [])
                        .adding(point.band.map { [JSONMember("band95", .interval($0))] } ?? [])
                        .adding([JSONMember("binned", .bool(point.isBinned))])
                }
            ),
            "leads": leads.map {
                [
                    "f": .number($0.statistic), "df1": .integer($0.numerator), "df2": .integer($0.denominator),
                    "p": .number($0.p),
                ]
            } ?? .null,
            "post_mean": .number(postMean),
            "post_mean_bounds": .array(
                bounds.map { ["allowing": .number($0.allowing), "range": .interval($0.range)] }
            ),
        ]
        return numbers.adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

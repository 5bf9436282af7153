public import Programme

/// What a model of counts by area and month found; nil stands with a reason in ``why``.
public struct CallsModel: Hashable, Sendable {
    /// One line of the table.
    public struct Line: Hashable, Sendable {
        /// The name, as `interfaces.md` lists them.
        public let name: String
        /// The estimate: the logarithm of a ratio, or for gaussian a difference.
        public let estimate: Double
        /// The standard error.
        public let standardError: Double
        /// The estimate in standard errors.
        public let statistic: Double
        /// The two-sided p value.
        public let p: Double
        /// The 95 % interval.
        public let interval: ClosedRange<Double>
    }

    /// How standard errors were computed.
    public struct Errors: Hashable, Sendable {
        /// `model`, `newey_west`, `cluster` or `exact`.
        public var kind: String
        /// The largest lag of Newey and West's.
        public var lag: Int?
        /// The number of clusters.
        public var clusters: Int?
        /// The convention in words.
        public var convention: String
    }

    /// What few clusters need beside clustered errors.
    public struct FewClusters: Hashable, Sendable {
        /// The wild cluster bootstrap's p.
        public var wildP: Double?
        /// Bell and McCaffrey's standard error.
        public var biasReducedError: Double?
        /// Satterthwaite's degrees of freedom.
        public var biasReducedDegrees: Double?
        /// The p value by both.
        public var biasReducedP: Double?
        /// The p value of dealing the starts anew.
        public var randomisationP: Double?
        /// Why numbers are missing.
        public var why: String?
    }

    /// A synthetic control.
    public struct Synthetic: Hashable, Sendable {
        /// The weight of each comparison area, in the order people list them.
        public var weights: [Weight]
        /// The root mean square gap before.
        public var errorBefore: Double
        /// The mean gap after.
        public var meanGapAfter: Double
        /// The error after over that before; nil for a perfect fit before.
        public var ratio: Double?
        /// The rank p; nil without placebos.
        public var p: Double?
        /// The mean gap without each area that has weight.
        public var leavingOut: [Weight]
        /// Whether other weights fit as well.
        public var hasOtherWeights: Bool
        /// The rank p without placebos whose error before is more than five times the treated area's.
        public var pWithoutPoorPlacebos: Double?
        /// The complete months used, those in transition left out; empty when a small count hides the gaps.
        public var months: [Month] = []
        /// The first month with training.
        public var start: Month
        /// The treated area less its mixture, month by month.
        public var gaps: [Double] = []
        /// Each comparison area in the place of the treated one.
        public var placebos: [Placebo] = []
        /// Why numbers are missing.
        public var why: String?

        /// A comparison area less a mixture of the others.
        public struct Placebo: Hashable, Sendable {
            /// The area.
            public let area: String
            /// The gap in each of ``Synthetic/months``.
            public let gaps: [Double]
            /// The root mean square gap before.
            public let errorBefore: Double
            /// The error after over that before; nil for a perfect fit before.
            public let ratio: Double?
        }

        /// A number of an area.
        public struct Weight: Hashable, Sendable {
            /// The area.
            public let area: String
            /// The number.
            public let value: Double
        }
    }

    /// The effect.
    public struct Effect: Hashable, Sendable {
        /// The rate with training over that without.
        public var ratio: Double?
        /// The difference, where the model has no logarithm.
        public var difference: Double?
        /// The 95 % interval of the one that is given.
        public var interval: ClosedRange<Double>?
        /// The interval of pure chance, when counts vary less than chance.
        public var poissonInterval: ClosedRange<Double>?
        /// The two-sided p value.
        public var p: Double?
        /// The ratio twelve months after the start.
        public var atTwelveMonths: Double?
        /// Counts fewer a year than expected without training; negative when there were more.
        public var avertedPerYear: Double?
        /// Its 95 % interval.
        public var avertedInterval: ClosedRange<Double>?
        /// Why numbers are missing.
        public var why: String?
    }

    /// The family that was fitted.
    public var family: CallsDesign.Family
    /// The table.
    public var coefficients: [Line] = []
    /// φ, or the residual variance.
    public var dispersion: Double?
    /// θ of a negative binomial model.
    public var theta: Double?
    /// The log-likelihood.
    public var logLikelihood: Double?
    /// Area-months used.
    public var observations = 0
    /// Observations less coefficients and levels.
    public var degreesOfFreedom: Int?
    /// The standard errors.
    public var errors: Errors
    /// What few clusters need; nil when there are enough, or none.
    public var fewClusters: FewClusters?
    /// The synthetic control, when that is the method.
    public var synthetic: Synthetic?
    /// The months about the start, when the method is a difference in differences.
    public var eventStudy: CallsEventStudy?
    /// The effect.
    public var effect = Effect()
    /// The ratio that would have been seen with 80 % power; nil when it cannot be told.
    public var detectableRatio: Double?
    /// Months used before the start.
    public var monthsBefore = 0
    /// Months used from the start on.
    public var monthsAfter = 0
    /// The level on the Maryland scale.
    public var evidenceLevel: Int
    /// What a reader must know besides, as sentences.
    public var remarks: [String] = []
    /// Why nothing, or not all, could be estimated.
    public var why: String?
}

public import Programme

/// What frequent callers called before and after, beside what they would have called in any case.
public struct CallersFindings: Hashable, Sendable {
    /// A ratio of calls after to calls expected.
    public struct Ratio: Hashable, Sendable {
        /// The ratio; nil with a reason.
        public internal(set) var ratio: Double?
        /// Its 95 % interval.
        public internal(set) var interval: ClosedRange<Double>?
        /// Its two-sided p value, where there is one.
        public internal(set) var p: Double?
        /// People compared.
        public internal(set) var people: Int?
        /// Calls expected.
        public internal(set) var expected: Double?
        /// Calls observed.
        public internal(set) var observed: Int?
        /// Why numbers are missing.
        public internal(set) var why: String?
    }

    /// The law of callers' rates.
    public struct Law: Hashable, Sendable {
        /// The mean rate, calls a person and year of 365.25 days.
        public internal(set) var meanPerYear: Double?
        /// The shape θ; nil when people do not differ beyond chance, or nothing could be fitted.
        public internal(set) var theta: Double?
        /// People it is fitted to.
        public internal(set) var people: Int?
        /// The calls from which on they are known; nil when all are.
        public internal(set) var tailFrom: Int?
        /// Whether a tail leaves the law loose.
        public internal(set) var isWeak: Bool
        /// Why numbers are missing.
        public internal(set) var why: String?
    }

    /// The adjusted change, and beside it, never alone, the one that is not.
    public struct Adjusted: Hashable, Sendable {
        /// The law that tells what was to be expected.
        public internal(set) var law: Law
        /// Calls after over what the law expects of the same people.
        public internal(set) var change: Ratio
        /// Calls after over calls before as they stand.
        public internal(set) var naive: Ratio
        /// Resamples without an estimate.
        public internal(set) var undefined: Int
        /// The adjusted ratio by other choices.
        public internal(set) var sensitivity: [Variant]
    }

    /// The adjusted ratio by another choice.
    public struct Variant: Hashable, Sendable {
        /// The choice: `transition_1`, `threshold_6`.
        public let name: String
        /// The ratio; nil when it cannot be told.
        public internal(set) var ratio: Double?
    }

    /// People chosen by one year and compared from the next.
    public struct Second: Hashable, Sendable {
        /// Calls after over calls of the second year.
        public internal(set) var change: Ratio
        /// Calls of the second year over those of the year that chose the people: what happens without any training.
        public internal(set) var ratioBeforeTraining: Double?
        /// Months of the earlier window there are.
        public let monthsEarlier: Int
    }

    /// Trained beside comparison callers.
    public struct Comparison: Hashable, Sendable {
        /// The ratio adjusted for calls before; its logarithm and error in ``ancovaLog``.
        public internal(set) var ancova: Ratio
        /// The logarithm of ``ancova`` and its standard error.
        public internal(set) var ancovaLog: Logarithm?
        /// θ of that model; nil at the alternation limit or without a model.
        public internal(set) var theta: Double?
        /// Whether half a call was added before taking logarithms.
        public internal(set) var addedHalf: Bool
        /// The ratio of changes with errors clustered by person.
        public internal(set) var difference: Ratio
        /// The logarithm of ``difference`` and its clustered standard error.
        public internal(set) var differenceLog: Logarithm?
        /// The Poisson error that takes a person's calls for independent.
        public internal(set) var naiveError: Double?
        /// People with a call, the clusters.
        public internal(set) var clusters: Int?
        /// Comparison people.
        public internal(set) var comparisonPeople: Int?

        /// An estimate on the scale of logarithms.
        public struct Logarithm: Hashable, Sendable {
            /// The logarithm of the ratio.
            public let estimate: Double
            /// Its standard error.
            public let standardError: Double
        }

        /// How many times the person-clustered error is the naive one.
        public var errorFactor: Double? {
            guard let naiveError, naiveError > 0, let differenceLog else { return nil }
            return differenceLog.standardError / naiveError
        }
    }

    /// The share of all calls before that the most frequent callers made.
    public struct Share: Hashable, Sendable {
        /// The part of the callers, in per cent.
        public let percent: Int
        /// So many people.
        public internal(set) var people: Int?
        /// Their calls.
        public internal(set) var calls: Int?
        /// Their share of all calls.
        public internal(set) var share: Double?
    }

    /// People left out of a step.
    public struct Excluded: Hashable, Sendable {
        /// Why.
        public enum Reason: String, CaseIterable, Hashable, Sendable {
            /// No exposed day in the baseline.
            case notExposedBefore = "not_exposed_before"
            /// Frequent callers without an exposed day after: moved, died or barred.
            case notExposedAfter = "not_exposed_after"
            /// Fewer calls than the threshold; they still tell how calls vary.
            case belowThreshold = "below_threshold"
        }
        /// Why.
        public let reason: Reason
        /// How many; nil when suppressed.
        public internal(set) var people: Int?
    }

    /// What the verdict speaks of.
    public enum Basis: String, Hashable, Sendable {
        /// Comparison callers, adjusted for calls before.
        case comparison
        /// The second baseline.
        case secondBaseline = "second_baseline"
        /// The adjustment for regression to the mean.
        case adjusted
    }

    /// The options used.
    public let options: CallersOptions
    /// The start of those without a day of training.
    public let start: Month?
    /// The earliest and the latest start of the trained; nil when there is none.
    public let starts: ClosedRange<Month>?
    /// The months of the source.
    public let months: ClosedRange<Month>?
    /// People in the source with a name of their own.
    public internal(set) var listed: Int?
    /// People exposed in the baseline.
    public internal(set) var inBaseline: Int?
    /// Frequent callers who were trained and are compared.
    public internal(set) var trained: Int?
    /// Frequent callers who were not and are compared.
    public internal(set) var comparisonCallers: Int?
    /// Rows and calls that name nobody.
    public internal(set) var unresolvedRows: Int?
    /// The calls in these rows.
    public internal(set) var unresolvedCalls: Int?
    /// Who is left out.
    public internal(set) var excluded: [Excluded]
    /// Months without a row in the windows, over all people compared.
    public internal(set) var missingMonths: Int?
    /// Months with fewer exposed days than the calendar's, over all people compared.
    public internal(set) var shortMonths: Int?
    /// Trained people whose day lies inside a month, which counts as after.
    public internal(set) var trainedInsideMonth: Int?
    /// Exposed days of the trained in the baseline.
    public internal(set) var daysBefore: Int?
    /// Exposed days of the trained after.
    public internal(set) var daysAfter: Int?
    /// The adjusted change beside the naive one.
    public internal(set) var adjusted: Adjusted
    /// The second baseline; its numbers nil with a reason where there are too few months.
    public internal(set) var second: Second
    /// Comparison callers; nil when the source has none.
    public internal(set) var comparison: Comparison?
    /// Who made how much of the calls.
    public internal(set) var concentration: [Share]
    /// What the verdict speaks of.
    public internal(set) var basis: Basis
    /// The smallest fall that would have been seen (5 %, power 80 %), as a share; nil when it cannot be told.
    public internal(set) var detectableFall: Double?
    /// What may be said.
    public internal(set) var verdict: CallsVerdict
    /// Plain sentences, none of which names a cause.
    public internal(set) var statements: [String]

    /// The change the verdict speaks of.
    public var effect: Ratio {
        switch basis {
        case .comparison: comparison?.ancova ?? adjusted.change
        case .secondBaseline: second.change
        case .adjusted: adjusted.change
        }
    }

    /// The level on the Maryland Scientific Methods Scale: 3 with comparison callers, of whom only the calls before are known; else 2.
    public var evidenceLevel: Int { basis == .comparison ? 3 : 2 }
}

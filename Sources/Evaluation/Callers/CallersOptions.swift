public import Programme

/// How calls by person are compared.
public struct CallersOptions: Hashable, Sendable {
    /// Where the calls come from.
    public enum Source: Hashable, Sendable {
        /// A file of calls by person and month.
        case callersFile
        /// A force's own extract of calls for service, on record.
        case forceExtract

        /// What a sentence calls the calls.
        public var words: String { self == .callersFile ? "calls (callers file)" : "calls (force extract)" }
    }

    /// Where the calls come from.
    public var source: Source
    /// The first month after, for whoever has no day of training; nil takes the month in the middle of those of the trained.
    public var start: Month?
    /// Months before, 1 to 120.
    public var monthsBefore: Int
    /// Months after, 1 to 120.
    public var monthsAfter: Int
    /// Months from the start on that count on neither side, 0 to 24.
    public var transitionMonths: Int
    /// The calls before from which on somebody is a frequent caller; nil takes everybody.
    public var threshold: Int?
    /// The calls before below which nobody is in the data at all; nil when everybody is, those who never called too.
    public var tailFrom: Int?
    /// The groups that were trained; empty takes the usual words, see ``CallersOptions/usualTrainedGroups``.
    public var trainedGroups: [String]
    /// How often people are resampled, 100 to 100,000.
    public var resamples: Int
    /// The seed of the resampling.
    public var seed: UInt64
    /// The smallest fall that would matter, as a share.
    public var relevantFall: Double
    /// Hides what rests on fewer people or calls than this; nil hides nothing.
    public var suppressBelow: Int?
    /// What whoever gathered the calls must say about them, a sentence; nil for nothing.
    public var remark: String?

    /// Options; a year against a year, nobody left out for calling seldom, and a fall of 5 % matters.
    public init(
        source: Source = .callersFile,
        start: Month? = nil,
        monthsBefore: Int = 12,
        monthsAfter: Int = 12,
        transitionMonths: Int = 0,
        threshold: Int? = nil,
        tailFrom: Int? = nil,
        trainedGroups: [String] = [],
        resamples: Int = 2000,
        seed: UInt64 = 1,
        relevantFall: Double = 0.05,
        suppressBelow: Int? = nil
    ) {
        (self.source, self.start) = (source, start)
        (self.monthsBefore, self.monthsAfter, self.transitionMonths) = (monthsBefore, monthsAfter, transitionMonths)
        (self.threshold, self.tailFrom, self.trainedGroups) = (threshold, tailFrom, trainedGroups)
        (self.resamples, self.seed) = (resamples, seed)
        (self.relevantFall, self.suppressBelow) = (relevantFall, suppressBelow)
    }

    /// What a group of trained people is usually called, in small letters.
    public static let usualTrainedGroups: Set<String> = [
        "trained", "training", "treated", "treatment", "intervention", "course", "yes", "1", "true",
    ]
    /// What a group of people who were not is usually called; their day of training, later on, ends their comparison.
    public static let usualComparisonGroups: Set<String> = [
        "comparison", "control", "untrained", "waiting", "waiting list", "waiting-list", "waiting_list", "no", "0",
        "false",
    ]

    /// Refuses what lies outside its range.
    public func check() throws(CallersRefusal) {
        try Self.require(monthsBefore, "months before", 1...120)
        try Self.require(monthsAfter, "months after", 1...120)
        try Self.require(transitionMonths, "months of transition", 0...24)
        try Self.require(threshold ?? 1, "threshold", 1...1_000_000)
        try Self.require(tailFrom ?? 1, "fewest calls of anybody in the data", 1...1_000_000)
        try Self.require(resamples, "number of resamples", 100...100_000)
        try Self.require(suppressBelow ?? 1, "number below which counts are hidden", 0...1_000_000)
        guard relevantFall > 0, relevantFall < 1 else {
            throw .outsideRange(name: "smallest fall that matters", value: relevantFall, expected: "between 0 and 1")
        }
    }

    private static func require(_ value: Int, _ name: String, _ allowed: ClosedRange<Int>) throws(CallersRefusal) {
        guard !allowed.contains(value) else { return }
        throw .outsideRange(
            name: name,
            value: Double(value),
            expected: "\(allowed.lowerBound) to \(Wording.count(allowed.upperBound))"
        )
    }
}

/// Why calls by person cannot be compared as asked.
public enum CallersRefusal: Refusal, Hashable {
    /// An option outside its range.
    case outsideRange(name: String, value: Double, expected: String)
    /// A group that nobody is in.
    case unknownGroup(String, known: [String])

    /// The sentence.
    public var description: String {
        switch self {
        case .outsideRange(let name, let value, let expected):
            "The \(name) is \(JSONValue.number(value).compact) but must be \(expected)."
        case .unknownGroup(let group, let known):
            "Nobody is in the group \(group). \(known.isEmpty ? "No row names a group." : "The groups are \(known.joined(separator: ", ")).")"
        }
    }
}

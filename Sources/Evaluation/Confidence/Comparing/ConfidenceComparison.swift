public import Programme

/// One measure compared between two waves in the people who answered both times.
///
/// A number that cannot be told is nil, and ``reasons`` says why.
public struct ConfidenceComparison: Hashable, Sendable {
    /// What is compared.
    public let measure: ConfidenceMeasure
    /// The first wave.
    public let from: Wave
    /// The second wave.
    public let to: Wave
    /// People with a score in both waves; nil when suppressed.
    public internal(set) var pairs: Int?
    /// Their mean in the first wave.
    public internal(set) var meanFrom: Double?
    /// Their mean in the second wave.
    public internal(set) var meanTo: Double?
    /// The mean of second less first.
    public internal(set) var meanChange: Double?
    /// The standard deviation of the changes, divisor n - 1.
    public internal(set) var standardDeviation: Double?
    /// The 95 % interval of the mean change, by Student's t.
    public internal(set) var interval: ClosedRange<Double>?
    /// The paired t statistic.
    public internal(set) var t: Double?
    /// Its degrees of freedom.
    public internal(set) var degreesOfFreedom: Int?
    /// Its two-sided p value.
    public internal(set) var p: Double?
    /// The change in standard deviations.
    public internal(set) var standardised: StandardisedChange?
    /// The change by ranks.
    public internal(set) var ranks: RankFindings?
    /// The BCa bootstrap interval of the mean change; nil when it was not asked for or cannot be had.
    public internal(set) var bootstrap: BootstrappedChange?
    /// The mean change with people of one course allowed to be alike; nil below two courses.
    public internal(set) var clustered: ClusteredChange?
    /// The same with people of one trainer allowed to be alike; nil below two trainers.
    public internal(set) var clusteredByTrainer: ClusteredChange?
    /// People whose score rose; changes below 1e-10 are none.
    public internal(set) var improved: Int?
    /// People whose score stayed.
    public internal(set) var unchanged: Int?
    /// People whose score fell.
    public internal(set) var worse: Int?
    /// The 95 % Wilson interval of the share that improved.
    public internal(set) var improvedShare: ClosedRange<Double>?
    /// p after Holm's adjustment over the items of this pair of waves.
    public internal(set) var holm: Double?
    /// The smallest mean change this comparison would have shown with 80 % power at 5 %.
    public internal(set) var detectableChange: Double?
    /// The standard deviation of the first wave's scores among the pairs.
    public internal(set) var spreadFrom: Double?
    /// Each person's scores, in the order of the references; empty when suppressed.
    public internal(set) var scores: [PairedScores]
    /// Why numbers are missing.
    public internal(set) var reasons: [MissingReason]
}

extension ConfidenceComparison {
    /// The analysis by courses that sentences and the verdict speak from, when there are several courses: unless they are too
    /// few to trust it and it is the narrower of the two.
    var leadingCluster: ClusteredChange? {
        guard let clustered, let allowing = clustered.interval, let interval else { return nil }
        let isNarrower = allowing.upperBound - allowing.lowerBound < interval.upperBound - interval.lowerBound
        return clustered.isUnreliable && isNarrower ? nil : clustered
    }

    /// The interval that sentences and the verdict speak from.
    public var leadingInterval: ClosedRange<Double>? { leadingCluster?.interval ?? interval }

    /// The p value that decides: that of the analysis by courses when there are several, and below six courses the exact one
    /// of turning whole courses' signs.
    public var leadingP: Double? {
        if let clustered, clustered.isTooFew { return clustered.signFlipP ?? clustered.p ?? p }
        return leadingCluster?.p ?? p
    }

    /// Whether a change is shown: ``leadingP`` is below 5 %.
    public var isShown: Bool { (leadingP ?? 1) < 0.05 }

    /// The smallest mean change that the leading analysis would have shown with 80 % power at 5 %; nil when none could be.
    public var leadingDetectableChange: Double? {
        if let clustered, clustered.isTooFew { return nil }
        return leadingCluster?.detectableChange ?? detectableChange
    }
}

/// Why some numbers of a finding are missing.
public struct MissingReason: Hashable, Sendable {
    /// The names of the numbers, as in JSON.
    public let names: [String]
    /// The reason, in one clause.
    public let reason: String

    init(_ names: [String], _ reason: String) { (self.names, self.reason) = (names, reason) }

    /// `t and p_t: all 5 changes are identical`.
    public var sentence: String { "\(Wording.list(names)): \(reason)" }
}

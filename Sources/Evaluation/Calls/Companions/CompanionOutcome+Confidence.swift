extension CompanionOutcome {
    /// The primary outcome of an evaluation of confidence: it speaks of the people trained, not of the area.
    ///
    /// - Returns: nil when there is no primary comparison.
    public init?(_ findings: ConfidenceFindings) {
        guard let primary = findings.primaryComparison, let change = primary.meanChange else { return nil }
        self.init(
            name: "Confidence of the people trained",
            measure: "mean change in points",
            change: change,
            interval: primary.clustered?.interval ?? primary.interval,
            better: .higher
        )
    }
}

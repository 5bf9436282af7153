import Programme

extension ConfidenceOptions {
    /// These options with what a plan declares in place of what was asked for.
    func following(_ plan: ConfidencePlan?) -> ConfidenceOptions {
        guard let plan else { return self }
        var options = self
        options.margin = plan.margin ?? margin
        options.smallestChange = plan.smallestChange ?? smallestChange
        return options
    }

    /// The measure behind the main question: the plan's, else the second named scale.
    func keySecondary(_ plan: ConfidencePlan?) -> ConfidenceMeasure? {
        if let plan { return plan.keySecondary }
        return scales.dropFirst().first.map { .scale($0.name) }
    }
}

extension ConfidenceComparison {
    /// The question whether another measure changed over the same waves.
    func question(_ measure: ConfidenceMeasure) -> PrimaryQuestion {
        PrimaryQuestion(measure: measure, from: from, to: to)
    }
}

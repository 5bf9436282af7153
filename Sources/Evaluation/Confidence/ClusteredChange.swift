import Statistics

/// The mean change once more, with an error that allows people of one course to be alike.
public struct ClusteredChange: Hashable, Sendable {
    /// The number of courses among the pairs, at least 2.
    public let courses: Int
    /// The CR2 standard error of the mean change.
    public let standardError: Double
    /// Satterthwaite's degrees of freedom.
    public let degreesOfFreedom: Double
    /// The two-sided p value.
    public let p: Double
    /// The 95 % interval of the mean change.
    public let interval: ClosedRange<Double>
    /// The p value of turning whole courses' signs, counted exactly; nil with too many courses to count.
    public let wildP: Double?

    /// nil below two courses, or when the courses do not differ. A person without a course is a course of their own.
    init?(_ scores: [PairedScores], courses: [String?]) {
        let named = Dictionary(grouping: zip(scores, courses).filter { $1 != nil }, by: { $1 })
        guard named.count >= 2 else { return nil }
        let groups = named.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { $0.value.map { $0.0.to - $0.0.from } }
        let alone = zip(scores, courses).filter { $1 == nil }.map { [$0.0.to - $0.0.from] }
        guard let result = try? ClusteredMean(groups + alone) else { return nil }
        self.courses = named.count
        standardError = result.standardError
        degreesOfFreedom = result.degreesOfFreedom
        p = result.p
        interval = result.interval
        wildP = (try? WildClusterTest(groups + alone))?.p
    }

    /// The smallest mean change seen with 80 % power at 5 %: (t₀.₉₇₅ + t₀.₈) standard errors, a close approximation.
    var detectableChange: Double? {
        guard let law = try? StudentT(degreesOfFreedom: degreesOfFreedom),
            let level = try? law.quantile(0.975), let power = try? law.quantile(0.8)
        else { return nil }
        return (level + power) * standardError
    }

    /// Whether the courses are so few that the interval is only a rough guide.
    var isUnreliable: Bool { degreesOfFreedom < 4 || courses < 6 }
}

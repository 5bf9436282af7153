import Statistics

/// The mean change once more, with an error that allows people of one course (or of one trainer) to be alike.
public struct ClusteredChange: Hashable, Sendable {
    /// The number of named courses among the pairs, at least 2.
    public let courses: Int
    /// The CR2 standard error of the mean change.
    public private(set) var standardError: Double?
    /// Satterthwaite's degrees of freedom.
    public private(set) var degreesOfFreedom: Double?
    /// The two-sided p value.
    public private(set) var p: Double?
    /// The 95 % interval of the mean change.
    public private(set) var interval: ClosedRange<Double>?
    /// The p value of turning whole courses' signs in a cluster-robust t, counted exactly; nil with too many courses to count.
    public private(set) var wildP: Double?
    /// The p value of turning whole courses' signs in the plain sum, exact while the courses are few.
    public private(set) var signFlipP: Double?
    /// The share of the changes' variance that lies between courses, by REML.
    public private(set) var intraclassCorrelation: Double?
    /// How many times larger the variance of the mean is than without courses.
    public private(set) var designEffect: Double?
    /// Why numbers are missing.
    public private(set) var reasons: [MissingReason] = []

    /// nil below two courses. A person without a course is a course of their own.
    init?(_ scores: [PairedScores], courses: [String?]) {
        var changes: [String: [Double]] = [:]
        var groups: [[Double]] = []
        for (score, course) in zip(scores, courses) {
            let change = score.to - score.from
            if let course { changes[course, default: []].append(change) } else { groups.append([change]) }
        }
        guard changes.count >= 2 else { return nil }
        self.courses = changes.count
        groups = changes.sorted { $0.key < $1.key }.map(\.value) + groups
        estimate(groups)
        turnSigns(groups)
        divide(groups)
    }

    private mutating func estimate(_ groups: [[Double]]) {
        do throws(StatisticsError) {
            let result = try ClusteredMean(groups)
            (standardError, degreesOfFreedom) = (result.standardError, result.degreesOfFreedom)
            (p, interval) = (result.p, result.interval)
        } catch {
            let reason = error == .noSpread ? "the courses do not differ" : error.description
            reasons.append(MissingReason(["se", "df", "p", "change_ci95"], reason))
        }
    }

    private mutating func turnSigns(_ groups: [[Double]]) {
        do throws(StatisticsError) {
            wildP = try WildClusterTest(groups).p
        } catch {
            let reason =
                switch error {
                case .noSpread: "every course's changes add up to zero"
                case .outsideDomain: "too many courses to count every pattern"
                default: error.description
                }
            reasons.append(MissingReason(["wild_p"], reason))
        }
        guard groups.count <= WildClusterTest.enumerationLimit else {
            return reasons.append(MissingReason(["sign_flip_p"], "too many courses to count every pattern"))
        }
        do throws(StatisticsError) {
            signFlipP = try SignFlipTest(groups: groups, method: .exact).p
        } catch {
            let reason = error == .noSpread ? "every course's changes add up to zero" : error.description
            reasons.append(MissingReason(["sign_flip_p"], reason))
        }
    }

    private mutating func divide(_ groups: [[Double]]) {
        do throws(StatisticsError) {
            let components = try OneWayComponents(groups)
            (intraclassCorrelation, designEffect) = (components.intraclassCorrelation, components.designEffect)
        } catch {
            let reason =
                switch error {
                case .noSpread: "all changes are identical"
                case .tooFew: "no course has two people"
                default: error.description
                }
            reasons.append(MissingReason(["icc", "design_effect"], reason))
        }
    }

    /// The smallest mean change seen with 80 % power at 5 %: (t₀.₉₇₅ + t₀.₈) standard errors, a close approximation.
    var detectableChange: Double? {
        guard let degreesOfFreedom, let standardError,
            let law = try? StudentT(degreesOfFreedom: degreesOfFreedom),
            let level = try? law.quantile(0.975), let power = try? law.quantile(0.8)
        else { return nil }
        return (level + power) * standardError
    }

    /// Courses below which the exact turning of whole courses' signs leads.
    static let fewest = 6

    /// Whether the courses are so few that the exact test leads, by which no result can reach 5 %.
    public var isTooFew: Bool { courses < Self.fewest }

    /// Whether the interval is only a rough guide.
    var isUnreliable: Bool { isTooFew || (degreesOfFreedom ?? 0) < 4 }
}

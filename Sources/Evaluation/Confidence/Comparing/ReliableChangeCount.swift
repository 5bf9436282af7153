public import Programme
import Statistics

/// How many people changed by more than the wobble of the scale itself would make them.
public struct ReliableChangeCount: Hashable, Sendable {
    /// Where the reliability comes from.
    public enum Source: String, Hashable, Sendable {
        /// The correlation of booking and before the course, without teaching in between.
        case testRetest = "test_retest"
        /// Cronbach's alpha before the course.
        case alpha
    }

    /// The scale.
    public let measure: ConfidenceMeasure
    /// The first wave.
    public let from: Wave
    /// The second wave.
    public let to: Wave
    /// The reliability used.
    public internal(set) var reliability: Double?
    /// Where it comes from.
    public internal(set) var source: Source?
    /// The smallest change that counts: 1.96 standard errors of a difference.
    public internal(set) var threshold: Double?
    /// People who rose by more; nil when unknown or suppressed.
    public internal(set) var improved: Int?
    /// People who fell by more.
    public internal(set) var worse: Int?
    /// The others.
    public internal(set) var unchanged: Int?
    /// People so near the top of the scale that they could not rise so far; nil when the scale's top is unknown.
    public internal(set) var atCeiling: Int?
    /// Why numbers are missing.
    public internal(set) var why: String?

    /// People who answered twice without teaching in between, below whom alpha is used.
    static let fewestRetests = 20

    init(
        _ waves: MeasuredWaves,
        _ comparison: ConfidenceComparison,
        _ reliability: [ScaleReliability],
        maximum: Double?
    ) {
        (measure, from, to) = (comparison.measure, comparison.from, comparison.to)
        let first = waves.scores(measure, in: .booking), second = waves.scores(measure, in: .pre)
        var tests: [Double] = [], retests: [Double] = []
        for person in first.indices where from == .pre {
            guard let test = first[person], let retest = second[person] else { continue }
            tests.append(test)
            retests.append(retest)
        }
        let alpha = reliability.first { $0.measure == measure && $0.wave == from }?.alpha
        if tests.count >= Self.fewestRetests, let found = try? correlation(tests, retests) {
            (self.reliability, source) = (found, .testRetest)
        } else {
            (self.reliability, source) = (alpha, alpha == nil ? nil : .alpha)
        }
        guard let known = self.reliability else {
            why = "neither a test-retest correlation nor alpha is known"
            return
        }
        do throws(StatisticsError) {
            let result = try ReliableChange(
                from: comparison.scores.map(\.from),
                to: comparison.scores.map(\.to),
                reliability: known,
                maximum: maximum,
                spread: try Moments(waves.scores(measure, in: from).compactMap { $0 }).standardDeviation
            )
            threshold = result.threshold
            (improved, worse, unchanged, atCeiling) = (
                result.improved, result.worse, result.unchanged, result.atCeiling
            )
        } catch {
            why =
                switch error {
                case .noSpread: "all first scores are the same"
                case .tooFew: "too few people answered in both waves"
                default: error.description
                }
        }
    }

    /// Hides the counts when one of them tells about fewer than `least` people.
    mutating func suppress(below least: Int) {
        guard [improved, worse, unchanged, atCeiling].contains(where: { (1..<least).contains($0 ?? 0) }) else { return }
        (improved, worse, unchanged, atCeiling) = (nil, nil, nil, nil)
        why = "suppressed: a part has fewer than \(least) people"
    }
}

import Statistics

/// The mean change in standard deviations, for comparison with other studies.
public struct StandardisedChange: Hashable, Sendable {
    /// g_z: in standard deviations of the changes, corrected for the smallness of the sample.
    public let gz: Double
    /// Its 95 % interval, by the noncentral t distribution; nil when that cannot be evaluated.
    public let gzInterval: ClosedRange<Double>?
    /// g_av = J(n - 1) d_av: in the mean standard deviation of the two waves; nil when both are constant.
    public let gav: Double?

    /// Throws what ``PairedEffect`` throws, and ``StatisticsError/tooFew(needed:given:)`` below 3 pairs.
    init(_ scores: [PairedScores]) throws(StatisticsError) {
        let effect = try PairedEffect(from: scores.map(\.from), to: scores.map(\.to))
        guard let gz = effect.gz else { throw .tooFew(needed: 3, given: scores.count) }
        (self.gz, gzInterval, gav) = (gz, effect.gzInterval, effect.gav)
    }
}

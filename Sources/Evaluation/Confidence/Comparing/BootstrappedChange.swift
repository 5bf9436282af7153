import Statistics

/// The interval of a mean change by resampling people, which does not lean on the normal distribution.
public struct BootstrappedChange: Hashable, Sendable {
    /// The number of resamples.
    public let resamples: Int
    /// The seed.
    public let seed: UInt64
    /// The 95 % BCa interval.
    public let interval: ClosedRange<Double>

    init(_ changes: [Double], _ bootstrap: ConfidenceOptions.Bootstrap) throws(StatisticsError) {
        let result = try BootstrapMean(changes, resamples: bootstrap.resamples, seed: bootstrap.seed)
        (resamples, seed, interval) = (result.resamples, result.seed, result.interval)
    }
}

extension ConfidenceComparison {
    /// Adds the bootstrap when the change has a spread.
    mutating func resample(_ bootstrap: ConfidenceOptions.Bootstrap) {
        guard interval != nil else {
            return reasons.append(MissingReason(["bootstrap"], "there is no spread to resample"))
        }
        do throws(StatisticsError) {
            // Ties of decimals must be ties, or the mid-rank form would not see them.
            let changes = scores.map { Differences.decimal(from: $0.from, to: $0.to) }
            self.bootstrap = try BootstrappedChange(changes, bootstrap)
        } catch {
            reasons.append(MissingReason(["bootstrap"], error.description))
        }
    }
}

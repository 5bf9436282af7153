import Programme
import Statistics

extension ConfidenceComparison {
    /// Compares two lists of scores of the same people; nil is missing. `absence` says why there may be no pair at all,
    /// when that is known beforehand.
    init(
        _ measure: ConfidenceMeasure,
        from: Wave,
        to: Wave,
        first: [Double?],
        second: [Double?],
        absence: String? = nil
    ) {
        (self.measure, self.from, self.to) = (measure, from, to)
        scores = zip(first, second).compactMap { first, second in
            guard let first, let second else { return nil }
            return PairedScores(from: first, to: second)
        }
        reasons = []
        pairs = scores.count
        summarise(absence ?? "no one answered in both waves")
        count()
        if !measure.isItem { reasons.append(MissingReason(["p_holm"], "the family is the single items")) }
    }

    private mutating func summarise(_ absence: String) {
        let inference = ["change_ci95", "t", "df", "p_t"]
        guard !scores.isEmpty else {
            let names = ["mean_from", "mean_to", "mean_change", "sd_change"] + inference + ["improved_share_ci95"]
            return reasons.append(MissingReason(names, absence))
        }
        do throws(StatisticsError) {
            let first = try Moments(scores.map(\.from))
            let changes = try Moments(scores.map { $0.to - $0.from })
            (meanFrom, meanTo) = (first.mean, try Moments(scores.map(\.to)).mean)
            (meanChange, standardDeviation, spreadFrom) = (
                changes.mean, changes.standardDeviation, first.standardDeviation
            )
        } catch {
            let names = ["mean_from", "mean_to", "mean_change", "sd_change"] + inference
            return reasons.append(MissingReason(names, error.description))
        }
        do throws(StatisticsError) {
            let test = try PairedT(from: scores.map(\.from), to: scores.map(\.to))
            (interval, t, degreesOfFreedom, p) = (test.interval, test.t, test.degreesOfFreedom, test.p)
        } catch {
            switch error {
            case .tooFew:
                reasons.append(MissingReason(["sd_change"] + inference, "needs 2 pairs, there is 1"))
            case .noSpread:
                standardDeviation = 0
                let decimal = Differences.decimal(from: scores[0].from, to: scores[0].to)
                meanChange = decimal
                reasons.append(MissingReason(inference, "all \(scores.count) changes are identical"))
            default:
                reasons.append(MissingReason(inference, error.description))
            }
        }
        guard let deviation = standardDeviation,
            let test = try? PairedPower(pairs: scores.count, standardDeviation: deviation)
        else { return }
        detectableChange = try? test.detectableChange()
    }

    private mutating func count() {
        let changes = scores.map { Differences.decimal(from: $0.from, to: $0.to) }
        let rises = changes.count { $0 > 0 }, falls = changes.count { $0 < 0 }
        (improved, worse, unchanged) = (rises, falls, changes.count - rises - falls)
        improvedShare = try? wilsonInterval(successes: rises, trials: changes.count)
    }
}

extension [ConfidenceComparison] {
    /// Fills in Holm's adjustment over the items among these, which all compare the same two waves.
    mutating func adjustItems() {
        let items = indices.filter { self[$0].measure.isItem }
        let adjusted = Multiplicity.holm(items.map { self[$0].p })
        for (position, value) in zip(items, adjusted) {
            self[position].holm = value
            if value == nil { self[position].reasons.append(MissingReason(["p_holm"], "there is no p_t to adjust")) }
        }
    }
}

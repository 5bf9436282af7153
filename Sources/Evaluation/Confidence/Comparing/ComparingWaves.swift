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
        courses: [String?],
        trainers: [String?],
        absence: String? = nil
    ) {
        (self.measure, self.from, self.to) = (measure, from, to)
        var paired: [PairedScores] = [], courseOf: [String?] = [], trainerOf: [String?] = []
        for person in first.indices {
            guard let from = first[person], let to = second[person] else { continue }
            paired.append(PairedScores(from: from, to: to))
            courseOf.append(courses[person])
            trainerOf.append(trainers[person])
        }
        scores = paired
        reasons = []
        pairs = scores.count
        summarise(absence ?? "no one answered in both waves")
        count()
        if pairs != 0 { clustered = ClusteredChange(scores, courses: courseOf) }
        if interval != nil { clusteredByTrainer = ClusteredChange(scores, courses: trainerOf) }
        if !measure.isItem { reasons.append(MissingReason(["p_holm"], "the family is the single items")) }
    }

    private static let inference = ["change_ci95", "t", "df", "p_t"]
    private static let effects = ["g_z", "g_z_ci95", "g_av"]
    private static let rankNames = [
        "wilcoxon", "hodges_lehmann", "hodges_lehmann_ci95", "rank_biserial", "rank_sensitivity",
    ]

    private mutating func summarise(_ absence: String) {
        guard !scores.isEmpty else {
            let names = ["mean_from", "mean_to", "mean_change", "sd_change"] + Self.inference + Self.effects
            return reasons.append(MissingReason(names + Self.rankNames + ["improved_share_ci95"], absence))
        }
        do throws(StatisticsError) {
            let first = try Moments(scores.map(\.from))
            let changes = try Moments(scores.map { $0.to - $0.from })
            (meanFrom, meanTo) = (first.mean, try Moments(scores.map(\.to)).mean)
            (meanChange, standardDeviation, spreadFrom) = (
                changes.mean, changes.standardDeviation, first.standardDeviation
            )
        } catch {
            let names = ["mean_from", "mean_to", "mean_change", "sd_change"] + Self.inference + Self.effects
            return reasons.append(MissingReason(names + Self.rankNames, error.description))
        }
        test()
        measureEffect()
        rank()
    }

    private mutating func test() {
        do throws(StatisticsError) {
            let test = try PairedT(from: scores.map(\.from), to: scores.map(\.to))
            (interval, t, degreesOfFreedom, p) = (test.interval, test.t, test.degreesOfFreedom, test.p)
            detectableChange = try? PairedPower(pairs: test.pairs, standardDeviation: test.standardDeviation)
                .detectableChange()
        } catch {
            switch error {
            case .tooFew:
                reasons.append(MissingReason(["sd_change"] + Self.inference, "needs 2 pairs, there is 1"))
            case .noSpread:
                standardDeviation = 0
                meanChange = Differences.decimal(from: scores[0].from, to: scores[0].to)
                reasons.append(MissingReason(Self.inference, "all \(scores.count) changes are identical"))
            default:
                reasons.append(MissingReason(Self.inference, error.description))
            }
        }
    }

    private mutating func measureEffect() {
        do throws(StatisticsError) {
            standardised = try StandardisedChange(scores)
            if standardised?.gav == nil { reasons.append(MissingReason(["g_av"], "both waves are constant")) }
        } catch {
            let reason =
                switch error {
                case .tooFew: "the correction for small samples needs 3 pairs"
                case .noSpread: "all \(scores.count) changes are identical"
                default: error.description
                }
            reasons.append(MissingReason(Self.effects, reason))
        }
    }

    private mutating func rank() {
        let found = RankFindings(scores)
        ranks = found
        let ofChanged = ["wilcoxon", "rank_biserial", "rank_sensitivity"]
        if found.wilcoxon == nil { reasons.append(MissingReason(ofChanged, "no one changed")) }
        if found.hodgesLehmann == nil {
            reasons.append(MissingReason(["hodges_lehmann", "hodges_lehmann_ci95"], "the numbers are too large"))
        }
    }

    private mutating func count() {
        let changes = scores.map { Differences.decimal(from: $0.from, to: $0.to) }
        let rises = changes.count { $0 > 0 }, falls = changes.count { $0 < 0 }
        (improved, worse, unchanged) = (rises, falls, changes.count - rises - falls)
        improvedShare = try? wilsonInterval(successes: rises, trials: changes.count)
    }
}

extension ArraySlice<ConfidenceComparison> {
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

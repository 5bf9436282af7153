import Statistics
import Testing

/// The samples of `Reference/samples.R`.
func referenceSamples() throws -> [String: (from: [Double], to: [Double])] {
    let rows = try ReferenceTable("samples.csv").rows
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], (numbers($0[1]), numbers($0[2]))) })
}

@Suite("Paired data agree with R") struct PairedReferenceTests {
    @Test("every number of every sample") func agreement() throws {
        let samples = try referenceSamples()
        #expect(samples.count >= 40)
        var found: [String: [String: Double]] = [:]
        for row in try ReferenceTable("paired.csv").rows {
            let sample = try #require(samples[row[0]])
            let numbers = found[row[0]] ?? Self.numbers(sample.from, sample.to)
            found[row[0]] = numbers
            let value = numbers[row[1]]
            guard let expected = Double(row[2]) else {
                #expect(value == nil, "\(row)")
                continue
            }
            let (relative, floor) = Self.tolerance(row[1])
            #expect(
                agree(value ?? .nan, expected, relative: relative, floor: floor),
                "\(row): \(String(describing: value))"
            )
        }
    }

    /// R finds noncentralities and effectsize's intervals by root finders of limited precision.
    static func tolerance(_ what: String) -> (Double, Double) {
        switch what {
        case "g_z_low", "g_z_high": (1e-7, 1e-9)
        case "effectsize_low", "effectsize_high": (5e-6, 5e-6)
        case "p_t": (1e-7, 0)
        case "hl_level", "hl_kept_level": (0, 2e-8)
        default: (1e-8, what.hasPrefix("p_") ? 0 : 1e-10)
        }
    }

    static func numbers(_ from: [Double], _ to: [Double]) -> [String: Double] {
        var found: [String: Double] = [:]
        if let test = try? PairedT(from: from, to: to) {
            found["mean"] = test.meanChange
            found["sd"] = test.standardDeviation
            (found["t"], found["df"], found["p_t"]) = (test.t, Double(test.degreesOfFreedom), test.p)
            (found["t_low"], found["t_high"]) = (test.interval.lowerBound, test.interval.upperBound)
        }
        if let effect = try? PairedEffect(from: from, to: to) {
            (found["d_z"], found["g_z"], found["r"]) = (effect.dz, effect.gz, effect.correlation)
            (found["g_z_low"], found["g_z_high"]) = (effect.gzInterval?.lowerBound, effect.gzInterval?.upperBound)
            (found["effectsize_low"], found["effectsize_high"]) = (found["g_z_low"], found["g_z_high"])
            (found["d_av"], found["d_rm"], found["glass"]) = (effect.dav, effect.drm, effect.glass)
            for convention in PairedEffect.AverageConvention.allCases {
                found["\(convention)"] = effect.gav(by: convention)
            }
            (found["bonett_low"], found["bonett_high"]) = (
                effect.davInterval?.lowerBound, effect.davInterval?.upperBound
            )
        }
        rank(zip(from, to).map { $1 - $0 }, &found)
        return found
    }

    private static func rank(_ changes: [Double], _ found: inout [String: Double]) {
        if let test = try? WilcoxonSignedRank(differences: changes) {
            (found["v"], found["p_wilcoxon"], found["rank_biserial"]) = (test.v, test.p, test.rankBiserial)
            let interval = try? test.rankBiserialInterval()
            (found["rank_biserial_low"], found["rank_biserial_high"]) = (interval?.lowerBound, interval?.upperBound)
        }
        if let test = try? WilcoxonSignedRank(differences: changes, zeros: .pratt) {
            (found["v_pratt"], found["p_pratt"]) = (test.v, test.p)
            (found["mean_pratt"], found["variance_pratt"]) = (test.expected, test.variance)
        }
        if let directions = try? ChangeDirections(differences: changes) {
            (found["improved"], found["worse"]) = (Double(directions.improved), Double(directions.worse))
        }
        found["p_sign"] = (try? SignTest(differences: changes))?.p
        found["p_flip"] = (try? SignFlipTest(differences: changes))?.p
        for (prefix, dropping) in [("hl", false), ("hl_kept", true)] {
            guard let typical = try? HodgesLehmann(differences: changes, droppingZeros: dropping) else { continue }
            found[prefix] = typical.estimate
            found["\(prefix)_low"] = typical.interval.lowerBound
            found["\(prefix)_high"] = typical.interval.upperBound
            found["\(prefix)_level"] = typical.achievedConfidence
        }
    }
}

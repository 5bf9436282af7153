import Statistics
import Testing

@Suite("Distributions") struct DistributionTests {
    @Test("agree with 150-digit evaluations") func reference() throws {
        for row in try ReferenceTable("distributions.csv").rows {
            let n = row.dropFirst().compactMap(Double.init)
            let (a, b, x, expected) = (n[0], n[1], n[2], n[3])
            let value: Double
            switch row[0] {
            case "normal_upper": value = try Normal.upperTail(x)
            case "t_upper": value = try StudentT(degreesOfFreedom: a).upperTail(x)
            case "noncentral_t_cdf": value = try NoncentralT(degreesOfFreedom: a, noncentrality: b).cdf(x)
            case "beta_cdf": value = try Beta(a: a, b: b).cdf(x)
            case "beta_upper": value = try Beta(a: a, b: b).upperTail(x)
            case "binomial_cdf": value = try Binomial(trials: Int(a), probability: b).cdf(Int(x))
            case "binomial_upper": value = try Binomial(trials: Int(a), probability: b).upperTail(Int(x))
            default: Issue.record("\(row[0]) has no test"); continue
            }
            let floor = row[0] == "noncentral_t_cdf" ? 1e-12 : 0
            #expect(agree(value, expected, relative: 1e-12, floor: floor), "\(row): \(value)")
        }
    }

    @Test("quantiles invert the distribution functions", arguments: [1e-9, 0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.9999])
    func inversion(_ p: Double) throws {
        #expect(agree(try Normal.cdf(Normal.quantile(p)), p, relative: 1e-12))
        for df in [1, 2.5, 10, 300] {
            let law = try StudentT(degreesOfFreedom: df)
            #expect(agree(try law.cdf(law.quantile(p)), p, relative: 1e-11))
        }
        for (a, b) in [(1.0, 4.0), (3.5, 4), (60, 30)] {
            let law = try Beta(a: a, b: b)
            #expect(agree(try law.cdf(law.quantile(p)), p, relative: 1e-10))
            #expect(agree(try law.upperTail(law.upperQuantile(p)), p, relative: 1e-10))
        }
    }

    @Test("familiar quantiles") func familiar() throws {
        #expect(agree(try Normal.twoSidedQuantile(confidence: 0.95), 1.959963984540054, relative: 1e-15))
        #expect(
            agree(
                try StudentT(degreesOfFreedom: 9).twoSidedQuantile(confidence: 0.95),
                2.2621571627982049,
                relative: 1e-14
            )
        )
    }

    @Test("far tails keep their digits") func tails() throws {
        // R: 2 * pt(-60, 30); the second: pnorm(37, lower.tail = FALSE).
        #expect(agree(try StudentT(degreesOfFreedom: 30).twoSidedP(60), 8.3113096135322409e-33, relative: 1e-12))
        #expect(agree(try Normal.upperTail(37), 5.725571222524577e-300, relative: 1e-12))
    }

    @Test("the noncentral t reflects") func reflection() throws {
        for (x, ncp) in [(0.7, -2.0), (-1.2, 3.0), (2.0, -8.0)] {
            let direct = try NoncentralT(degreesOfFreedom: 7, noncentrality: ncp).cdf(x)
            let mirrored = try NoncentralT(degreesOfFreedom: 7, noncentrality: -ncp).upperTail(-x)
            #expect(agree(direct, mirrored, relative: 1e-10, floor: 1e-13))
        }
    }

    @Test("arguments outside the domain are refused") func domain() {
        #expect(throws: StatisticsError.self) { try StudentT(degreesOfFreedom: 0) }
        #expect(throws: StatisticsError.self) { try StudentT(degreesOfFreedom: .nan) }
        #expect(throws: StatisticsError.notFinite) { try NoncentralT(degreesOfFreedom: 3, noncentrality: .infinity) }
        #expect(throws: StatisticsError.self) { try Beta(a: -1, b: 2) }
        #expect(throws: StatisticsError.self) { try Binomial(trials: 3, probability: 1.2) }
        #expect(throws: StatisticsError.self) { try Normal.quantile(0) }
        #expect(throws: StatisticsError.notFinite) { try Normal.cdf(.nan) }
    }
}

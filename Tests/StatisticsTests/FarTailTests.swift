import Statistics
import Testing

@Suite("Far tails") struct FarTailTests {
    @Test("agree with 60-digit evaluations to 1e-12, the noncentral t to 1e-12 of 1") func reference() throws {
        for row in try ReferenceTable("far_tails.csv").rows {
            let n = row.dropFirst().compactMap(Double.init)
            let (a, b, x, expected) = (n[0], n[1], n[2], n[3])
            let value: Double
            switch row[0] {
            case "normal_upper": value = try Normal.upperTail(x)
            case "normal_quantile": value = try Normal.quantile(x)
            case "t_upper": value = try StudentT(degreesOfFreedom: a).upperTail(x)
            case "f_upper": value = try FisherF(numerator: a, denominator: b).upperTail(x)
            case "f_cdf": value = try FisherF(numerator: a, denominator: b).cdf(x)
            case "chi_upper": value = try ChiSquared(degreesOfFreedom: a).upperTail(x)
            case "chi_cdf": value = try ChiSquared(degreesOfFreedom: a).cdf(x)
            case "gamma_upper": value = try Gamma(shape: a).upperTail(x)
            case "gamma_cdf": value = try Gamma(shape: a).cdf(x)
            case "beta_upper": value = try Beta(a: a, b: b).upperTail(x)
            case "beta_cdf": value = try Beta(a: a, b: b).cdf(x)
            case "binomial_upper": value = try Binomial(trials: Int(a), probability: b).upperTail(Int(x))
            case "binomial_cdf": value = try Binomial(trials: Int(a), probability: b).cdf(Int(x))
            case "poisson_upper": value = try Poisson(mean: a).upperTail(Int(x))
            case "poisson_cdf": value = try Poisson(mean: a).cdf(Int(x))
            case "negbin_upper": value = try NegativeBinomial(size: a, mean: b).upperTail(Int(x))
            case "negbin_cdf": value = try NegativeBinomial(size: a, mean: b).cdf(Int(x))
            case "noncentral_t_cdf": value = try NoncentralT(degreesOfFreedom: a, noncentrality: b).cdf(x)
            default: Issue.record("\(row[0]) has no test"); continue
            }
            let isNoncentral = row[0] == "noncentral_t_cdf"
            let error = abs(value - expected) / (isNoncentral ? 1 : abs(expected))
            #expect(error <= 1e-12, "\(row): \(value), off by \(error)")
        }
    }

    @Test(
        "both tails of the noncentral t add up to 1",
        arguments: [(3.0, 2.0, 1.0), (40, 60, 55), (9, -12, -20), (2, 0, 0)]
    )
    func complement(_ n: (df: Double, ncp: Double, x: Double)) throws {
        let law = try NoncentralT(degreesOfFreedom: n.df, noncentrality: n.ncp)
        #expect(agree(try law.cdf(n.x) + law.upperTail(n.x), 1, relative: 1e-12))
    }

    @Test("quantiles reach into the tails", arguments: [1e-300, 1e-100, 1e-40, 1e-12])
    func quantiles(_ p: Double) throws {
        for df in [2.0, 11, 400] {
            let law = try StudentT(degreesOfFreedom: df)
            #expect(agree(try law.upperTail(-(try law.quantile(p))), p, relative: 1e-9))
        }
        #expect(agree(try Normal.cdf(Normal.quantile(p)), p, relative: 1e-9))
        // Further out Boost.Math gives up on the F quantile, which is then refused.
        guard p > 1e-50 else { return }
        let f = try FisherF(numerator: 7, denominator: 31), chi = try ChiSquared(degreesOfFreedom: 9)
        let gamma = try Gamma(shape: 4.5), beta = try Beta(a: 12, b: 3)
        #expect(agree(try f.cdf(f.quantile(p)), p, relative: 1e-9))
        #expect(agree(try chi.cdf(chi.quantile(p)), p, relative: 1e-9))
        #expect(agree(try gamma.cdf(gamma.quantile(p)), p, relative: 1e-9))
        #expect(agree(try beta.cdf(beta.quantile(p)), p, relative: 1e-9))
        #expect(agree(try Beta(a: 3, b: 12).upperTail(Beta(a: 3, b: 12).upperQuantile(p)), p, relative: 1e-6))
    }
}

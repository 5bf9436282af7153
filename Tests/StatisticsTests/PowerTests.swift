import Statistics
import Testing

/// Expected numbers: `Reference/power.R`, whose simulations have a Monte Carlo error of their own.
@Suite("Power of comparisons of calls") struct PowerTests {
    private static func season(_ month: Int) -> Double {
        let wave = (try? SeasonalTerms.columns(harmonics: 1, times: [month]))?.last?.values.first ?? 0
        return 1 + 0.1 * wave
    }

    private static func analysis(_ design: String, _ phi: Double, _ rho: Double) throws -> any PowerAnalysis {
        let series = (1...36).map { 250 * season($0) }
        switch design {
        case "windows":
            return try WindowPower(expected: series, monthsBefore: 24, dispersion: phi, autocorrelation: rho)
        case "series":
            return try SeriesPower(expected: series, monthsBefore: 24, dispersion: phi, autocorrelation: rho)
        default:
            return try PanelPower(
                expected: (1...10).map { area in (1...24).map { Double(40 + 5 * area) * season($0) } },
                treated: Set(0..<4),
                monthsBefore: 12,
                dispersion: phi,
                autocorrelation: rho
            )
        }
    }

    @Test("closed forms agree with explicit matrices") func closed() throws {
        let rows = try ReferenceTable("power.csv", heading: false).rows.filter { $0[0] == "closed" }
        #expect(rows.count == 27)
        for row in rows {
            let (phi, rho) = (try #require(Double(row[2])), try #require(Double(row[3])))
            let variance = try Self.analysis(row[1], phi, rho).variance(autocorrelated: true)
            #expect(agree(variance, try #require(Double(row[4])), relative: 1e-10), "\(row)")
            if rho == 0 {
                #expect(try Self.analysis(row[1], phi, 0.5).variance(autocorrelated: false) == variance)
            }
        }
    }

    @Test("simulated power agrees with R's within both Monte Carlo errors") func simulated() throws {
        let rows = try ReferenceTable("power.csv", heading: false).rows.filter { $0[0] == "power" }
        #expect(rows.count == 8)
        for row in rows {
            let values = row[2...].compactMap { Double($0) }
            let theirs = values[4], simulations = row[1] == "panel" ? 1000 : 4000
            let ours = try Self.analysis(row[1], values[0], values[1])
                .simulatedShare(ratio: values[2], simulations: simulations, seed: 11)
            let error = (ours.error * ours.error + theirs * (1 - theirs) / values[3]).squareRoot()
            #expect(abs(ours.power - theirs) < 4 * error, "\(row): \(ours.power)")
        }
    }

    @Test("the fitted null of counts agrees with R's glm") func pattern() throws {
        let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        for row in try ReferenceTable("power.csv", heading: false).rows where row[0] == "pattern" {
            let months = numbers(row[2]).map { Int($0) }, counts = numbers(row[3]).map { Int($0) }
            let pattern = try MonthlyPattern(
                zip(months, counts).map { SeriesMonth(month: $0, count: $1, exposure: Double(days[$0 % 12])) }
            )
            #expect(agree(pattern.dispersion, try #require(Double(row[4])), relative: 1e-8))
            #expect(agree(try #require(pattern.lagOne), try #require(Double(row[5])), relative: 1e-6))
            for (ours, theirs) in zip(pattern.seasons, numbers(row[6])) { #expect(agree(ours, theirs, relative: 1e-7)) }
            #expect(pattern.autocorrelation >= 0 && pattern.autocorrelation <= 0.95)
        }
        let row = try #require(try ReferenceTable("power.csv", heading: false).rows.first { $0[0] == "panel" })
        let counts = numbers(row[2])
        let panel = try Panel(
            areas: (0..<6).flatMap { Array(repeating: $0, count: 20) },
            months: (0..<6).flatMap { _ in Array(0..<20) },
            outcomes: counts
        )
        let pattern = try MonthlyPattern(panel)
        #expect(agree(pattern.dispersion, try #require(Double(row[4])), relative: 1e-8))
        #expect(agree(try #require(pattern.lagOne), try #require(Double(row[5])), relative: 1e-6))
        #expect(throws: StatisticsError.tooFew(needed: 6, given: 5)) {
            try MonthlyPattern((0..<5).map { SeriesMonth(month: $0, count: 9, exposure: 30) })
        }
    }

    /// The design's own figures: 45,090 calls a year, a year against a year.
    @Test("the pilot's windows", arguments: [(1.0, 0.018485591725756444), (8, 0.051406055711031615)])
    func pilot(_ phi: Double, _ fall: Double) throws {
        let windows = try WindowPower(
            expected: Array(repeating: 45_090.0 / 12, count: 24),
            monthsBefore: 12,
            dispersion: phi
        )
        #expect(agree(try windows.detectableFall(), fall, relative: 1e-12))
        #expect(agree(try windows.normalPower(ratio: 1 - fall), 0.8, relative: 1e-5))
        #expect(try windows.detectableFall(autocorrelated: true) == windows.detectableFall())
        let simulated = try #require(try windows.detectable(simulations: 2000, seed: 4))
        // Student's quantile on 22 degrees of freedom in place of the normal one makes it about 4 % larger.
        #expect(abs((1 - simulated.ratio) / fall - 1.04) < 0.05)
        #expect(simulated.simulated.isSound)
        #expect(simulated.ratioError > 0 && simulated.ratioError < 0.02 * fall)
    }

    @Test("months that remember one another make a before and after test find too much") func memory() throws {
        let windows = try WindowPower(
            expected: Array(repeating: 300, count: 24),
            monthsBefore: 12,
            dispersion: 8,
            autocorrelation: 0.6
        )
        let none = try windows.power(ratio: 1, simulations: 2000, seed: 2)
        #expect(!none.isSound && none.size > 0.15)
        #expect(try windows.detectableFall(autocorrelated: true) > windows.detectableFall())
    }

    @Test("parts of a range add up to the whole, whoever counts them") func parts() throws {
        for design in ["windows", "series", "panel"] {
            let analysis = try Self.analysis(design, 4, 0.3)
            let whole = analysis.tally(ratio: 0.9, simulations: 0..<120, seed: 5)
            let parts = [0..<7, 7..<64, 64..<120].map { analysis.tally(ratio: 0.9, simulations: $0, seed: 5).found }
            #expect(parts.reduce(0, +) == whole.found)
            let shared = try analysis.simulatedShare(ratio: 0.9, simulations: 120, seed: 5).power
            #expect(shared == Double(whole.found) / 120)
        }
    }

    @Test("areas of unequal size share the calls out") func sizes() {
        let even = LogNormalSpread.sizes(7, variation: 0), uneven = LogNormalSpread.sizes(400, variation: 0.5)
        for size in even { #expect(agree(size, 1.0 / 7, relative: 1e-12)) }
        let mean = 1.0 / 400
        let variance = uneven.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 400
        #expect(abs(variance.squareRoot() / mean - 0.5) < 0.02)
        #expect(agree(uneven.reduce(0, +), 1, relative: 1e-12))
        #expect(LogNormalSpread.sizes(0, variation: 1).isEmpty)
    }

    @Test("windows that cannot be compared are refused") func refusals() {
        #expect(throws: StatisticsError.tooFew(needed: 3, given: 2)) {
            try WindowPower(expected: [5, 5, 5], monthsBefore: 3, dispersion: 1)
        }
        #expect(throws: StatisticsError.self) {
            try WindowPower(expected: [5, 0, 5], monthsBefore: 1, dispersion: 1)
        }
        #expect(throws: StatisticsError.self) {
            try WindowPower(expected: [5, 5, 5], monthsBefore: 1, dispersion: 1, autocorrelation: 1)
        }
    }
}

import Foundation
import Statistics
import Testing

/// Intervals cover and tests err as often as they say, on counts drawn from a known law. Seeds are fixed, so a failure is a
/// change of the code. Bounds are three standard errors of the number of rounds.
@Suite("Coverage and size for calls", .enabled(if: ProcessInfo.processInfo.environment["COMMONGROUND_SLOW"] == "1"))
struct CallCoverageTests {
    @Test("an interrupted series of counts four times as variable as chance") func series() throws {
        var random = SeededNumbers(seed: 31), covered = 0, rounds = 0
        for _ in 0..<2000 {
            let months = (1...60).map { month in
                let mean = 120 * exp(0.002 * Double(month)) * (month > 36 ? 0.9 : 1)
                return SeriesMonth(month: month, outcome: Self.count(mean, dispersion: 4, &random))
            }
            let fit = try InterruptedTimeSeries([months], interruption: Interruption(start: 37, harmonics: 1))
            rounds += 1
            if try #require(fit.effect.ratioInterval).contains(0.9) { covered += 1 }
        }
        #expect(abs(Double(covered) / Double(rounds) - 0.95) < 0.0146 + 0.005, "\(covered) of \(rounds)")
    }

    @Test("an exact ratio never covers less than it says") func exactRatio() throws {
        var random = SeededNumbers(seed: 32), covered = 0, rounds = 0
        for _ in 0..<4000 {
            let after = Int(Self.poisson(8, &random)), before = Int(Self.poisson(10, &random))
            guard after + before > 0 else { continue }
            let ratio = try ExactRateRatio(
                after: RateCell(count: after, exposure: 1),
                before: RateCell(count: before, exposure: 1)
            )
            rounds += 1
            if ratio.lower <= 0.8, ratio.upper ?? .infinity >= 0.8 { covered += 1 }
        }
        #expect(Double(covered) / Double(rounds) >= 0.95 - 0.0104, "\(covered) of \(rounds)")
    }

    @Test("ten areas: the wild bootstrap, CR2 and the lottery of starts find nothing in nothing", arguments: [5, 3])
    func fewAreas(_ treated: Int) throws {
        var random = SeededNumbers(seed: UInt64(33 + treated)), wild = 0, reduced = 0, lottery = 0
        let rounds = 400
        for _ in 0..<rounds {
            let panel = try Self.panel(areas: 10, months: 12, &random)
            var whole = panel
            try whole.append(
                "treated",
                panel.areas.indices.map { panel.areas[$0] < treated && panel.months[$0] >= 6 ? 1 : 0 }
            )
            if try PanelWildTest(whole, testing: "treated", family: .gaussian).p <= 0.05 { wild += 1 }
            if try FixedEffectsModel(whole, family: .gaussian).biasReducedTable()[0].p <= 0.05 { reduced += 1 }
            let starts = Dictionary(uniqueKeysWithValues: (0..<treated).map { ($0, 6) })
            if try RandomisationTest(panel, starts: starts, family: .gaussian).p <= 0.05 { lottery += 1 }
        }
        // Three standard errors of 400 rounds at 5 % are 3.3 points.
        for found in [wild, reduced, lottery] {
            #expect(Double(found) / Double(rounds) <= 0.05 + 0.033, "\(wild) \(reduced) \(lottery)")
        }
        #expect(lottery > rounds / 50 && wild > 0)
    }

    @Test("placebo ranks are even: each place of the treated area is as likely") func placebos() throws {
        var random = SeededNumbers(seed: 36), small = 0
        let rounds = 600
        for _ in 0..<rounds {
            let areas = (0..<10).map { _ in (0..<24).map { _ in 50 + Self.normal(&random) } }
            let control = try SyntheticControl(treated: areas[0], donors: Array(areas[1...]), monthsBefore: 16)
            if try #require(control.p) <= 0.1 + 1e-9 { small += 1 }
        }
        #expect(abs(Double(small) / Double(rounds) - 0.1) < 0.037, "\(small)")
    }

    private static func panel(areas: Int, months: Int, _ random: inout SeededNumbers) throws -> Panel {
        var place: [Int] = [], time: [Int] = [], values: [Double] = []
        for area in 0..<areas {
            let level = 3 * normal(&random)
            var state = normal(&random)
            for month in 0..<months {
                state = 0.5 * state + normal(&random)
                place.append(area)
                time.append(month)
                values.append(level + state + 0.3 * Double(month))
            }
        }
        return try Panel(areas: place, months: time, outcomes: values)
    }

    /// A gamma-Poisson count: variance `dispersion` times the mean.
    private static func count(_ mean: Double, dispersion: Double, _ random: inout SeededNumbers) -> Double {
        // A gamma law of shape k by adding up k exponential numbers, k whole.
        let shape = max(1, Int((mean / (dispersion - 1)).rounded()))
        var sum = 0.0
        for _ in 0..<shape { sum -= log(1 - Double.random(in: 0..<1, using: &random)) }
        return poisson(sum * mean / Double(shape), &random)
    }

    private static func poisson(_ mean: Double, _ random: inout SeededNumbers) -> Double {
        var count = 0.0, left = mean
        while true {
            left += log(1 - Double.random(in: 0..<1, using: &random))
            if left < 0 { return count }
            count += 1
        }
    }

    private static func normal(_ random: inout SeededNumbers) -> Double {
        let u = 1 - Double.random(in: 0..<1, using: &random), v = Double.random(in: 0..<1, using: &random)
        return (-2 * log(u)).squareRoot() * cos(2 * .pi * v)
    }
}

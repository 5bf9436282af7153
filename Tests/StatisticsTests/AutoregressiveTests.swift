import Statistics
import Testing

@Suite("Interrupted series with errors that remember") struct AutoregressiveTests {
    private func series(_ name: String) throws -> [SeriesMonth] {
        try ReferenceTable("autoregressive_series.csv").rows.filter { $0[0] == name }.map { row in
            SeriesMonth(month: try #require(Int(row[1])), outcome: try #require(Double(row[2])))
        }
    }

    @Test(
        "agree with nlme's gls by restricted likelihood, gaps included",
        arguments: ["plain", "gaps", "negative", "short"]
    )
    func reference(_ name: String) throws {
        let known = Dictionary(
            uniqueKeysWithValues: try ReferenceTable("autoregressive.csv").rows.filter { $0[0] == name }
                .map { ($0[1], try #require(Double($0[2]))) }
        )
        let start = Int(try #require(known["start"]))
        let fit = try AutoregressiveSeries(series(name).shuffled(), interruption: Interruption(start: start))
        #expect(abs(fit.correlation - (known["rho"] ?? .nan)) < 1e-6)
        #expect(abs(fit.correlation - (known["rho.nlme"] ?? .nan)) < 1e-5)
        #expect(agree(fit.deviation, known["sigma"] ?? .nan, relative: 1e-6))
        #expect(
            fit.coefficients.map(\.name) == ["intercept", "time", "level", "slope", "sin1", "cos1", "sin2", "cos2"]
        )
        for line in fit.coefficients {
            #expect(agree(line.estimate, known[line.name] ?? .nan, relative: 1e-6, floor: 1e-8), "\(line)")
            #expect(agree(line.standardError, known["\(line.name).se"] ?? .nan, relative: 1e-6), "\(line)")
            #expect(agree(line.estimate, known["\(line.name).nlme"] ?? .nan, relative: 1e-5, floor: 1e-7), "\(line)")
            #expect(agree(line.standardError, known["\(line.name).nlme.se"] ?? .nan, relative: 1e-5), "\(line)")
        }
    }

    @Test("refuse short series, an event that hides the level, and values without spread") func refusals() throws {
        let all = try series("plain"), start = Interruption(start: 49)
        #expect(throws: StatisticsError.self) { try AutoregressiveSeries(Array(all.prefix(50)), interruption: start) }
        let hiding = Interruption(start: 49, events: [DatedEvent(name: "closure", months: 49...100)])
        let fit = try AutoregressiveSeries(all, interruption: hiding)
        #expect(fit.dropped == ["closure"])
        let flat = all.map { SeriesMonth(month: $0.month, outcome: 3) }
        #expect(throws: StatisticsError.noSpread) { try AutoregressiveSeries(flat, interruption: start) }
    }
}

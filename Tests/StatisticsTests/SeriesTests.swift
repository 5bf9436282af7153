import Statistics
import Testing

@Suite("Interrupted time series") struct SeriesTests {
    @Test("agree with R's glm, glm.nb, lm and NeweyWest", arguments: Case.all) func reference(_ case: Case) throws {
        let expected = try KnownValues("series.csv", of: `case`.name)
        let series = try SeriesData.series(`case`.data)
        let start = try SeriesData.start(`case`.data)
        for (suffix, errors) in [("se", CellErrors.model), ("hac", .neweyWest(lag: `case`.lag))] {
            let fit = try InterruptedTimeSeries(
                series.map { $0.filter { !`case`.left.contains($0.month) } },
                interruption: Interruption(
                    start: start,
                    firstMonth: 1,
                    harmonics: `case`.harmonics,
                    events: `case`.events
                ),
                family: `case`.family,
                errors: errors
            )
            #expect(fit.dropped.isEmpty)
            for line in fit.coefficients where !line.name.hasPrefix("series ") {
                try expected.check(line.name, line.estimate, `case`.tolerance)
                try expected.check("\(line.name).\(suffix)", line.standardError, `case`.tolerance)
            }
            try expected.check("averted", fit.effect.averted.estimate, `case`.tolerance)
            try expected.check("averted.\(suffix)", fit.effect.averted.standardError, `case`.tolerance)
            try expected.check("at12", fit.effect.atTwelveMonths.estimate, `case`.tolerance)
            guard suffix == "se" else { continue }
            try expected.check("yearly", fit.effect.avertedPerYear.estimate, `case`.tolerance)
            try expected.check("yearly.se", fit.effect.avertedPerYear.standardError, `case`.tolerance)
            try expected.check("at12.se", fit.effect.atTwelveMonths.standardError, `case`.tolerance)
            try expected.check("df", Double(fit.degreesOfFreedom), 0)
            if `case`.family == .quasipoisson || `case`.family == .gaussian {
                try expected.check("dispersion", fit.dispersion, 1e-8)
            }
            if let likelihood = fit.logLikelihood { try expected.check("loglik", likelihood, 1e-8) }
            if let theta = fit.theta { try expected.check("theta", theta, 1e-5) }
            guard series.count == 1, let own = fit.autocorrelation else { continue }
            try expected.check("acf1", own.correlations[0], `case`.tolerance * 10)
            try expected.check("acf12", own.correlations[11], `case`.tolerance * 10)
            try expected.check("dw", own.durbinWatson, `case`.tolerance * 10)
            try expected.check("ljungbox", own.ljungBox, `case`.tolerance * 10)
            try expected.check("ljungbox.p", own.p, `case`.tolerance * 10)
        }
    }

    @Test("a controlled series agrees with R") func controlled() throws {
        let expected = try KnownValues("series.csv", of: "controlled")
        let series = try SeriesData.series("controlled")
        for (suffix, errors) in [("se", CellErrors.model), ("hac", .neweyWest(lag: 12))] {
            let fit = try ControlledTimeSeries(
                treated: [series[0]],
                comparison: [series[1]],
                interruption: Interruption(start: 49),
                errors: errors
            )
            for line in fit.coefficients {
                let name = String(line.name.map { $0 == ":" ? "." : $0 })
                try expected.check(name, line.estimate, 1e-8)
                try expected.check("\(name).\(suffix)", line.standardError, 1e-8)
            }
            try expected.check("averted", fit.effect.averted.estimate, 1e-8)
            try expected.check("averted.\(suffix)", fit.effect.averted.standardError, 1e-8)
            try expected.check("dispersion", fit.dispersion, 1e-8)
        }
    }

    @Test("counts that vary less than chance leave the negative binomial at Poisson's law") func alternationLimit()
        throws
    {
        let series = try SeriesData.series("under")
        let shaped = try InterruptedTimeSeries(series, interruption: Interruption(start: 49), family: .negativeBinomial)
        let plain = try InterruptedTimeSeries(series, interruption: Interruption(start: 49), family: .poisson)
        #expect(shaped.hitAlternationLimit && shaped.theta == nil)
        #expect(shaped.coefficients == plain.coefficients)
        #expect(!plain.hitAlternationLimit)
    }

    @Test("the unit of exposure and the order of months and areas do not matter") func invariance() throws {
        let series = try SeriesData.series("joint")
        let plain = try InterruptedTimeSeries(series, interruption: Interruption(start: 40))
        let turned = try InterruptedTimeSeries(
            series.reversed().map { months in
                months.reversed().map { SeriesMonth(month: $0.month, outcome: $0.outcome, offset: $0.offset + 7) }
            },
            interruption: Interruption(start: 40)
        )
        #expect(agree(plain.effect.level.estimate, turned.effect.level.estimate, relative: 1e-9))
        #expect(agree(plain.effect.averted.standardError, turned.effect.averted.standardError, relative: 1e-9))
        #expect(agree(plain.dispersion, turned.dispersion, relative: 1e-9))
    }

    @Test("several series with levels taken out equal one model with a column for each") func absorbed() throws {
        let series = try SeriesData.series("joint")
        let months = series.flatMap { $0 }
        var design = Design(intercept: months.count)
        try design.appendFactor("area", series.indices.flatMap { i in series[i].map { _ in "\(i)" } })
        try design.append("time", months.map { Double($0.month) })
        try design.append("level", months.map { $0.month >= 40 ? 1 : 0 })
        try design.append("slope", months.map { Double(max(0, $0.month - 40)) })
        let dummies = try CountModel(
            months.map(\.outcome),
            on: design,
            family: .quasipoisson,
            offset: months.map(\.offset)
        )
        let fit = try InterruptedTimeSeries(series, interruption: Interruption(start: 40, firstMonth: 1, harmonics: 0))
        for line in fit.coefficients {
            let place = try #require(dummies.names.firstIndex(of: line.name))
            #expect(agree(line.estimate, dummies.coefficients[place], relative: 1e-9))
        }
        #expect(agree(fit.dispersion, dummies.dispersion, relative: 1e-10))
    }

    @Test("series that cannot tell are refused") func refusals() throws {
        let series = try SeriesData.series("quasi")[0]
        func fit(_ months: [SeriesMonth], _ interruption: Interruption = Interruption(start: 49)) throws {
            _ = try InterruptedTimeSeries([months], interruption: interruption)
        }
        #expect(throws: StatisticsError.shortSeries(before: 11, after: 24, neededBefore: 12, neededAfter: 6)) {
            try fit(series.filter { $0.month > 37 })
        }
        #expect(throws: StatisticsError.shortSeries(before: 48, after: 5, neededBefore: 12, neededAfter: 6)) {
            try fit(series.filter { $0.month < 54 })
        }
        #expect(throws: StatisticsError.shortSeries(before: 48, after: 4, neededBefore: 12, neededAfter: 6)) {
            try fit(series.filter { $0.month < 54 }, Interruption(start: 49, transitionMonths: 1))
        }
        let quiet = series.map {
            SeriesMonth(month: $0.month, outcome: $0.month < 49 ? $0.outcome : 0, offset: $0.offset)
        }
        #expect(throws: StatisticsError.separation) { try fit(quiet) }
        #expect(throws: StatisticsError.noEvents) { try fit(series.map { SeriesMonth(month: $0.month, outcome: 0) }) }
        #expect(throws: StatisticsError.rankDeficient(columns: ["level"])) {
            try fit(series, Interruption(start: 49, events: [DatedEvent(name: "x", months: 49...72)]))
        }
        #expect(throws: StatisticsError.self) { try fit(series, Interruption(start: 49, harmonics: 7)) }
        #expect(throws: StatisticsError.noSpread) {
            try fit(series.map { SeriesMonth(month: $0.month, outcome: 5) })
        }
    }

    @Test("a zero in each month of one half-year is no separation, zeros in all of an event are") func separation()
        throws
    {
        var series = try SeriesData.series("quasi")[0]
        for place in 10..<13 { series[place].outcome = 0 }
        #expect(throws: StatisticsError.separation) {
            try InterruptedTimeSeries(
                [series],
                interruption: Interruption(start: 49, events: [DatedEvent(name: "closed", months: 11...13)])
            )
        }
        _ = try InterruptedTimeSeries([series], interruption: Interruption(start: 49))
    }

    @Test("seasons are sines and cosines of the month, the sixth sine left out") func seasons() throws {
        let columns = try SeasonalTerms.columns(harmonics: 6, times: Array(-3...30))
        #expect(
            columns.map(\.name) == [
                "sin1", "cos1", "sin2", "cos2", "sin3", "cos3", "sin4", "cos4", "sin5", "cos5", "cos6",
            ]
        )
        #expect(columns[0].values[6] == 1 && columns[1].values[3] == 1 && columns[10].values[4] == -1)
        #expect(NeweyWest.usualLag(observations: 72) == 3 && NeweyWest.usualLag(observations: 100) == 4)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var data: String
        var family: CountModel.Family = .quasipoisson
        var harmonics = 2
        var lag = 12
        var events: [DatedEvent] = []
        var left: ClosedRange<Int> = 0...0
        var tolerance = 1e-8
        var testDescription: String { name }

        static let all = [
            Case(name: "quasi", data: "quasi"),
            Case(name: "poisson", data: "poisson", family: .poisson, harmonics: 1, lag: 3),
            Case(name: "negbin", data: "negbin", family: .negativeBinomial, lag: 6, tolerance: 1e-5),
            Case(name: "gaussian", data: "gaussian", family: .gaussian),
            Case(name: "gaps", data: "gaps", harmonics: 3, lag: 4),
            Case(name: "six", data: "six", harmonics: 6),
            Case(name: "under", data: "under", family: .poisson),
            Case(
                name: "events",
                data: "events",
                events: [
                    DatedEvent(name: "lockdown", months: 15...20), DatedEvent(name: "recording", months: 30...99),
                ],
                left: 49...50
            ),
            Case(name: "joint", data: "joint"),
            Case(name: "jointgaussian", data: "joint", family: .gaussian),
            Case(name: "jointnegbin", data: "joint", family: .negativeBinomial, tolerance: 1e-5),
        ]
    }
}

/// The series that `series.R` wrote.
enum SeriesData {
    static func series(_ name: String) throws -> [[SeriesMonth]] {
        var series: [[SeriesMonth]] = []
        for row in try ReferenceTable("series_data.csv").rows where row[0] == name {
            let place = try #require(Int(row[1])) - 1
            while series.count <= place { series.append([]) }
            series[place].append(
                SeriesMonth(
                    month: try #require(Int(row[3])),
                    outcome: try #require(Double(row[4])),
                    offset: try #require(Double(row[5]))
                )
            )
        }
        return series
    }

    static func start(_ name: String) throws -> Int {
        try #require(try ReferenceTable("series_data.csv").rows.first { $0[0] == name }.flatMap { Int($0[6]) })
    }
}

/// Expected numbers of one case, by name.
struct KnownValues {
    private let values: [String: Double]

    init(_ file: String, of name: String) throws {
        let rows = try ReferenceTable(file).rows.filter { $0[0] == name }
        values = Dictionary(uniqueKeysWithValues: rows.compactMap { row in Double(row[2]).map { (row[1], $0) } })
        try #require(!values.isEmpty)
    }

    func check(_ name: String, _ actual: Double, _ relative: Double) throws {
        let known = try #require(values[name], "\(name)")
        #expect(agree(actual, known, relative: relative, floor: 1e-10), "\(name): \(actual), R has \(known)")
    }
}

import Evaluation
import Foundation
import Programme
import Testing

@Suite("Series of calls") struct CallsSeriesTests {
    private static let start = 2022 * 12

    private func known(_ name: String) throws -> [String: Double] {
        let rows = try reference("calls_series.csv").filter { $0["case"] == name }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["quantity"] ?? "", Double($0["value"] ?? "") ?? .nan) })
    }

    /// The point of month `t`, counted from 1 in January 2018.
    private func point(_ series: CallsSeries, _ t: Int) throws -> CallsSeries.Point {
        try #require(series.points.first { $0.month.index == 2018 * 12 + t - 1 })
    }

    @Test("fitted and expected months, with the interval, agree with R") func agreesWithR() throws {
        let known = try known("its")
        let findings = try CallsModelTests.findings(#"{"method":"its","treated":["Area 1"],"start":"2022-01"}"#)
        let series = try #require(findings.series.first)
        #expect(findings.series.count == 1 && series.role == .treated && series.start == Month("2022-01"))
        #expect(series.points.count == 72 && series.unit == "counts a month")
        // Months 20 and 55 have no row.
        for gap in [20, 55] { #expect(try point(series, gap).observed == nil && point(series, gap).fitted == nil) }
        for t in [10, 49, 60, 72] {
            let point = try point(series, t)
            #expect(agree(point.fitted, known["fitted.\(t)"], relative: 1e-7))
            #expect(agree(point.counterfactual, known["expected.\(t)"], relative: 1e-7))
            #expect(agree(point.interval?.lowerBound, known["low.\(t)"], relative: 1e-7))
            #expect(agree(point.interval?.upperBound, known["high.\(t)"], relative: 1e-7))
        }
        let lagged = try CallsModelTests.findings(
            #"{"method":"its","treated":["Area 1"],"start":"2022-01","lag":12}"#
        )
        let wide = try point(lagged.series[0], 60).interval, lag = try self.known("its_lag")
        #expect(agree(wide?.lowerBound, lag["low.60"], relative: 1e-7))
        #expect(agree(wide?.upperBound, lag["high.60"], relative: 1e-7))
    }

    @Test("several treated areas are added up, months with a gap in one of them left out") func together() throws {
        let known = try known("its_three")
        let findings = try CallsModelTests.findings(
            #"{"method":"its","treated":["Area 1","Area 2","Area 3"],"start":"2022-01"}"#
        )
        #expect(findings.series.map(\.role) == [.treated, .treated, .treated, .treatedTogether])
        let sum = findings.series[3]
        #expect(try point(sum, 20).observed == nil)
        let parts = try findings.series.prefix(3).map { try point($0, 60) }
        #expect(try point(sum, 60).observed == parts.reduce(0) { $0 + ($1.observed ?? .nan) })
        #expect(agree(try point(sum, 60).counterfactual, known["expected.60"], relative: 1e-7))
        #expect(agree(try point(sum, 60).interval?.lowerBound, known["low.60"], relative: 1e-7))
        #expect(agree(try point(sum, 60).interval?.upperBound, known["high.60"], relative: 1e-7))
    }

    @Test("an event study agrees with R, with its joint test and its bound") func study() throws {
        let known = try known("study")
        let findings = try CallsModelTests.findings(
            #"{"method":"did","treated":["Area 1","Area 2","Area 3"],"start":"2022-01"}"#
        )
        let fit = try self.known("did"), area = findings.series[1]
        #expect(agree(try point(area, 60).fitted, fit["fitted.60"], relative: 1e-7))
        #expect(agree(try point(area, 60).counterfactual, fit["expected.60"], relative: 1e-7))
        #expect(findings.series.last?.role == .comparison && findings.series.last?.areas.count == 7)
        let study = try #require(findings.model?.eventStudy)
        #expect(study.why == nil && study.points.map(\.months) == Array(-5 ... -2) + Array(0...11))
        for point in study.points {
            #expect(agree(point.ratio, known["ratio.\(point.months)"], relative: 1e-7))
            #expect(agree(point.interval?.lowerBound, known["low.\(point.months)"], relative: 1e-7))
            let band = try #require(point.band), interval = try #require(point.interval)
            #expect(band.lowerBound <= interval.lowerBound && band.upperBound >= interval.upperBound)
            #expect(point.isBinned == [-5, 11].contains(point.months))
        }
        #expect(agree(study.leads?.statistic, known["f"], relative: 1e-6))
        #expect(agree(study.leads?.p, known["p"], relative: 1e-6))
        #expect(agree(study.postMean, known["post"], relative: 1e-7))
        let bound = try #require(study.bounds.first { $0.allowing == 1 })
        #expect(agree(bound.range.lowerBound, known["bound.low"], relative: 1e-7))
        #expect(agree(bound.range.upperBound, known["bound.high"], relative: 1e-7))
        let alone = try CallsModelTests.findings(#"{"method":"did","treated":["Area 1"],"start":"2022-01"}"#)
        let single = try #require(alone.model?.eventStudy)
        #expect(single.points.allSatisfy { $0.interval == nil } && single.leads == nil && single.why != nil)
    }

    @Test("a synthetic control brings its gaps, its placebos and the mixture") func synthetic() throws {
        let findings = try CallsModelTests.findings(
            #"{"method":"synthetic_control","treated":["Area 2"],"start":"2022-01"}"#
        )
        let control = try #require(findings.model?.synthetic)
        // Months 5, 20 and 55 have a gap in one area.
        #expect(control.months.count == 69 && control.gaps.count == 69 && control.placebos.count == 9)
        #expect(control.placebos.allSatisfy { $0.gaps.count == 69 })
        let after = zip(control.months, control.gaps).filter { $0.0.index >= Self.start }.map(\.1)
        #expect(agree(after.reduce(0, +) / Double(after.count), control.meanGapAfter))
        let point = try point(findings.series[0], 60)
        let place = try #require(control.months.firstIndex(of: point.month))
        #expect(agree((point.observed ?? 0) - (point.counterfactual ?? 0), control.gaps[place]))
        #expect(findings.series[0].unit == "per 1,000 residents and month")
    }

    @Test(
        "small counts hide whole series, and nothing beside gives them away",
        arguments: ["its", "did", "synthetic_control"]
    )
    func suppression(_ method: String) throws {
        // Area 2 falls to a handful in one month.
        let low = try CallsModelTests.counts().map { row in
            var copy = row
            if row.area == "Area 2", row.month == Month("2020-03") { copy.count = 4 }
            return copy
        }
        let design = try CallsDesign(
            json: Data(#"{"method":"\#(method)","treated":["Area 2","Area 3"],"start":"2022-01"}"#.utf8)
        )
        let findings = try CallsFindings(evaluating: low, design: design, options: CallsOptions(suppressBelow: 10))
        func series(_ name: String) throws -> CallsSeries {
            try #require(findings.series.first { $0.name == name })
        }
        #expect(try series("Area 2").points.isEmpty && series("Area 2").why == "suppressed: a month below 10")
        // The sum less Area 3 would be Area 2.
        #expect(try series("treated areas").points.isEmpty && !series("Area 3").points.isEmpty)
        if method == "did" {
            #expect(findings.model?.eventStudy?.points.isEmpty == true)
            #expect(try series("Area 3").points.allSatisfy { $0.fitted == nil })
        }
        if method == "synthetic_control" {
            #expect(findings.model?.synthetic?.gaps.isEmpty == true)
            #expect(try series("Area 3").points.allSatisfy { $0.fitted == nil })
        }
        let open = try CallsFindings(evaluating: low, design: design)
        #expect(open.series.allSatisfy { !$0.points.isEmpty })
    }
}

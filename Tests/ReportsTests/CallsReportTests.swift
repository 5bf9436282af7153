import Evaluation
import Figures
import Foundation
import Programme
import Reports
import Testing

/// Made-up counts and their report.
enum CallsSample {
    static let start = Month(year: 2023, month: 1)

    /// Four years of months in some areas; the first falls by a fifth from ``start`` on, and its eighth month is missing.
    static func counts(areas: [String], level: Int = 120) -> [AreaMonthCount] {
        areas.enumerated().flatMap { place, area in
            (0..<48).compactMap { number -> AreaMonthCount? in
                guard let first = Month(year: 2021, month: 1), place > 0 || number != 7 else { return nil }
                let month = first.adding(number)
                let noise = (number * 37 + place * 53) % 29 - 14
                let season = [0, 3, 9, 14, 20, 22, 19, 15, 8, 6, 2, 0][number % 12]
                let mean = Double(level + season + noise + place * 5)
                let isTreated = place == 0 && number >= 24
                return AreaMonthCount(
                    area: area,
                    month: month,
                    count: max(1, Int(mean * (isTreated ? 0.8 : 1))),
                    population: 50_000
                )
            }
        }
    }

    static func findings(
        _ method: CallsDesign.Method,
        areas: [String] = ["Slough", "Oxford", "Reading", "Cherwell", "Wycombe", "Bracknell"],
        level: Int = 120,
        source: CountSource = .countsFile,
        suppressBelow: Int? = 10
    ) throws -> CallsFindings {
        try CallsFindings(
            evaluating: counts(areas: areas, level: level),
            design: CallsDesign(method: method, treated: [areas[0]], start: start),
            options: CallsOptions(source: source, suppressBelow: suppressBelow)
        )
    }

    static func report(_ findings: CallsFindings, source: String = "the file counts.csv") -> CallsReport {
        CallsReport(
            findings,
            origin: ReportOrigin(
                source: source,
                fingerprint: Sample.fingerprint,
                fingerprintOf: "SHA-256 of the file",
                version: "9.9.9",
                seed: 1,
                days: "from 2021-01 to 2024-12"
            )
        )
    }
}

@Suite("The report of calls") struct CallsReportTests {
    @Test("says the verdict first, and the same bytes every time", arguments: CallsDesign.Method.allCases)
    func verdict(method: CallsDesign.Method) throws {
        let findings = try CallsSample.findings(method)
        let html = CallsSample.report(findings).html
        #expect(html == CallsSample.report(try CallsSample.findings(method)).html)
        let verdict = Markup.escaped(Markup.typeset("Verdict: \(findings.verdict)"))
        let word = try #require(html.range(of: verdict)?.lowerBound)
        let heading = try #require(html.range(of: "<h2")?.lowerBound)
        #expect(word < heading)
        for statement in findings.statements {
            #expect(html.contains(Markup.escaped(Markup.typeset(statement))), "\(statement)")
        }
    }

    @Test("can be found one's way in and loads nothing", arguments: CallsDesign.Method.allCases)
    func structure(method: CallsDesign.Method) throws {
        let html = CallsSample.report(try CallsSample.findings(method)).html
        let page = try Page(html)
        for landmark in ["header", "nav", "main", "footer", "h1", "title"] {
            #expect(page.elements.count { $0.name == landmark && !$0.isInFigure } == 1, "\(landmark)")
        }
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count, "ids are used twice")
        for link in page.elements where link.name == "a" {
            let target = try #require(link.attributes["href"])
            #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())), "\(target)")
        }
        #expect(page.elements.count { $0.name == "table" } == page.elements.count { $0.name == "caption" })
        for word in ["<script", "<link", "<img", "@import", "url(", " src="] { #expect(!html.contains(word)) }
    }

    @Test(
        "draws what each method has",
        arguments: [
            (CallsDesign.Method.interruptedTimeSeries, "Expected without the course"),
            (.controlledInterruptedTimeSeries, "Expected without the course"),
            (.differenceInDifferences, "Months since the start"), (.syntheticControl, "Lowest of the others"),
            (.beforeAfter, "Area by area"),
        ]
    )
    func figures(method: CallsDesign.Method, words: String) throws {
        let html = CallsSample.report(try CallsSample.findings(method)).html
        #expect(html.contains("<svg") && html.contains(words))
        #expect(html.contains("missing"), "the gap is told")
    }

    @Test(
        "names licence and source for police.uk, and never takes its rows for calls",
        arguments: [
            CallsDesign.Method.beforeAfter, .interruptedTimeSeries, .differenceInDifferences,
        ]
    )
    func wording(method: CallsDesign.Method) throws {
        let police = CallsSample.report(try CallsSample.findings(method, source: .policeUK)).html
        #expect(police.contains("Open Government Licence v3.0"))
        #expect(!police.lowercased().contains("calls"))
        let extract = CallsSample.report(try CallsSample.findings(method, source: .forceExtract)).html
        #expect(!extract.contains("Open Government Licence") && !extract.lowercased().contains("incident"))
    }

    @Test("text from outside stays text") func escaping() throws {
        let hostile = "<script>alert('x')</script>\" onload=\"y"
        let findings = try CallsSample.findings(.interruptedTimeSeries, areas: [hostile, "B"])
        let html = CallsSample.report(findings, source: hostile).html
        let page = try Page(html)
        #expect(!page.elements.contains { $0.name == "script" || $0.attributes["onload"] != nil })
        #expect(html.contains("&lt;script&gt;"))
    }

    @Test("tells no month of an area whose counts are too few", arguments: CallsDesign.Method.allCases)
    func suppression(method: CallsDesign.Method) throws {
        let findings = try CallsSample.findings(method, level: 3)
        let html = CallsSample.report(findings).html
        #expect(html.contains("Counts below 10 are not told."))
        let own = findings.series.filter { $0.role == .treated }
        #expect(!own.isEmpty)
        for series in own {
            let drawn = Figure.callSeries(CallSeriesPlot(series, source: findings.source))
            #expect(drawn?.title == nil, "\(series.name)")
        }
    }
}

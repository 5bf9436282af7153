import Evaluation
import Foundation
import Programme
import Testing

@testable import Figures

@Suite("Figures of confidence") struct ConfidenceFigureTests {
    @Test(
        "bands mirror each other and hold every score once",
        arguments: [
            (ScoreRange("0...10"), ["0–2", "3–4", "5", "6–7", "8–10"], ["0–3", "4–6", "7–10"]),
            (ScoreRange("1...5"), ["1", "2", "3", "4", "5"], ["1–2", "3", "4–5"]),
            (ScoreRange("1...6"), ["1–2", "3", "4", "5–6"], ["1–2", "3–4", "5–6"]),
            (ScoreRange("1...7"), ["1–2", "3", "4", "5", "6–7"], ["1–2", "3–5", "6–7"]),
            (ScoreRange("0...1"), ["0", "1"], ["0", "1"]),
            (ScoreRange("-3...3"), ["-3–-2", "-1", "0", "1", "2–3"], ["-3–-2", "-1–1", "2–3"]),
        ]
    )
    func bands(range: ScoreRange?, fine: [String], coarse: [String]) throws {
        let range = try #require(range)
        #expect(AnswerBands.fine(range)?.bands.map(\.label) == fine)
        #expect(AnswerBands.coarse(range)?.bands.map(\.label) == coarse)
        for bands in [AnswerBands.fine(range), AnswerBands.coarse(range)] {
            let bands = try #require(bands)
            let sides = bands.bands.map(\.side)
            #expect(sides.map { -$0 } == Array(sides.reversed()))
            for score in Int(range.lowest)...Int(range.highest) {
                let band = bands.bands[bands.position(of: Double(score))]
                #expect((band.lowest...band.highest).contains(score))
            }
        }
    }

    @Test("scores that are no whole numbers have no bands") func noBands() throws {
        #expect(AnswerBands.fine(try #require(ScoreRange("0.5...4.5"))) == nil)
        #expect(AnswerBands.fine(try #require(ScoreRange("0...1000"))) == nil)
    }

    @Test("the table of the answers adds up") func answers() throws {
        let figure = try #require(Sample.answers().flatMap { Figure.answers($0) })
        #expect(
            figure.table.columns.map(\.heading) == [
                "Item", "Wave", "0–2", "3–4", "5", "6–7", "8–10", "Answers", "Blank",
            ]
        )
        let row = try #require(figure.table.rows.first)
        // 20 - |score - 4|: 16+17+18, 19+20, 19, 18+17, 16+15+14.
        #expect(Array(row.dropFirst(2)) == ["51", "39", "19", "35", "45", "189", "3"])
        #expect(figure.table.rows[4].contains("nobody answered"))
    }

    @Test("small bands are widened, then left out") func suppressedAnswers() throws {
        let range = try #require(ScoreRange("0...10"))
        func figure(_ people: [Double: Int]) -> Figure? {
            let row = AnswerChart.Row(item: "A1", wave: .pre, people: people, blank: 4)
            return Figure.answers(AnswerChart(title: "T", range: range, rows: [row], suppressBelow: 10))
        }
        let wide = try #require(figure([2: 9, 3: 9, 5: 12, 8: 30]))
        #expect(wide.table.rows == [["A1", "Before", "18", "12", "30", "60", "not told"]])
        #expect(figure([2: 9, 5: 12, 8: 30]) == nil)
        #expect(figure([5: 9]) == nil)
    }

    @Test("charts of many items are parted so that each fits a page") func pages() throws {
        var chart = try #require(Sample.answers())
        chart.rows = (1...20).flatMap { item in
            [Wave.pre, .post].map { AnswerChart.Row(item: "A\(item)", wave: $0, people: [3: 1], blank: 0) }
        }
        let pages = chart.pages
        #expect(pages.flatMap(\.rows) == chart.rows)
        #expect(pages.allSatisfy { (Figure.answers($0)?.height ?? 9_999) < 1_000 })
        #expect(pages.first?.title == "How sure people are: A1 to A7")
    }

    @Test("areas without a number for one reason share a row, one alone keeps its name") func gathered() throws {
        func rows(_ areas: [String]) throws -> [ForestPlot.Row] {
            let records = Sample.records(people: 40).map { record in
                var copy = record
                copy.area = areas[(Int(record.attendee.dropFirst()) ?? 0) % areas.count]
                return copy
            }
            let findings = try ConfidenceFindings(
                evaluating: records,
                options: ConfidenceOptions(suppressBelow: 10)
            )
            return try #require(ForestPlot(findings)).sections.first { $0.title.hasSuffix("by area") }?.rows ?? []
        }
        let small = try rows(["Big", "Big", "Big", "Large", "Large", "Large", "Ash", "Elm", "Oak", "Large"])
        #expect(small.map(\.label) == ["Big", "Large", "3 areas"])
        #expect(small.last?.estimate == nil && small.last?.people == nil && small.last?.why != nil)
        #expect(try rows(["Big", "Large"]).map(\.label) == ["Big", "Large"])
    }

    @Test("the forest plot says what is suppressed and names the kind of interval") func forest() throws {
        let figure = try #require(Figure.forest(Sample.forest))
        #expect(figure.summary.contains("Oxford: suppressed"))
        #expect(figure.summary.contains("CR2") && figure.summary.contains("Student's"))
        #expect(figure.table.rows.first == ["Scales", "Confidence", "86", "+1.21", "+0.80 to +1.60", "CR2, by course"])
        #expect(figure.table.rows.count == 5)
        var none = Sample.forest
        none.sections = [ForestPlot.Section(title: "A", rows: [Sample.forest.sections[1].rows[1]])]
        #expect(Figure.forest(none) == nil)
    }

    @Test("one wide interval does not squeeze the others") func wideInterval() throws {
        let figure = try #require(Figure.forest(Sample.forest))
        let lines = try Parsed(figure.document()).elements.filter {
            $0.name == "line" && $0.attributes["class"] == "cg-text-line" && $0.attributes["stroke-width"] == "3"
        }
        let ends = try #require(lines.first).attributes
        let length = try #require(Double(ends["x2"] ?? "")) - #require(Double(ends["x1"] ?? ""))
        #expect(length > 20)
    }

    @Test("the flow says every number in words and in its table") func flow() throws {
        let figure = try #require(Figure.flow(Sample.flow))
        #expect(figure.summary.contains("3 months later: 860 answered, 78 % of 1,100 due"))
        #expect(figure.table.rows.contains(["3 months later", "refused", "10"]))
        #expect(figure.table.rows.contains(["6 months later", "all", "not told"]))
    }

    @Test("long names are cut in the drawing and whole for a pointer") func longNames() throws {
        let figure = try #require(Figure.forest(Sample.forest, size: .phone))
        let texts = try Parsed(figure.document()).text(of: "text")
        #expect(!texts.contains(Sample.longName))
        #expect(try Parsed(figure.document()).text(of: "title").contains(Sample.longName))
    }

    @Test("labels keep their order and distance and move no further than needed", arguments: 1...40)
    func spacing(seed: Int) {
        var state = UInt64(seed)
        let places = (0..<(seed % 7 + 1)).map { _ -> Double in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / 200_000
        }
        .sorted()
        let apart = Spacing.apart(places, by: 17)
        #expect(apart.count == places.count)
        for (low, high) in zip(apart, apart.dropFirst()) { #expect(high - low >= 17 - 1e-9) }
        let middle = { (values: [Double]) in values.reduce(0, +) / Double(values.count) }
        #expect(abs(middle(apart) - middle(places)) < 1e-6)
        #expect(Spacing.apart([0, 100, 200], by: 17) == [0, 100, 200])
    }

    @Test("2,000 people are drawn in under 40,000 bytes") func size() throws {
        let findings = try ConfidenceFindings(evaluating: Sample.records(people: 2_000))
        let figure = try #require(Figure.pairedChange(findings))
        #expect(figure.document().utf8.count < 40_000)
        #expect(figure.table.rows.first == ["People who answered both times", "2,000", ""])
    }
}

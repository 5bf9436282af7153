import Evaluation
@testable import Figures
import Foundation
import FoundationXML
import Programme
import Testing

@Suite("Figures") struct FigureTests {
    @Test("are well-formed, named for screen readers, and neither load nor run anything", arguments: Sample.all)
    func document(_ sample: Sample) throws {
        let figure = try #require(sample.figure)
        let text = figure.document(id: "f1")
        let parsed = try Parsed(text)
        let root = try #require(parsed.elements.first)
        #expect(root.name == "svg" && root.attributes["role"] == "img")
        #expect(root.attributes["aria-labelledby"] == "f1-title f1-desc")
        #expect(parsed.text(of: "title").first == figure.title)
        #expect(parsed.text(of: "desc") == [figure.summary])
        #expect(!figure.summary.isEmpty)
        let names = Set(parsed.elements.map(\.name))
        #expect(
            names.isSubset(of: ["svg", "title", "desc", "style", "rect", "line", "circle", "polygon", "path", "text"])
        )
        for element in parsed.elements {
            #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0.hasSuffix("href") })
            #expect(!element.attributes.values.contains { $0.contains("nan") || $0.contains("url(") })
        }
        #expect(!text.contains("@import") && text.components(separatedBy: "http").count == 2)
    }

    @Test("stay on their paper", arguments: Sample.all)
    func bounds(_ sample: Sample) throws {
        let figure = try #require(sample.figure)
        for element in try Parsed(figure.document()).elements {
            for (name, value) in element.attributes {
                guard let number = Double(value) else { continue }
                if ["x", "x1", "x2", "cx"].contains(name) {
                    #expect((0...figure.width).contains(number), "\(element)")
                }
                if ["y", "y1", "y2", "cy"].contains(name) {
                    #expect((0...figure.height).contains(number), "\(element)")
                }
                if ["width", "height"].contains(name) { #expect(number >= 0) }
            }
            for corner in Self.corners(element) {
                #expect((0...figure.width).contains(corner.x) && (0...figure.height).contains(corner.y), "\(element)")
            }
        }
    }

    /// The corners of a path or polygon.
    private static func corners(_ element: Parsed.Element) -> [(x: Double, y: Double)] {
        let text = (element.attributes["d"] ?? "") + (element.attributes["points"] ?? "")
        let numbers = text.split { !($0.isNumber || $0 == "." || $0 == "-") }.compactMap { Double($0) }
        return stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
    }

    @Test("are as wide as they say and bring their numbers as a table", arguments: Sample.all)
    func table(_ sample: Sample) throws {
        let figure = try #require(sample.figure)
        if let size = sample.size { #expect(figure.width == size.width) }
        let table = figure.table
        #expect(!table.caption.isEmpty && !table.rows.isEmpty)
        #expect(table.columns.first?.isNumeric == false && table.columns.contains(where: \.isNumeric))
        #expect(table.rows.allSatisfy { $0.count == table.columns.count && $0.first?.isEmpty == false })
    }

    @Test("are the same bytes every time", arguments: Sample.all)
    func determinism(_ sample: Sample) throws { #expect(sample.figure?.document() == sample.figure?.document()) }

    @Test("names from outside are text, never markup") func escaping() throws {
        let hostile = "<script>alert('x')</script> & \"q\" \u{0} ]]>"
        let figure = try #require(Figure.areaChanges(Sample.calls(areas: [hostile, "B"])))
        let text = figure.document(id: "a\" onload=\"x")
        #expect(!text.contains("<script"))
        let parsed = try Parsed(text)
        #expect(parsed.elements.allSatisfy { $0.name != "script" })
        #expect(parsed.elements.first?.attributes["onload"] == nil)
        #expect(parsed.text(of: "text").contains { $0.hasPrefix("<script>") })
    }

    @Test("the page can carry the style instead of the figure") func style() throws {
        let figure = try #require(Sample.all[0].figure)
        #expect(!figure.svg(id: "a", embedsStyle: false).contains("<style"))
        #expect(figure.svg(id: "a").contains("prefers-color-scheme:dark"))
        #expect(Figure.styleSheet.hasPrefix("@media screen and"))
    }

    @Test("text has a contrast of 4.5 to 1 on light and on dark paper") func contrast() throws {
        let drawn = Sample.all.compactMap { $0.figure?.document() }
        let text = drawn.joined()
        let parsed = try Parsed(
            text.replacingOccurrences(of: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", with: "").wrapped
        )
        let used = Set(
            parsed.elements.filter { $0.name == "text" }.compactMap {
                $0.attributes["class"]?.split(separator: " ").first
            }
        )
        #expect(used.count >= 3)
        let dark = try Self.darkFills()
        let darkPaper = try #require(dark["cg-paper-fill"])
        // Words on coloured surfaces are looked at below.
        for element in parsed.elements where element.name == "text" && element.attributes["fill"] != "#ffffff" {
            let light = try #require(element.attributes["fill"])
            let name = try #require(element.attributes["class"]?.split(separator: " ").first.map(String.init))
            #expect(try Self.contrast(light, "#ffffff") >= 4.5)
            #expect(try Self.contrast(#require(dark[name]), darkPaper) >= 4.5)
        }
    }

    @Test("words on a coloured surface have a contrast of 4.5 to 1 in light and in dark", arguments: Ink.surfaces)
    func contrastOnTop(_ ink: Ink) throws {
        #expect(try Self.contrast(ink.inkOnTop.light, ink.light) >= 4.5)
        #expect(try Self.contrast(ink.inkOnTop.dark, ink.dark) >= 4.5)
    }

    @Test("marks have a contrast of 3 to 1 with the paper", arguments: [Ink.main, .other, .quiet, .text])
    func contrastOfMarks(_ ink: Ink) throws {
        #expect(try Self.contrast(ink.light, Ink.paper.light) >= 3)
        #expect(try Self.contrast(ink.dark, Ink.paper.dark) >= 3)
    }

    @Test("what cannot be drawn is nil, not an empty picture") func nothing() throws {
        let single = ResponseRecord(attendee: "p", wave: .pre, item: "A1", score: 3)
        #expect(Figure.pairedChange(try ConfidenceFindings(evaluating: [single])) == nil)
        #expect(
            Figure.areaChanges(try CallsFindings(evaluating: [], design: CallsDesign(start: Month("2023-01")))) == nil
        )
        var plan = DilutionPlan.thamesValleyPilot
        plan.reaches = [.callsPerPerson(people: 0, callsAvoidedPerYear: 1)]
        #expect(Figure.dilution(try DilutionFindings(evaluating: plan)) == nil)
    }

    @Test("the paired figure says the same numbers as the findings") func words() throws {
        let findings = try Sample.findings(options: ConfidenceOptions(range: ScoreRange("0...10")))
        let figure = try #require(Figure.pairedChange(findings))
        let comparison = try #require(findings.primaryComparison)
        let change = try #require(comparison.meanChange)
        #expect(figure.title.contains(Wording.number(abs(change), decimals: 2)) && figure.title.contains("rose"))
        #expect(figure.summary.contains("\(comparison.improved ?? 0) up (solid)"))
        #expect(figure.summary.contains("no control group"))
    }

    @Test("a title claims a change only when the interval leaves zero out") func title() throws {
        let level = (0..<6).flatMap { person in
            [(Wave.pre, 4.0), (.post, Double(3 + person % 3))].map { wave, score in
                ResponseRecord(attendee: "p\(person)", wave: wave, item: "A1", score: score)
            }
        }
        let figure = try #require(Figure.pairedChange(try ConfidenceFindings(evaluating: level)))
        #expect(figure.title == "The mean of all items: no evidence of a change (0.00 points)")
    }

    @Test("suppressed people are not drawn") func suppressed() throws {
        let shown = try #require(Figure.pairedChange(try Sample.findings(options: ConfidenceOptions())))
        let hidden = try #require(
            Figure.pairedChange(try Sample.findings(options: ConfidenceOptions(suppressBelow: 16)))
        )
        func people(_ figure: Figure) throws -> Int {
            try Parsed(figure.document()).elements.count { $0.name == "path" }
        }
        #expect(try people(shown) > 10)
        #expect(try people(hidden) == 0)
        #expect(hidden.summary.contains("Single people are not shown"))
    }

    private static func darkFills() throws -> [String: String] {
        let rules = Figure.styleSheet.split(separator: "}")
        return rules.reduce(into: [:]) { fills, rule in
            let parts = rule.split(separator: "{").map(String.init)
            guard let body = parts.last, body.hasPrefix("fill:"), let selector = parts.dropLast().last else { return }
            fills[String(selector.split(separator: ".").last ?? "")] = String(body.dropFirst(5))
        }
    }

    /// WCAG 2.2, contrast ratio.
    private static func contrast(_ one: String, _ other: String) throws -> Double {
        func luminance(_ colour: String) throws -> Double {
            let value = try #require(Int(colour.dropFirst(), radix: 16))
            let parts = [16, 8, 0].map { shift -> Double in
                let channel = Double((value >> shift) & 255) / 255
                return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (a, b) = (try luminance(one), try luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}

extension Ink {
    /// The inks that bars are filled with.
    static let surfaces: [Ink] = [.main, .other, .paleMain, .paleOther, .middle, .band]
}

extension String {
    fileprivate var wrapped: String { "<both>\(self)</both>" }
}

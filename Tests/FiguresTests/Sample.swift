import Evaluation
import Figures
import Foundation
import FoundationXML
import Programme
import Testing

/// Figures of made-up findings, ordinary and extreme.
struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let figure: Figure?

    static let all: [Sample] = [
        Sample(
            "paired change",
            try? Figure.pairedChange(findings(options: ConfidenceOptions(range: ScoreRange("0...10"))))
        ),
        Sample("paired change without a scale", try? Figure.pairedChange(findings(options: ConfidenceOptions()))),
        Sample("one pair", try? Figure.pairedChange(ConfidenceFindings(evaluating: records(people: 1)))),
        Sample("areas", try? Figure.areaChanges(calls(areas: ["Aylesbury", "Oxford", "Slough"]))),
        Sample(
            "one area",
            try? Figure.areaChanges(calls(areas: ["A name far too long for the column it stands in, by any measure"]))
        ),
        Sample("forty areas", try? Figure.areaChanges(calls(areas: (1...40).map { "Area \($0)" }))),
        Sample("planner", try? Figure.dilution(DilutionFindings(evaluating: .thamesValleyPilot))),
        Sample("planner, large", try? Figure.dilution(DilutionFindings(evaluating: largePlan))),
    ]

    private init(_ name: String, _ figure: Figure??) {
        testDescription = name
        self.figure = figure ?? nil
    }

    private static var largePlan: DilutionPlan {
        DilutionPlan(
            people: 40_000,
            areas: 1,
            callsPerYear: 45_000,
            dispersion: .assumed(1.5),
            reaches: [
                .callsPerPerson(people: 40_000, callsAvoidedPerYear: 1),
                .ownCalls(people: 1, callsEachPerYear: 1, effect: 0.01),
            ]
        )
    }

    static func records(people: Int) -> [ResponseRecord] {
        (0..<people).flatMap { person in
            let from = Double(2 + person * 7 % 6),
                to = min(10, from + Double((person * person * 3 + person) % 11) / 2 - 1.5)
            return [(Wave.pre, from), (.followUp(months: 3), to)].map { wave, score in
                ResponseRecord(attendee: "p\(person)", wave: wave, item: "A1", score: score)
            }
        }
    }

    static func findings(options: ConfidenceOptions) throws -> ConfidenceFindings {
        try ConfidenceFindings(evaluating: records(people: 40), options: options)
    }

    static func calls(areas: [String]) throws -> CallsFindings {
        let first = try #require(Month("2022-01"))
        let counts = areas.enumerated().flatMap { number, area in
            (0..<24).map { month in
                AreaMonthCount(
                    area: area,
                    month: first.adding(month),
                    count: 100 + (month * 37 + number * 11) % 60 - (month >= 12 ? number : 0)
                )
            }
        }
        return try CallsFindings(evaluating: counts, design: CallsDesign(start: Month("2023-01")))
    }
}

/// The elements of a document, and their text, by Foundation's parser.
final class Parsed: NSObject, XMLParserDelegate {
    struct Element: Sendable {
        let name: String
        let attributes: [String: String]
        var text = ""
    }

    private(set) var elements: [Element] = []
    private var open: [Int] = []

    init(_ text: String) throws {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
    }

    func text(of name: String) -> [String] { elements.filter { $0.name == name }.map(\.text) }

    func parser(
        _ parser: XMLParser,
        didStartElement elementName: String,
        namespaceURI: String?,
        qualifiedName qName: String?,
        attributes attributeDict: [String: String] = [:]
    ) {
        open.append(elements.count)
        elements.append(Element(name: elementName, attributes: attributeDict))
    }

    func parser(
        _ parser: XMLParser,
        didEndElement elementName: String,
        namespaceURI: String?,
        qualifiedName qName: String?
    ) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if let last = open.last { elements[last].text += string }
    }
}

import Evaluation
import Figures
import Foundation
import FoundationXML
import Programme
import Reports
import Testing

/// Made-up answers and their report.
enum Sample {
    static let fingerprint = String(repeating: "0123456789abcdef", count: 4)

    /// Six questions in three waves; the first `few` people are of an area of their own.
    static func records(people: Int, area: String = "Slough", of few: Int = 20) -> [ResponseRecord] {
        (0..<people).flatMap { person in
            [(Wave.pre, 0), (.post, 2), (.followUp(months: 3), 1)].flatMap { wave, gain in
                (1...6).compactMap { item -> ResponseRecord? in
                    guard wave <= .post || person % 4 > 0 else { return nil }
                    let noise = (person * 7 + item * 3 + gain * 5) % 4
                    return ResponseRecord(
                        attendee: "p\(person)",
                        wave: wave,
                        item: "A\(item)",
                        score: Double(min(10, 3 + person % 3 + gain + noise)),
                        course: "r\(person % 8)",
                        area: person < few ? area : "Oxford"
                    )
                }
            }
        }
    }

    static func findings(_ records: [ResponseRecord], suppressBelow: Int? = 10) throws -> ConfidenceFindings {
        try ConfidenceFindings(
            evaluating: records,
            options: ConfidenceOptions(range: ScoreRange("0...10"), suppressBelow: suppressBelow)
        )
    }

    static func report(
        _ records: [ResponseRecord],
        wording: String = "notice trouble",
        source: String = "the file responses.csv"
    ) throws -> ConfidenceReport {
        ConfidenceReport(
            try findings(records),
            origin: ReportOrigin(
                source: source,
                fingerprint: fingerprint,
                fingerprintOf: "SHA-256 of the file",
                version: "9.9.9",
                seed: 4711,
                days: "given from 2026-05-01 to 2026-09-03"
            ),
            distributions: try findings(records, suppressBelow: nil).distributions,
            names: SurveyNames(items: ["A1": wording]),
            booked: FlowDiagram.Booked(people: 500, cancelled: 30)
        )
    }
}

/// The elements of a page, by Foundation's parser of XML.
final class Page: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
        let isInFigure: Bool
    }

    private(set) var elements: [Element] = []
    private var open: [String] = []

    init(_ html: String) throws {
        super.init()
        // HTML's void elements and its document type are the only things that XML reads otherwise.
        var text = html.replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
        text = text.replacingOccurrences(of: #"<meta ([^>]*)>"#, with: "<meta $1/>", options: .regularExpression)
        text = text.replacingOccurrences(of: #"<style>[^<]*</style>"#, with: "", options: .regularExpression)
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        try #require(parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
    }

    func parser(
        _ parser: XMLParser,
        didStartElement elementName: String,
        namespaceURI: String?,
        qualifiedName qName: String?,
        attributes attributeDict: [String: String] = [:]
    ) {
        elements.append(Element(name: elementName, attributes: attributeDict, isInFigure: open.contains("svg")))
        open.append(elementName)
    }

    func parser(
        _ parser: XMLParser,
        didEndElement elementName: String,
        namespaceURI: String?,
        qualifiedName qName: String?
    ) {
        open.removeLast()
    }
}

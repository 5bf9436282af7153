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
    /// The width asked for; nil where there is only one.
    var size: FigureSize?

    static let all: [Sample] = ordinary + FigureSize.allCases.flatMap(sized)

    private static let ordinary: [Sample] = [
        Sample(
            "paired change",
            try? Figure.pairedChange(findings(options: ConfidenceOptions(range: ScoreRange("0...10"))))
        ),
        Sample("paired change without a scale", try? Figure.pairedChange(findings(options: ConfidenceOptions()))),
        Sample("one pair", try? Figure.pairedChange(ConfidenceFindings(evaluating: records(people: 1)))),
        Sample("two thousand pairs", try? Figure.pairedChange(ConfidenceFindings(evaluating: records(people: 2_000)))),
        Sample("areas", try? Figure.areaChanges(calls(areas: ["Aylesbury", "Oxford", "Slough"]))),
        Sample(
            "one area",
            try? Figure.areaChanges(calls(areas: ["A name far too long for the column it stands in, by any measure"]))
        ),
        Sample("forty areas", try? Figure.areaChanges(calls(areas: (1...40).map { "Area \($0)" }))),
        Sample("planner", try? Figure.dilution(DilutionFindings(evaluating: .thamesValleyPilot))),
        Sample("planner, large", try? Figure.dilution(DilutionFindings(evaluating: largePlan))),
    ]

    private static func sized(_ size: FigureSize) -> [Sample] {
        let findings = try? findings(options: ConfidenceOptions(range: ScoreRange("0...10")))
        return [
            Sample("paired change", findings.flatMap { Figure.pairedChange($0, size: size) }, size),
            Sample("answers", answers().flatMap { Figure.answers($0, size: size) }, size),
            Sample("answers, suppressed", answers(suppressBelow: 10).flatMap { Figure.answers($0, size: size) }, size),
            Sample("forest", Figure.forest(forest, size: size), size),
            Sample("flow", Figure.flow(flow, size: size), size),
            Sample("series", Calls.series.flatMap { Figure.callSeries($0, size: size) }, size),
            Sample("event study", Figure.eventStudy(Calls.eventStudy, size: size), size),
            Sample("placebos", Calls.placebos.flatMap { Figure.placebos($0, size: size) }, size),
            Sample("power", Figure.powerCurve(Calls.power, size: size), size),
            Sample("dose", Figure.dose(Calls.dose, size: size), size),
        ]
    }

    private init(_ name: String, _ figure: Figure??, _ size: FigureSize? = nil) {
        testDescription = size.map { "\(name), \($0.rawValue)" } ?? name
        self.figure = figure ?? nil
        self.size = size
    }

    static let longName =
        "A4 start a conversation with someone whose behaviour bothers people, whatever they may say to it"

    static func answers(suppressBelow: Int? = nil) -> AnswerChart? {
        let rows = ["A1", "A2"].flatMap { item in
            [Wave.pre, .post, .followUp(months: 3)].map { wave in
                let shift = wave == .pre ? 0 : 3
                let people = (0...10).map { (Double($0), 20 - abs($0 - 4 - shift)) }
                return AnswerChart.Row(
                    item: item,
                    wave: wave,
                    people: item == "A2" && wave == .post ? [:] : Dictionary(uniqueKeysWithValues: people),
                    blank: wave == .pre ? 3 : 0
                )
            }
        }
        return ScoreRange("0...10").map {
            AnswerChart(
                title: "How sure people are",
                range: $0,
                rows: rows,
                wording: ["A1": longName],
                suppressBelow: suppressBelow
            )
        }
    }

    static let forest = ForestPlot(
        title: "Change by question and area",
        subtitle: "From before to 3 months later",
        sections: [
            ForestPlot.Section(
                title: "Scales",
                rows: [
                    ForestPlot.Row(
                        label: "Confidence",
                        estimate: 1.21,
                        interval: 0.8...1.6,
                        isClustered: true,
                        people: 86,
                        isPrimary: true
                    ),
                    ForestPlot.Row(label: longName, estimate: -0.4, interval: -0.9...0.1, people: 84),
                ]
            ),
            ForestPlot.Section(
                title: "By area",
                rows: [
                    ForestPlot.Row(label: "سلاؤ", estimate: 0.3, interval: -9...9.5, people: 3),
                    ForestPlot.Row(label: "Oxford", estimate: nil, interval: nil, people: nil, why: "suppressed"),
                    ForestPlot.Row(label: "Reading", estimate: 1, interval: nil, people: 1, why: "needs 2 pairs"),
                ]
            ),
            ForestPlot.Section(title: "By role", rows: []),
        ]
    )

    static let flow = FlowDiagram(
        title: "From booking to the analysis",
        subtitle: "9 runs",
        steps: [
            FlowDiagram.Step(title: "Booked", people: 1_400, losses: [FlowDiagram.Part("did not come", 20)]),
            FlowDiagram.Step(
                title: "3 months later",
                verb: "answered",
                people: 860,
                whole: 1_100,
                wholeName: "due",
                notes: [FlowDiagram.Part("of them late and therefore left out of the main analysis", 4)],
                losses: ["not yet due", "refused", "unreachable", "withdrew"].map { FlowDiagram.Part($0, 10) }
            ),
            FlowDiagram.Step(title: "6 months later", people: nil, why: "suppressed: fewer than 10 people"),
            FlowDiagram.Step(title: "Used", people: 0, whole: 0, wholeName: "who attended"),
        ],
        note: "Due: the window has opened."
    )

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

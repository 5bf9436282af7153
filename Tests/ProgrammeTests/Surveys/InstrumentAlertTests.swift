import Programme
import Testing

/// Who is told of what, and what may be quoted, on a survey like the shipped one.
@Suite struct InstrumentAlertTests {
    private static let hurt = SurveyItem.Condition(item: "F6", anyOf: ["me"])
    private static let instrument: Instrument = {
        var survey = SampleSurvey.instrument
        survey.sections[1].items = [
            SurveyItem(
                code: "F6",
                text: "Hurt?",
                answer: .choice(options: [
                    AnswerOption(code: "me", text: "Me"), AnswerOption(code: "nobody", text: "Nobody"),
                ]),
                offersSupportIf: ["me"]
            ),
            SurveyItem(
                code: "F6-contact",
                text: "May we?",
                answer: .yesNo,
                onlyIf: hurt,
                alert: .init(reader: .safeguarding, anyOf: ["yes"])
            ),
            SurveyItem(code: "F9", text: "Help?", answer: .yesNo, alert: .init(reader: .support, anyOf: ["yes"])),
            SurveyItem(code: "F10", text: "Words", answer: .text(longest: 100)),
            SurveyItem(code: "F10-quote", text: "May we quote?", answer: .yesNo, allowsQuoting: "F10"),
        ]
        survey.waves[3].items = survey.items.map(\.code)
        return survey
    }()

    @Test(
        "an alert goes out with consent, and only for what was really asked",
        arguments: [
            (["F6": "me"], [], true), (["F6": "me", "F6-contact": "no"], [], true),
            (["F6": "me", "F6-contact": "yes"], ["F6-contact safeguarding"], true),
            (["F6": "nobody", "F6-contact": "yes"], [], false), (["F6-contact": "yes"], [], false),
            (["F9": "yes"], ["F9 support"], false),
            (["F6": "me", "F6-contact": "yes", "F9": "yes"], ["F6-contact safeguarding", "F9 support"], true),
            ([:], [], false),
        ] as [([String: String], [String], Bool)]
    )
    func alerts(_ given: [String: String], _ expected: [String], _ support: Bool) throws {
        let wave = Wave.followUp(months: 3)
        let answers = try given.reduce(into: [String: Answer]()) { answers, pair in
            answers[pair.key] = try Self.instrument.answer(pair.value, to: pair.key, in: wave)
        }
        let alerts = Self.instrument.alerts(after: answers, in: wave)
        #expect(alerts.map { "\($0.item) \($0.reader.rawValue)" } == expected)
        #expect(Self.instrument.offersSupport(after: answers, in: wave) == support)
    }

    @Test(
        "words may be quoted after a yes to the question about them, and silence is no",
        arguments: [
            (["F10-quote": Answer.yes(true)], true), (["F10-quote": .yes(false)], false), ([:], false),
            (["F9": .yes(true)], false),
        ]
    )
    func quoting(_ answers: [String: Answer], _ may: Bool) throws {
        #expect(Self.instrument.mayQuote("F10", after: answers) == may)
        #expect(!Self.instrument.mayQuote("F9", after: answers))
    }

    @Test(arguments: [("2026-02-28", "2028-02-28"), ("2024-02-29", "2026-02-28")])
    func wordsAreKeptForTwoYears(_ day: String, _ last: String) throws {
        #expect(OwnWords.keptUntil(answeredOn: try #require(CalendarDate(day))).description == last)
    }
}

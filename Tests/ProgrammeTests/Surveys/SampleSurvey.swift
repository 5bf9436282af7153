import Programme

/// One item of every kind, in three waves.
enum SampleSurvey {
    static let choices = [
        AnswerOption(code: "0", text: "Not at all", score: 0),
        AnswerOption(code: "2-3", text: "Two or three", score: 2),
        AnswerOption(code: "do-not-know", text: "I do not know"),
    ]

    static let forms = ["a", "b", "c", "d"].map { code in
        GuardForm(
            code: code,
            story: "Story \(code)",
            options: [AnswerOption(code: "talk", text: "Talk"), AnswerOption(code: "away", text: "Keep away")],
            right: "away"
        )
    }

    static let items = [
        SurveyItem(
            code: "A1",
            text: "notice",
            answer: .scale(lowest: 0, highest: 10, anchors: [ScaleAnchor(at: 0, text: "could not")]),
            offersCannotSay: true
        ),
        SurveyItem(code: "C1", text: "What first?", answer: .guarded(forms: forms)),
        SurveyItem(code: "D1", text: "How often?", answer: .choice(options: choices)),
        SurveyItem(
            code: "F1",
            text: "Faced?",
            answer: .yesNo,
            alert: .init(reader: .support, anyOf: ["yes"])
        ),
        SurveyItem(
            code: "F4",
            text: "What did you do?",
            answer: .several(options: choices),
            onlyIf: .init(item: "F1", anyOf: ["yes"]),
            alert: .init(reader: .safeguarding, anyOf: ["2-3", "do-not-know"])
        ),
        SurveyItem(code: "F5", text: "How many?", answer: .count(most: 20)),
        SurveyItem(code: "F10", text: "Words", answer: .text(longest: 12)),
    ]

    static let instrument = Instrument(
        code: "sample",
        version: 2,
        title: "Sample",
        validity: "Validity not yet shown.",
        introduction: "Short.",
        languages: ["en-GB"],
        cannotSay: "Cannot say",
        sections: [
            InstrumentSection(code: "A", title: "All", question: nil, items: Array(items[..<3])),
            InstrumentSection(code: "F", title: "Use", question: "Think of ...", items: Array(items[3...])),
        ],
        scales: [InstrumentScale(name: "confidence", title: "Confidence", items: ["A1"], minimumAnswered: 1)],
        waves: [
            WavePlan(
                wave: .booking,
                title: "Booking",
                items: ["A1"],
                opens: WaveMoment(.booking),
                due: WaveMoment(.booking),
                closes: WaveMoment(.firstSitting, days: -1)
            ),
            WavePlan(
                wave: .pre,
                title: "Before",
                items: ["A1", "C1", "D1"],
                opens: WaveMoment(.firstSitting),
                due: WaveMoment(.firstSitting),
                closes: WaveMoment(.firstSitting)
            ),
            WavePlan(
                wave: .post,
                title: "After",
                items: ["A1", "C1"],
                opens: WaveMoment(.lastSitting),
                due: WaveMoment(.lastSitting),
                closes: WaveMoment(.lastSitting, days: 3)
            ),
            WavePlan(
                wave: .followUp(months: 3),
                title: "Later",
                items: items.map(\.code),
                opens: WaveMoment(.lastSitting, months: 3, days: -7),
                due: WaveMoment(.lastSitting, months: 3),
                closes: WaveMoment(.lastSitting, months: 3, days: 42)
            ),
        ]
    )
}

import Programme

/// A course of two sittings: 60 and 40 minutes of teaching.
enum SampleCourse {
    static let first = Sitting(
        title: "First",
        usualStart: nine,
        agenda: [
            AgendaEntry(start: 0, minutes: 15, content: .survey(wave: .pre, title: "Before")),
            AgendaEntry(start: 15, minutes: 20, content: .module(number: 1)),
            AgendaEntry(start: 35, minutes: 10, content: .pause(title: "Break")),
            AgendaEntry(start: 45, minutes: 40, content: .module(number: 2)),
        ]
    )
    static let second = Sitting(
        title: "Second",
        usualStart: nine,
        agenda: [
            AgendaEntry(start: 0, minutes: 40, content: .module(number: 3)),
            AgendaEntry(start: 40, minutes: 15, content: .survey(wave: .post, title: "After")),
        ]
    )
    static let course = Course(
        code: "sample",
        version: 1,
        kind: .course,
        title: "Sample",
        audience: "Everybody",
        summary: "A sample.",
        minimumAge: 18,
        group: GroupSize(smallest: 8, largest: 16, secondTrainerAbove: 10),
        sittings: [first, second],
        modules: [
            Module(number: 1, title: "Welcome", minutes: 20),
            Module(number: 2, title: "Look", minutes: 40, outcomes: ["LO1"], isSafetyCritical: true),
            Module(number: 3, title: "Talk", minutes: 40, outcomes: ["LO2", "LO1"]),
        ],
        outcomes: [Outcome(code: "LO1", text: "look"), Outcome(code: "LO2", text: "talk")],
        safetyRules: ["Your safety comes first."],
        certificate: CertificateRule(contactPercent: 80, requiredModules: [2], refreshYears: 3),
        instrument: "sample"
    )

    // swift-format-ignore: NeverForceUnwrap
    private static let nine = WallTime("09:00")!
}

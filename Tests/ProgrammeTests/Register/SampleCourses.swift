import Foundation
import Programme

/// The one-day course and its two evenings, built here from the outline's table of starts and minutes.
enum SampleCourses {
    static let minutes = [15, 25, 35, 50, 25, 20, 45, 30, 55, 15, 20, 10]

    /// 09:15 to 16:45: survey, 1 to 3, break, 4 to 6, lunch, 7 and 8, break, 9 to 12, survey.
    static let oneDay = course([
        sitting([
            .survey(15), .modules(1...3), .pause(15), .modules(4...6), .pause(45), .modules(7...8), .pause(15),
            .modules(9...12), .survey(15),
        ])
    ])

    /// 18:00 to 21:20 and 18:00 to 21:25: survey, 1 to 3, break, 4 to 6; 7 and 8, break, 9 to 12, survey.
    static let twoEvenings = course([
        sitting([.survey(15), .modules(1...3), .pause(15), .modules(4...6)]),
        sitting([.modules(7...8), .pause(15), .modules(9...12), .survey(15)]),
    ])

    private static let startOfDay = LocalDateTime(Date(timeIntervalSince1970: 0), in: .gmt).time

    private enum Part {
        case survey(Int), pause(Int), modules(ClosedRange<Int>)
    }

    private static func sitting(_ parts: [Part]) -> Sitting {
        var agenda: [AgendaEntry] = []
        func add(_ minutes: Int, _ content: AgendaEntry.Content) {
            agenda.append(AgendaEntry(start: agenda.last?.end ?? 0, minutes: minutes, content: content))
        }
        for part in parts {
            switch part {
            case .survey(let minutes): add(minutes, .survey(wave: agenda.isEmpty ? .pre : .post, title: "Survey"))
            case .pause(let minutes): add(minutes, .pause(title: "Break"))
            case .modules(let numbers): for number in numbers { add(self.minutes[number - 1], .module(number: number)) }
            }
        }
        return Sitting(title: "Sitting", usualStart: startOfDay, agenda: agenda)
    }

    private static func course(_ sittings: [Sitting]) -> Course {
        Course(
            code: "defusing",
            version: 1,
            kind: .course,
            title: "Defusing",
            audience: "",
            summary: "",
            minimumAge: 18,
            group: GroupSize(smallest: 8, largest: 16, secondTrainerAbove: 10),
            sittings: sittings,
            modules: minutes.enumerated().map {
                Module(number: $0 + 1, title: "Module", minutes: $1, isSafetyCritical: [4, 6].contains($0 + 1))
            },
            outcomes: [],
            safetyRules: [],
            certificate: CertificateRule(contactPercent: 80, requiredModules: [4, 6], refreshYears: 3),
            instrument: nil
        )
    }
}

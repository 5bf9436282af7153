import Programme
import Testing

@Suite struct RunStateTests {
    enum Moment: String, CaseIterable, Sendable {
        case before = "2026-05-08T18:30", first = "2026-05-09T18:00", between = "2026-05-12T12:00",
            last = "2026-05-16T18:00", after = "2026-06-01T00:00"
        func reading() throws -> LocalDateTime { try #require(LocalDateTime(rawValue)) }
    }

    /// Every state and step at every moment: the state that follows, or why not. A dash is "cannot".
    private static let table: [RunState: [RunStep: [String]]] = [
        .draft: [
            .open: ["open", "begun", "begun", "begun", "begun"], .close: ["-", "-", "-", "-", "-"],
            .hold: ["-", "-", "-", "-", "-"],
            .cancel: ["cancelled", "cancelled", "cancelled", "cancelled", "cancelled"],
        ],
        .open: [
            .open: ["-", "-", "-", "-", "-"], .close: ["closed", "closed", "closed", "closed", "closed"],
            .hold: ["early", "early", "early", "held", "held"],
            .cancel: ["cancelled", "cancelled", "cancelled", "cancelled", "cancelled"],
        ],
        .closed: [
            .open: ["open", "begun", "begun", "begun", "begun"], .close: ["-", "-", "-", "-", "-"],
            .hold: ["early", "early", "early", "held", "held"],
            .cancel: ["cancelled", "cancelled", "cancelled", "cancelled", "cancelled"],
        ],
        .held: [
            .open: ["-", "-", "-", "-", "-"], .close: ["-", "-", "-", "-", "-"], .hold: ["-", "-", "-", "-", "-"],
            .cancel: ["-", "-", "-", "-", "-"],
        ],
        .cancelled: [
            .open: ["-", "-", "-", "-", "-"], .close: ["-", "-", "-", "-", "-"], .hold: ["-", "-", "-", "-", "-"],
            .cancel: ["-", "-", "-", "-", "-"],
        ],
    ]

    @Test("follows the table", arguments: RunState.allCases, RunStep.allCases)
    func follows(_ state: RunState, _ step: RunStep) throws {
        let row = try #require(Self.table[state]?[step])
        for (moment, expected) in zip(Moment.allCases, row) { #expect(try outcome(state, step, moment) == expected) }
    }

    private func outcome(_ state: RunState, _ step: RunStep, _ moment: Moment) throws -> String {
        let (first, last, now) = (try Moment.first.reading(), try Moment.last.reading(), try moment.reading())
        do {
            return try state.after(
                step,
                run: "Run 1",
                first: first,
                last: last,
                now: now
            ).rawValue
        } catch {
            switch error {
            case .cannot: return "-"
            case .begun: return "begun"
            case .notYetTaught: return "early"
            default: return "\(error)"
            }
        }
    }

    @Test(
        "gives the true reason",
        arguments: [
            (RunStep.close, RunState.draft, "still a draft"), (.hold, .draft, "still a draft"),
            (.open, .open, "open already"),
            (.close, .closed, "closed already"), (.cancel, .held, "has been held"), (.open, .cancelled, "is cancelled"),
            (.cancel, .cancelled, "is cancelled"), (.close, .held, "has been held"),
        ]
    )
    func reason(_ step: RunStep, _ state: RunState, _ words: String) {
        let sentence = RunRefusal.cannot(step, run: "Run 1", state: state).description
        #expect(sentence.hasPrefix("Run 1 "))
        #expect(sentence.contains(words), "\(sentence)")
    }
}

import Programme
import Testing

/// The course is on 30 November 2026, the booking on 1 November; three months later is 28 February 2027, open from 21 February
/// to 11 April.
@Suite struct WaveFlowTests {
    private static let later = Wave.followUp(months: 3)

    private func flow(
        _ day: String,
        answered: String? = nil,
        agrees: Bool = true,
        _ events: [(Wave, WaveEvent.Kind)] = [],
        wave: Wave = later,
        bookedOn: String = "2026-11-01"
    ) throws -> WaveFlow {
        let plan = try #require(SampleSurvey.instrument.plan(wave))
        return plan.flow(
            of: "K7",
            on: ID(rawValue: 3),
            dates: PersonalCourseDates(
                bookedOn: try #require(CalendarDate(bookedOn)),
                lastSitting: try #require(CalendarDate("2026-11-30"))
            ),
            today: try #require(CalendarDate(day)),
            answeredOn: answered.flatMap { CalendarDate($0) },
            agrees: agrees,
            events: try events.map { WaveEvent(wave: $0, kind: $1, day: try #require(CalendarDate(day))) }
        )
    }

    @Test(
        "the window decides before anybody was asked",
        arguments: [
            ("2027-02-20", nil, true, WaveFlowStatus.notYetDue, false), ("2027-02-21", nil, true, .due, false),
            ("2027-04-11", nil, true, .due, false), ("2027-04-12", nil, true, .due, true),
            ("2027-04-12", "2027-02-21", true, .answered, true), ("2027-04-12", "2027-04-11", true, .answered, true),
            ("2027-04-12", "2027-04-12", true, .late, true), ("2027-04-12", "2027-02-20", true, .late, true),
            ("2027-03-01", nil, false, .notAgreed, false), ("2027-03-01", "2027-03-01", false, .answered, false),
            ("2027-01-01", nil, false, .notAgreed, false),
        ] as [(String, String?, Bool, WaveFlowStatus, Bool)]
    )
    func window(_ day: String, _ answered: String?, _ agrees: Bool, _ status: WaveFlowStatus, _ isOver: Bool) throws {
        let flow = try flow(day, answered: answered, agrees: agrees)
        #expect(flow.status == status && flow.isOver == isOver)
        #expect(flow.opens.description == "2027-02-21" && flow.closes.description == "2027-04-11")
        #expect(flow.answeredOn?.description == answered && flow.attendee == "K7")
    }

    @Test("booked on the day of the course, the wave of the booking never opens")
    func skipped() throws {
        let flow = try flow("2027-01-01", wave: .booking, bookedOn: "2026-11-30")
        #expect(flow.status == .skipped)
    }

    @Test(
        "the latest word about asking counts",
        arguments: [
            ([], WaveFlowStatus.due), ([(later, .link)], .reached), ([(later, .opened)], .reached),
            ([(later, .reached)], .reached), ([(later, .refused)], .refused), ([(later, .unreachable)], .unreachable),
            ([(later, .withdrawn)], .withdrawn), ([(later, .unreachable), (later, .link)], .unreachable),
            ([(later, .unreachable), (later, .opened)], .reached),
            ([(later, .unreachable), (later, .reached)], .reached),
            ([(later, .refused), (later, .opened)], .refused), ([(later, .refused), (later, .link)], .refused),
            ([(later, .refused), (later, .reached)], .reached), ([(later, .refused), (later, .takenBack)], .due),
            ([(later, .refused), (later, .takenBack), (later, .link)], .reached),
            ([(.post, .withdrawn)], .withdrawn), ([(.pre, .withdrawn), (later, .link)], .withdrawn),
            ([(.pre, .withdrawn), (.pre, .takenBack)], .due), ([(.post, .refused)], .due),
            ([(.post, .unreachable)], .due),
            ([(.followUp(months: 6), .withdrawn)], .due),
        ] as [([(Wave, WaveEvent.Kind)], WaveFlowStatus)]
    )
    func events(_ events: [(Wave, WaveEvent.Kind)], _ status: WaveFlowStatus) throws {
        #expect(try flow("2027-03-01", events).status == status)
        // An answer counts before anything that was noted.
        #expect(try flow("2027-03-01", answered: "2027-03-01", events).status == .answered)
        #expect(try flow("2027-02-01", events).status == .notYetDue)
    }

    @Test("every status is one of ten words that files and pages share")
    func words() {
        #expect(
            WaveFlowStatus.allCases.map(\.rawValue) == [
                "not-agreed", "skipped", "not-yet-due", "due", "reached", "refused", "unreachable", "withdrawn", "late",
                "answered",
            ]
        )
    }
}

import Programme
import Testing

@Suite struct WaveStandingTests {
    /// Days counted on a calendar by hand: the course ends on Monday 30 November 2026, three months later is 28 February
    /// 2027, seven days before that 21 February, forty-two days after it 11 April.
    @Test(arguments: [
        ("2026-11-01", ["open", "upcoming", "upcoming", "upcoming"]),
        ("2026-11-02", ["due", "upcoming", "upcoming", "upcoming"]),
        ("2026-11-22", ["due", "upcoming", "upcoming", "upcoming"]),
        ("2026-11-23", ["missed", "due", "upcoming", "upcoming"]),
        ("2026-11-24", ["missed", "missed", "upcoming", "upcoming"]),
        ("2026-11-30", ["missed", "missed", "due", "upcoming"]),
        ("2026-12-03", ["missed", "missed", "due", "upcoming"]),
        ("2026-12-04", ["missed", "missed", "missed", "upcoming"]),
        ("2027-02-20", ["missed", "missed", "missed", "upcoming"]),
        ("2027-02-21", ["missed", "missed", "missed", "open"]),
        ("2027-02-27", ["missed", "missed", "missed", "open"]),
        ("2027-02-28", ["missed", "missed", "missed", "due"]),
        ("2027-04-11", ["missed", "missed", "missed", "due"]),
        ("2027-04-12", ["missed", "missed", "missed", "missed"]),
    ])
    func followsTheCalendar(day: String, states: [String]) throws {
        let today = try #require(CalendarDate(day))
        var survey = SampleSurvey.instrument
        survey.waves[0].due = WaveMoment(.booking, days: 1)
        #expect(survey.standings(for: try Self.dates, on: today).map(\.state.rawValue) == states)
    }

    @Test func anAnswerEndsTheWaiting() throws {
        let today = try Self.day("2027-04-12")
        let states = SampleSurvey.instrument.standings(for: try Self.dates, on: today, answered: [.pre, .post]).map(
            \.state
        )
        #expect(states == [.missed, .answered, .answered, .missed])
    }

    @Test func aPersonWhoBooksAtTheDoorIsNotAskedWithTheBooking() throws {
        let door = try Self.day("2026-11-23")
        let dates = PersonalCourseDates(bookedOn: door, lastSitting: door)
        let standings = SampleSurvey.instrument.standings(for: dates, on: door)
        #expect(standings.map(\.state) == [.skipped, .due, .due, .upcoming])
        #expect(standings.map(\.canBeAnswered) == [false, true, true, false])
    }

    @Test func anAnswerIsInTimeOnTheFirstAndTheLastDay() throws {
        let plan = try #require(SampleSurvey.instrument.plan(.followUp(months: 3)))
        let days = ["2027-02-20", "2027-02-21", "2027-04-11", "2027-04-12"].compactMap { CalendarDate($0) }
        #expect(try days.map { plan.isInTime($0, for: try Self.dates) } == [false, true, true, false])
    }

    private static var dates: PersonalCourseDates {
        get throws {
            PersonalCourseDates(
                bookedOn: try Self.day("2026-11-01"),
                firstSitting: try Self.day("2026-11-23"),
                lastSitting: try Self.day("2026-11-30")
            )
        }
    }

    private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
}

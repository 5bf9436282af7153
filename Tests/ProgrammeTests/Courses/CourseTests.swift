import FoundationEssentials
import Programme
import Testing

@Suite struct CourseTests {
    @Test func addsUpItsMinutes() {
        let course = SampleCourse.course
        #expect(course.contactMinutes == 100)
        #expect(course.totalMinutes == 85 + 55)
        #expect(course.sittings.map { course.contactMinutes(of: $0) } == [60, 40])
        #expect(course.sittings.map(\.modules) == [[1, 2], [3]])
        #expect(course.safetyCriticalModules.map(\.number) == [2])
        #expect(course.module(9) == nil)
    }

    @Test func namesTheOutcomesTaughtInSomeModules() {
        let course = SampleCourse.course
        #expect(course.outcomes(taughtIn: [1]).map(\.code) == [])
        #expect(course.outcomes(taughtIn: [2]).map(\.code) == ["LO1"])
        #expect(course.outcomes(taughtIn: [3, 7]).map(\.code) == ["LO1", "LO2"])
    }

    struct Visit: Sendable, CustomTestStringConvertible {
        let arrival: Int
        let leaving: Int?
        let minutes: Int
        let modules: [Int]
        var testDescription: String { "\(arrival) to \(leaving.map(String.init) ?? "the end")" }
    }

    /// The first sitting: survey 0-15, module 15-35, break 35-45, module 45-85.
    @Test(arguments: [
        Visit(arrival: 0, leaving: nil, minutes: 60, modules: [1, 2]),
        Visit(arrival: -5, leaving: 85, minutes: 60, modules: [1, 2]),
        Visit(arrival: 15, leaving: 90, minutes: 60, modules: [1, 2]),
        Visit(arrival: 16, leaving: nil, minutes: 59, modules: [2]),
        Visit(arrival: 40, leaving: nil, minutes: 40, modules: [2]),
        Visit(arrival: 0, leaving: 84, minutes: 59, modules: [1]),
        Visit(arrival: 0, leaving: 40, minutes: 20, modules: [1]),
        Visit(arrival: 20, leaving: 30, minutes: 10, modules: []),
        Visit(arrival: 85, leaving: nil, minutes: 0, modules: []),
        Visit(arrival: 50, leaving: 20, minutes: 0, modules: []),
    ])
    func countsTheTeachingSomebodyWasThereFor(_ visit: Visit) {
        let sitting = SampleCourse.first
        #expect(sitting.contactMinutes(from: visit.arrival, to: visit.leaving) == visit.minutes)
        #expect(sitting.wholeModules(from: visit.arrival, to: visit.leaving) == visit.modules)
    }

    @Test func aFewMinutesOfGraceKeepAModule() {
        #expect(SampleCourse.first.wholeModules(from: 20, grace: 5) == [1, 2])
        #expect(SampleCourse.first.wholeModules(from: 21, grace: 5) == [2])
        #expect(SampleCourse.first.wholeModules(to: 80, grace: 5) == [1, 2])
        #expect(SampleCourse.first.wholeModules(to: 79, grace: 5) == [1])
    }

    /// 80 % of 345 minutes are 276; of 110 they are 88; of 344 they are 275.2, so 276 are needed.
    @Test(arguments: [(345, 80, 276), (110, 80, 88), (344, 80, 276), (1, 1, 1), (0, 80, 0), (345, 100, 345)])
    func aCertificateNeedsWholeMinutes(contact: Int, percent: Int, needed: Int) {
        let rule = CertificateRule(contactPercent: percent, requiredModules: [], refreshYears: nil)
        #expect(rule.minutesNeeded(of: contact) == needed)
    }

    @Test func aCertificateIsRefreshedAfterYears() throws {
        let leapDay = try Self.day("2028-02-29")
        let rule = CertificateRule(contactPercent: 80, requiredModules: [4, 6], refreshYears: 3)
        #expect(rule.refreshDate(of: leapDay)?.description == "2031-02-28")
        let forever = CertificateRule(contactPercent: 80, requiredModules: [], refreshYears: nil)
        #expect(forever.refreshDate(of: leapDay) == nil)
    }

    @Test(arguments: [(8, 1), (10, 1), (11, 2), (16, 2)])
    func moreThanTenNeedASecondTrainer(people: Int, trainers: Int) {
        #expect(SampleCourse.course.group.trainersNeeded(for: people) == trainers)
        #expect(GroupSize(smallest: 1, largest: 99, secondTrainerAbove: nil).trainersNeeded(for: people) == 1)
    }

    @Test func comesBackFromTheFrozenFormAsItWas() throws {
        let data = try JSONEncoder().encode(SampleCourse.course)
        #expect(try JSONDecoder().decode(Course.self, from: data) == SampleCourse.course)
    }

    @Test func theFrozenAgendaNeverChanges() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(
            String(decoding: try encoder.encode(SampleCourse.second), as: UTF8.self)
                == #"{"agenda":[{"content":{"module":{"number":3}},"minutes":40,"start":0},"#
                + #"{"content":{"survey":{"title":"After","wave":"post"}},"minutes":15,"start":40}],"#
                + #""title":"Second","usualStart":"09:00"}"#
        )
    }

    private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
}

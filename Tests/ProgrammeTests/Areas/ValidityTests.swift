import Programme
import Testing

@Suite struct ValidityTests {
    private func days(_ from: String?, _ to: String?) -> Validity? {
        Validity(from: from.flatMap { CalendarDate($0) }, to: to.flatMap { CalendarDate($0) })
    }

    @Test(arguments: [("2013-12-31", false), ("2014-01-01", true), ("2014-06-30", true), ("2014-07-01", false)])
    func includesBothEnds(_ day: String, _ expected: Bool) throws {
        let date = try #require(CalendarDate(day))
        #expect(try #require(days("2014-01-01", "2014-06-30")).contains(date) == expected)
    }

    @Test func refusesToEndBeforeItBegins() { #expect(days("2014-01-02", "2014-01-01") == nil) }

    @Test func touchingSpansDoNotOverlap() throws {
        let first = try #require(days(nil, "2014-03-31")), second = try #require(days("2014-04-01", nil))
        #expect(!first.overlaps(second))
        #expect(first.overlaps(try #require(days("2014-03-31", "2014-03-31"))))
        #expect(Validity.always.intersection(first) == first)
    }
}

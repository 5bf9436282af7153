import Material
import Programme
import Testing

@Suite struct ReferenceTablesTests {
    private let tables = Result { try ReferenceTables.read(from: ReferenceFolder.checkout) }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    /// Domain notes: 14 areas in the pilot of 2013, 11 in March 2023, 5 command units since May 2025; Surrey has 11
    /// districts, Staffordshire 8 and Stoke-on-Trent.
    @Test(arguments: [
        ("Thames Valley", "2013-06-01", 14), ("Thames Valley", "2023-03-18", 11), ("Thames Valley", "2025-05-06", 11),
        ("Thames Valley", "2025-05-07", 5), ("Surrey", "2018-10-01", 11), ("Staffordshire", "2021-10-01", 9),
    ])
    func holdsTheAreasOfEachTime(_ name: String, _ date: String, _ count: Int) throws {
        let catalogue = try tables.get().areas
        let force = try catalogue.force(named: name)
        #expect(catalogue.areas(of: force.code, on: try day(date)).count == count)
    }

    @Test(arguments: [
        ("bracknell-forest", ["berkshire-east"]), ("wokingham", ["berkshire-west"]), ("wycombe", ["buckinghamshire"]),
        ("chiltern-and-south-bucks", ["buckinghamshire"]), ("milton-keynes", ["milton-keynes"]),
        ("cherwell", ["oxfordshire"]), ("bracknell-and-wokingham", ["berkshire-east", "berkshire-west"]),
    ])
    func rollsTheOldAreasUpToTodays(_ code: String, _ expected: [String]) throws {
        let catalogue = try tables.get().areas
        let area = try #require(Slug(rawValue: code).flatMap { catalogue[$0] })
        let rollUp = catalogue.rollUp(area, to: try day("2026-11-21"))
        #expect(rollUp.unplaced.isEmpty)
        #expect(Set(rollUp.shares.map(\.area.code.rawValue)) == Set(expected))
    }

    @Test func everyAreaOf2013RollsUpWhole() throws {
        let catalogue = try tables.get().areas
        let today = try day("2026-11-21")
        for area in catalogue.areas where area.validity.contains(try day("2013-06-01")) {
            let rollUp = catalogue.rollUp(area, to: today)
            #expect(rollUp.only != nil, "\(area.name)")
        }
    }

    @Test func saysWhatAnAreaIsCalled() throws {
        let force = try tables.get().areas.force(named: "thames-valley")
        #expect(force.areaKind(on: try day("2013-06-01")) == "local policing area")
        #expect(force.areaKind(on: try day("2026-06-01")) == "local command unit")
    }

    /// Oxfordshire's districts add up to the county's 725,300 of Census 2021.
    @Test func addsUpPopulations() throws {
        let catalogue = try tables.get().areas
        let area = try catalogue.area(named: "South Oxfordshire & Vale of White Horse", on: try day("2021-06-30"))
        #expect(catalogue.population(of: area, in: 2021) == 149_100 + 138_900)
        #expect(catalogue.population(of: area, in: 2020) == nil)
    }

    @Test func carriesSourceYearAndKindWithEveryUnitCost() throws {
        let costs = try tables.get().unitCosts
        #expect(costs.count == 12)
        #expect(costs.allSatisfy { !$0.provenance.source.isEmpty && $0.pence > 0 })
        let further = try #require(costs.first { $0.code.rawValue == "asb-incident-further-action" })
        #expect(further.pence == 67_300)
        #expect(further.priceYear == "2011/12")
        #expect(further.provenance.toVerify)
    }

    @Test func carriesSourceAndMonthsWithEveryEvent() throws {
        let events = try tables.get().events
        let pandemic = try #require(events.first { $0.name == "Pandemic restrictions" })
        #expect(pandemic.from == Month("2020-03") && pandemic.to == Month("2021-07") && pandemic.areas == nil)
        #expect(!pandemic.adjusts && pandemic.provenance.toVerify && pandemic.provenance.source.contains("SI 2020/350"))
    }

    /// Easter Sunday by the Gregorian computus (J. Meeus, Astronomical Algorithms, chapter 8), the rest by the Act.
    @Test(arguments: 2024...2028) func listsTheBankHolidaysOfTheRule(_ year: Int) throws {
        let holidays = try tables.get().bankHolidays
        let a = year % 19, b = year / 100, c = year % 100
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let total = h + l - 7 * m + 114
        let easter = try #require(CalendarDate(year: year, month: total / 31, day: total % 31 + 1))
        func monday(_ month: Int, last: Bool) throws -> CalendarDate {
            let start = try #require(CalendarDate(year: year, month: month, day: last ? 25 : 1))
            return start.adding(days: (8 - start.weekday) % 7)
        }
        var expected: Set<CalendarDate> = [easter.adding(days: -2), easter.adding(days: 1)]
        expected.insert(try monday(5, last: false))
        expected.insert(try monday(5, last: true))
        expected.insert(try monday(8, last: true))
        for (month, number) in [(1, 1), (12, 25), (12, 26)] {
            var date = try #require(CalendarDate(year: year, month: month, day: number))
            while date.weekday > 5 || expected.contains(date) { date = date.adding(days: 1) }
            expected.insert(date)
        }
        #expect(Set(holidays.days.map(\.date).filter { $0.year == year }) == expected)
        #expect(holidays.isWorkingDay(easter.adding(days: 1)) == false)
        #expect(holidays.isWorkingDay(easter.adding(days: 2)) == true)
    }

    @Test func knowsNothingOfAYearNobodyListed() throws {
        #expect(try tables.get().bankHolidays.isWorkingDay(try day("2031-06-02")) == nil)
    }
}

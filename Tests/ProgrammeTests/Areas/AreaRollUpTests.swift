import Programme
import Testing

@Suite struct AreaRollUpTests {
    private func shares(_ code: String, _ date: CalendarDate, _ catalogue: AreaCatalogue = SmallForce.catalogue())
        throws -> [String]
    {
        let area = try #require(catalogue[SmallForce.slug(code, of: PolicingArea.self)])
        let found = catalogue.rollUp(area, to: date)
        #expect(found.unplaced == [])
        return found.shares.map { "\($0.area.code): \($0.members.map(\.description).joined(separator: ", "))" }
    }

    @Test func followsAMergerAndASplitToToday() throws {
        #expect(try shares("bracknell-forest", SmallForce.between) == ["bracknell-and-wokingham: Bracknell Forest"])
        #expect(try shares("bracknell-forest", SmallForce.today) == ["east: Bracknell Forest"])
        #expect(
            try shares("bracknell-and-wokingham", SmallForce.today) == ["east: Bracknell Forest", "west: Wokingham"]
        )
    }

    @Test func goesBackInTimeToo() throws {
        #expect(
            try shares("bracknell-and-wokingham", SmallForce.then)
                == ["bracknell-forest: Bracknell Forest", "wokingham: Wokingham"]
        )
        #expect(try shares("bucks", SmallForce.then) == ["wycombe: Buckinghamshire"])
    }

    @Test func anAreaOfTheDayIsItself() throws {
        #expect(try shares("wycombe", SmallForce.between) == ["wycombe: Wycombe"])
    }

    @Test func usesSuccessionRowsWhereAnAreaHasNoMembers() throws {
        let areas = SmallForce.areas.map { area in
            var area = area
            area.members = []
            return area
        }
        let catalogue = SmallForce.catalogue(areas: areas)
        #expect(try shares("wokingham", SmallForce.today, catalogue) == ["east: ", "west: "])
        #expect(try shares("bucks", SmallForce.then, catalogue) == ["wycombe: "])
    }

    @Test func saysWhatNobodyHolds() throws {
        let catalogue = SmallForce.catalogue(areas: Array(SmallForce.areas.dropLast()), rows: [])
        let area = try #require(catalogue[SmallForce.slug("wycombe", of: PolicingArea.self)])
        let found = catalogue.rollUp(area, to: SmallForce.today)
        #expect(found.shares.isEmpty)
        #expect(found.unplaced == [.district("Wycombe")])
        #expect(found.only == nil)
    }
}

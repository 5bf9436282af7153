import Programme
import Testing

@Suite struct AreaFaultsTests {
    private func faults(areas: [PolicingArea] = [], without: Set<String> = [], rows: [AreaSuccession] = SmallForce.rows)
        -> [String]
    {
        let kept = SmallForce.areas.filter { !without.contains($0.code.rawValue) }
        return SmallForce.catalogue(areas: kept + areas, rows: rows).faults().map(\.description)
    }

    @Test func findsNoneInASoundCatalogue() { #expect(faults() == []) }

    @Test func namesADistrictInTwoAreasAtOneTime() {
        let second = SmallForce.area("second", "Second", "2025-05-06", "2025-05-06", ["Wycombe"])
        #expect(
            faults(areas: [second]).prefix(1) == [
                "Wycombe already belongs to Wycombe & District until 2025-05-06; a place is in one area of a force at a time"
            ]
        )
    }

    @Test func namesAnUnknownDistrictWithTheNearest() {
        let area = SmallForce.area("new", "New", nil, nil, ["Wokinham"])
        #expect(faults(areas: [area]) == ["there is no district \"Wokinham\". Did you mean \"Wokingham\"?"])
    }

    @Test func namesTwoAreasOfOneName() {
        let area = SmallForce.area("new", "Berkshire  East", "2026-01-01", nil, ["E01000001"])
        #expect(faults(areas: [area]).first?.hasPrefix("another area of thames-valley is called") == true)
    }

    @Test func namesASuccessionToNowhere() {
        let rows = SmallForce.rows + [SmallForce.row("wycombe", "buks", "2025-05-07", ["Wycombe"])]
        #expect(faults(rows: rows) == ["there is no area \"buks\". Did you mean \"bucks\"?"])
    }

    @Test func namesASuccessionOnTheWrongDay() {
        let rows = SmallForce.rows.dropLast() + [SmallForce.row("wycombe", "bucks", "2025-05-08", ["Wycombe"])]
        #expect(
            faults(rows: Array(rows)) == [
                "Wycombe & District exists until 2025-05-06, not on 2025-05-07, the day before it gives ground to Buckinghamshire",
                "Wycombe & District does not hold Wycombe on 2025-05-07",
                "Wycombe & District ends on 2025-05-06, but no succession row says what follows it on 2025-05-07",
            ]
        )
    }

    @Test func namesGroundThatNoRowPassesOn() {
        let rows = SmallForce.rows.filter { $0.to.rawValue != "west" }
        #expect(
            faults(rows: rows) == [
                "Bracknell and Wokingham ends on 2025-05-06 with Wokingham, but no succession row says what follows it on 2025-05-07"
            ]
        )
    }

    @Test func namesAWrongHeir() {
        let rows = SmallForce.rows.dropLast() + [SmallForce.row("wycombe", "west", "2025-05-07", ["Wycombe"])]
        #expect(faults(rows: Array(rows)) == ["Berkshire West does not hold Wycombe on 2025-05-07"])
    }
}

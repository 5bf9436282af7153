import Programme
import Testing

@Suite struct AreaAllocatorTests {
    private let catalogue = SmallForce.catalogue()

    @Test(arguments: [
        ("E01016500", "Wokingham 011C", "2013-06-01", "wokingham"),
        ("E01016500", "Wokingham 011C", "2016-06-01", "bracknell-and-wokingham"),
        ("E01016500", "Wokingham 011C", "2026-06-01", "west"),
        ("E01016700", "Wokingham 012A", "2026-06-01", "east"),  // the single LSOA beats the district
        ("E01017900", "Wycombe 001A", "2022-06-01", "wycombe"),  // the name outlives the district
        ("E01017900", "Wycombe 001A", "2026-06-01", "bucks"),  // through the district's successor
        ("E01017900", "Buckinghamshire 040D", "2013-06-01", "wycombe"),  // before the district: its only predecessor
    ])
    func findsTheArea(_ code: String, _ name: String, _ day: String, _ area: String) throws {
        let date = try #require(CalendarDate(day))
        #expect(catalogue.allocation(ofLSOA: code, named: name, on: date).area?.rawValue == area)
    }

    @Test func leavesBlankPlacesUnallocatedAndNamesOutsiders() {
        let allocator = AreaAllocator(catalogue, on: SmallForce.today)
        #expect(allocator.allocation(ofLSOA: "", named: "") == .unallocated)
        #expect(allocator.allocation(ofLSOA: nil, named: nil) == .unallocated)
        #expect(allocator.allocation(ofLSOA: "E01031391", named: "Arun 001B") == .outside(district: "Arun"))
    }

    @Test func doesNotGuessAmongPredecessorsInDifferentAreas() {
        let other = District(
            code: "E07000004",
            name: "Aylesbury Vale",
            became: "E06000060",
            provenance: SmallForce.source
        )
        let areas =
            SmallForce.areas + [SmallForce.area("aylesbury-vale", "Aylesbury Vale", nil, nil, ["Aylesbury Vale"])]
        let allocator = AreaAllocator(areas: areas, districts: SmallForce.districts + [other], on: SmallForce.between)
        #expect(
            allocator.allocation(ofLSOA: "E01017900", named: "Buckinghamshire 040D")
                == .outside(district: "Buckinghamshire")
        )
    }

    @Test(arguments: [
        ("Milton Keynes 017B", "Milton Keynes"), ("Milton Keynes", "Milton Keynes"), ("", ""),
        ("Stoke-on-Trent 001A", "Stoke-on-Trent"), ("Ashford 12B", "Ashford 12B"), ("Ashford 0123", "Ashford 0123"),
    ])
    func takesTheDistrictFromTheName(_ name: String, _ district: String) {
        #expect(LSOA.districtName(in: name) == district)
    }
}

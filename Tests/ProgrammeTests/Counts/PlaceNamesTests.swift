import Testing

@testable import Programme

@Suite struct PlaceNamesTests {
    private func names(_ places: [(String, String)]) -> PlaceNames {
        PlaceNames(lines: places.map { "\($0.0)\t\($0.1)" }.joined(separator: "\n"))
    }

    @Test("lines in any order are places in order, of a code told twice the last") func readsLines() {
        let places = names([
            ("E01000003", "Mole Valley 001B"), ("W01000001", "Ynys Môn 001A"), ("E01000001", "Arun 001A"),
            ("none", "x"),
            ("E01000003", "Mole Valley 002B"),
        ])
        #expect(places.map(\.code) == ["E01000001", "E01000003", "W01000001"])
        #expect(places.map(\.name) == ["Arun 001A", "Mole Valley 002B", "Ynys Môn 001A"])
        #expect(PlaceNames(lines: "").isEmpty)
    }

    @Test("what is missing, merged in, is what both know", arguments: 0..<30) func mergesWhatIsMissing(_ seed: Int) {
        let all = (1...60).map { ("E010\($0 * 37 % 61 + 10_000)", "District 0\($0 % 90 + 10)A") }
        let known = names(all.enumerated().filter { $0.offset % (seed + 2) != 0 }.map(\.element))
        let renamed = all.enumerated().map { $0.offset % 7 == seed % 7 ? ($0.element.0, "Other 001B") : $0.element }
        let others = names(renamed.enumerated().filter { $0.offset % 3 != seed % 3 }.map(\.element))
        let (before, after) = (Dictionary(uniqueKeysWithValues: known.map { ($0.code, $0.name) }), others)
        let missing = others.missing(in: known)
        #expect(Array(missing) == after.filter { before[$0.code] != $0.name })
        let expected = before.merging(others.map { ($0.code, $0.name) }) { $1 }
        #expect(Dictionary(uniqueKeysWithValues: known.merging(missing).map { ($0.code, $0.name) }) == expected)
        #expect(known.merging(missing).map(\.code) == expected.keys.sorted())
        #expect(others.missing(in: known.merging(missing)).isEmpty)
    }

    @Test("a place is found from any place before it") func findsPlaces() {
        let places = names((0..<100).map { ("E01\(100_000 + $0 * 3)", "District 001A") })
        for (index, place) in places.enumerated() {
            guard let number = LSOA.number(ofCode: place.code) else { continue }
            for start in [0, index / 2, index] { #expect(places.index(of: number, from: start) == index) }
            #expect(places.index(of: number + 1) == nil)
        }
    }

    @Test("districts are the names without the numbers") func tellsDistricts() {
        let places = names([
            ("E01000001", "Arun 001A"), ("E01000002", "Arun 001B"), ("E01000003", "Arundel 001A"),
            ("E01000004", "Aru 001A"),
            ("E01000005", "Arun 010C"), ("E01000006", "No number"), ("E01000007", ""), ("E01000008", " 001A"),
            ("E01000009", "Arun 001a"),
        ])
        let (names, districts) = places.districts()
        #expect(districts.map { names[$0] } == places.map(\.districtName))
        #expect(Set(names).count == names.count)
        #expect(places.map(\.districtName).prefix(4) == ["Arun", "Arun", "Arundel", "Aru"])
        #expect(places.map(\.districtName).suffix(4) == ["No number", "", "", "Arun 001a"])
    }
}

import Programme
import Testing

@Suite struct PackedCountsTests {
    private func unpacked(_ packed: PackedCounts) -> [[Int]] {
        var places: [[Int]] = []
        packed.forEach { places.append([Int($0), $1]) }
        return places
    }

    @Test("what goes in comes out, in order") func roundTrip() throws {
        var packed = PackedCounts()
        let places: [(UInt32, Int)] = [(1, 1), (2, 127), (130, 128), (401_016_707, 3), (UInt32.max, 2_000_000_000)]
        for (place, count) in places { packed.append(place, count) }
        #expect(unpacked(packed) == places.map { [Int($0), $1] })
        #expect(packed.total == 2_000_000_259)
        #expect(try #require(PackedCounts(bytes: packed.bytes)) == packed)
    }

    @Test("two bytes hold a small count beside its neighbour") func isSmall() {
        var packed = PackedCounts()
        for place in 1...1000 { packed.append(UInt32(place), place % 100 + 1) }
        #expect(packed.bytes.count == 2000)
    }

    @Test("a count of nought and a place out of order are passed over") func passesOver() {
        var packed = PackedCounts()
        packed.append(7, 0)
        packed.append(9, 2)
        packed.append(9, 3)
        packed.append(8, 3)
        #expect(unpacked(packed) == [[9, 2]])
    }

    @Test(
        "bytes that are no counts are known",
        arguments: [
            [0x80], [1], [0, 1], [1, 0], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1],
            [0x80, 0x80, 0x80, 0x80, 0x80, 1, 1],
        ]
    )
    func refuses(_ bytes: [UInt8]) { #expect(PackedCounts(bytes: bytes) == nil) }

    @Test(arguments: [
        ("E01016707", 401_016_707), ("A00000001", 1), ("Z99999999", 2_599_999_999), ("A00000000", nil),
        ("E0101670", nil),
        ("e01016707", nil), ("E010167070", nil), ("E0101670x", nil), ("", nil),
    ]) func numbersCodes(_ code: String, _ number: UInt32?) {
        #expect(LSOA.number(ofCode: code) == number)
        if let number { #expect(LSOA.code(ofNumber: number) == code) }
    }
}

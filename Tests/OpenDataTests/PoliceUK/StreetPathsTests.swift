import OpenData
import Programme
import Testing

/// The quick way of counting a row and the careful one come to the same.
@Suite struct StreetPathsTests {
    private func rows(_ random: inout SplitMix, _ count: Int) -> [String] {
        (0..<count).map { number in
            let type = CrimeCategory.allCases[Int.random(in: 0..<CrimeCategory.allCases.count, using: &random)]
                .publishedName
            let isASB = type == "Anti-social behaviour"
            return StreetText.row(
                id: isASB ? "" : StreetText.id(Int.random(in: 0..<count, using: &random)),
                month: Int.random(in: 0..<30, using: &random) == 0 ? "2018-09" : "2018-10",
                by: Int.random(in: 0..<40, using: &random) == 0 ? "Surrey Police" : "Thames Valley Police",
                within: Int.random(in: 0..<20, using: &random) == 0 ? "Warwickshire Police" : nil,
                lsoa: number % 11 == 0 ? "" : "E0101\(Int.random(in: 6000...6400, using: &random))",
                name: "Milton Keynes 017B",
                type: type
            )
        }
    }

    @Test("with every field in quotation marks the counts are those without", arguments: 0..<10)
    func quotes(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let plain = [StreetText.row()] + rows(&random, 2000)
        let quoted = plain.map { row in
            row.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }.joined(separator: ",")
        }
        let (left, right) = (
            try StreetFileReader.read(StreetText.file(plain)), try StreetFileReader.read(StreetText.file(quoted))
        )
        #expect(left.categories == right.categories && left.places == right.places)
        #expect(left.quality == right.quality)
    }

    @Test("whatever becomes of a file's bytes, every row is counted once or told of", arguments: 0..<60)
    func damage(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var bytes = Array(([StreetText.header, StreetText.row()] + rows(&random, 50)).joined(separator: "\n").utf8)
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let place = Int.random(in: 120..<bytes.count, using: &random)
            bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
        guard let file = try? StreetFileReader.read(.bytes(bytes, name: "2018-10-thames-valley-street.csv")) else {
            return
        }
        let quality = file.quality
        let left =
            quality.repeatedCrimes + quality.otherMonth + quality.transportPolice + quality.malformed
            + quality.otherForces.values.reduce(0, +) + quality.unknownCategories.values.reduce(0, +)
        #expect(file.rows == quality.counted + left)
        #expect(file.categories.reduce(0) { $0 + $1.total } == quality.counted)
    }
}

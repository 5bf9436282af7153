import CByteMarks
import Programme
import Testing

@testable import OpenData

/// However a file is taken apart, in vectors or byte by byte, in pieces of any size, the same comes out of it: counts, notes with
/// their lines, fingerprint, or the same refusal.
@Suite struct StreetWaysTests {
    private struct Way: Sendable {
        let name: String
        let way: cg_way
        let piece: Int
    }

    private static let ways = [
        Way(name: "plain", way: CG_PLAIN, piece: 1 << 18), Way(name: "vectors", way: CG_VECTORS, piece: 1 << 18),
        Way(name: "wide vectors", way: CG_WIDE_VECTORS, piece: 1 << 18),
        Way(name: "best", way: CG_BEST, piece: 1 << 18),
        Way(name: "small pieces", way: CG_BEST, piece: 1000), Way(name: "odd pieces", way: CG_BEST, piece: 67),
        Way(name: "byte by byte", way: CG_BEST, piece: 1),
    ]

    @Test("random files are the same in every way", arguments: 0..<60) func agree(_ seed: Int) throws {
        let bytes = Self.file(SplitMix(seed: UInt64(seed)), rows: seed % 3 == 0 ? 900 : 40, isBroken: seed % 4 == 3)
        let spare = SpareMemory()
        let careful = Self.read(bytes, Way(name: "careful", way: CG_NEVER, piece: 1 << 18), spare)
        for way in Self.ways {
            #expect(Self.read(bytes, way, spare) == careful, "\(way.name)")
            #expect(Self.read(bytes, way, SpareMemory()) == careful, "\(way.name), fresh memory")
        }
        guard seed % 4 != 3 else { return }
        let file = try careful.get()
        #expect(file.quality.counted == file.categories.reduce(0) { $0 + $1.total } && file.quality.counted > 0)
    }

    @Test("columns may stand in any order, the last of them one that is read", arguments: 0..<12)
    func takesColumnsInAnyOrder(_ seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let order = Array(0..<12).shuffled(using: &random)
        let lines = [StreetText.header] + (0..<50).map { Self.plainRow($0, &random) }
        let turned = lines.map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return order.map { String(fields[$0]) }.joined(separator: ",")
        }
        let lineEnd = seed % 2 == 0 ? "\n" : "\r\n"
        let straight = try Self.read(Self.text(lines, "\n"), Self.ways[3], SpareMemory()).get()
        for way in Self.ways {
            let file = try Self.read(Self.text(turned, lineEnd), way, SpareMemory()).get()
            #expect(file.categories == straight.categories && file.places == straight.places, "\(way.name)")
            #expect(file.quality == straight.quality)
        }
    }

    private static func read(_ bytes: [UInt8], _ way: Way, _ spare: SpareMemory) -> Result<StreetFile, OpenDataRefusal>
    {
        Result { () throws(OpenDataRefusal) in
            try StreetFileReader.read(
                .bytes(bytes, name: "2018-10-thames-valley-street.csv"),
                limits: StreetFileReader.limits,
                spare: spare,
                piece: way.piece,
                way: way.way
            )
        }
    }

    private static func text(_ lines: [String], _ lineEnd: String) -> [UInt8] {
        Array(lines.map { $0 + lineEnd }.joined().utf8)
    }

    private static func plainRow(_ number: Int, _ random: inout SplitMix) -> String {
        let types = CrimeCategory.allCases
        let type = types[Int.random(in: 0..<types.count, using: &random)]
        let place = Int.random(in: 0..<40, using: &random)
        return StreetText.row(
            id: type == .antiSocialBehaviour ? "" : StreetText.id(Int.random(in: 0...number, using: &random)),
            lsoa: place == 0 ? "" : "E010\(10_000 + place * 97)",
            name: "Milton Keynes 0\(place + 10)A",
            type: type.publishedName
        )
    }

    /// A file with everything that is unusual in a few of its rows, and with what is refused at a random place when it is broken.
    private static func file(_ start: SplitMix, rows: Int, isBroken: Bool) -> [UInt8] {
        var random = start
        var bytes = Array((Bool.random(using: &random) ? "\u{FEFF}" : "").utf8)
        let lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
        let oddities = Int.random(in: 0...12, using: &random)
        bytes += Array((StreetText.header + lineEnd).utf8)
        for number in 0..<rows {
            let isOdd = Int.random(in: 0..<40, using: &random) < oddities
            bytes += Array((isOdd ? oddRow(number, &random) : plainRow(number, &random)).utf8)
            bytes += Array((Int.random(in: 0..<50, using: &random) == 0 ? "\n" : lineEnd).utf8)
        }
        if Bool.random(using: &random) { bytes.removeLast() }
        if isBroken {
            let faults: [[UInt8]] = [
                [0], [0xFF], [0x0D], [0xE2, 0x82], [0x22], [0x2C, 0x22, 0x0A, 0x41], [0x0A, 0x2C],
            ]
            let place = Int.random(in: 200..<bytes.count, using: &random)
            bytes.insert(contentsOf: faults[Int.random(in: 0..<faults.count, using: &random)], at: place)
        }
        return bytes
    }

    private static func quoting(_ field: Int, in row: String) -> String {
        var fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        fields[field] = "\"\(fields[field]), \"\"so called\"\"\""
        return fields.joined(separator: ",")
    }

    private static func oddRow(_ number: Int, _ random: inout SplitMix) -> String {
        let row = plainRow(number, &random)
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return row.replacing("On or near Nightclub", with: "\"On or near Park, Lane\"")
        case 1: return quoting(8, in: row)
        case 2: return row.replacing("On or near Nightclub", with: "Ffordd yr Wyddfa, Môn").replacing(", M", with: " M")
        case 3: return row.replacing("Milton Keynes", with: "Ynys Môn 陳")
        case 4: return row.replacing("2018-10", with: "2018-11")
        case 5: return row.replacing("Thames Valley Police,Thames", with: "Surrey Police,Thames")
        case 6: return row.replacing("Police,Thames", with: "Police,Outer Thames")
        case 7: return row.replacing("E0", with: "E0A")
        case 8: return row + ","
        case 9: return ""
        case 10: return row.replacing("Drugs", with: "Jaywalking").replacing("Burglary", with: "")
        case 11: return row.replacing("Thames Valley Police", with: "British Transport Police")
        case 12: return row.replacing("\u{2C}On", with: ",\tOn")
        default: return row.replacing("Nightclub", with: String(repeating: "long ", count: 3000))
        }
    }
}

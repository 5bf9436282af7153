import Programme
import Testing

@testable import OpenData

@Suite struct ZipArchiveTests {
    private static func street(_ month: String, _ count: Int = 1) -> [UInt8] {
        let rows = (0..<count).map { _ in StreetText.row(month: month) }
        return Array(([StreetText.header] + rows).joined(separator: "\n").utf8)
    }

    @Test("the street files of a published archive are read, the others listed") func readsStreetFiles() throws {
        let zip = try ZipText()
        let path = try zip.write(
            "2018-11.zip",
            [
                ("2018-11/", []), ("2018-11/2018-11-thames-valley-street.csv", Self.street("2018-11", 3000)),
                ("2018-10/2018-10-thames-valley-street.csv", Self.street("2018-10")),
                ("2018-10/2018-10-thames-valley-outcomes.csv", Array("x".utf8)), ("readme.txt", Array("x".utf8)),
            ]
        )
        for paths in [[path], [zip.folder]] {
            let folder = try StreetFolder(paths)
            #expect(
                folder.street.map(\.name)
                    == ["10", "11"].map { "\(path)/2018-\($0)/2018-\($0)-thames-valley-street.csv" }
            )
            #expect(folder.passedOver.map(\.reason) == ["outcomes"])
            let files = try folder.street.map { try StreetFileReader.read($0) }
            #expect(files.map(\.rows) == [1, 3000])
            #expect(files.map(\.month.description) == ["2018-10", "2018-11"])
            let plain = try StreetFileReader.read(
                .bytes(Self.street("2018-11", 3000), name: "2018-11-thames-valley-street.csv")
            )
            #expect(files[1].fingerprint == plain.fingerprint)
        }
    }

    @Test("faults are named by archive, file, line and column") func namesFaults() throws {
        let zip = try ZipText()
        let text = StreetText.header + "\n" + StreetText.row() + "\n" + "\"x"
        let path = try zip.write("a.zip", [("2018-10-thames-valley-street.csv", Array(text.utf8))])
        let street = try StreetFolder([path]).street
        #expect(
            faults { try StreetFileReader.read(street[0]) } == [
                "\(path)/2018-10-thames-valley-street.csv:3: column Crime ID: the quotation mark opened on line 3 is never closed"
            ]
        )
    }

    @Test("an archive without street files, cut off or damaged is refused") func refusesDamage() throws {
        let zip = try ZipText()
        let empty = try zip.write("empty.zip", [("readme.txt", Array("x".utf8))])
        #expect(throws: OpenDataRefusal.missing(path: "\(empty)/…-street.csv")) { try StreetFolder([empty]) }

        let rows = Self.street("2018-10", 20_000)
        let path = try zip.write("b.zip", [("2018-10-thames-valley-street.csv", rows)])
        let whole = try zip.bytes(path)
        try zip.replace(path, Array(whole.prefix(whole.count / 2)))
        #expect(faults { try StreetFolder([path]) }.first?.contains("cut off on the way") == true)

        for place in [whole.count / 3, whole.count / 2] {
            var damaged = whole
            damaged[place] ^= 0x55
            try zip.replace(path, damaged)
            let street = try StreetFolder([path]).street
            #expect(!faults { try StreetFileReader.read(street[0]) }.isEmpty)
        }
        try zip.replace(path, whole)
        #expect(try StreetFileReader.read(try StreetFolder([path]).street[0]).rows == 20_000)
    }

    @Test("a file that unpacks to far more than it is, is refused before it is read to its end") func refusesBombs()
        throws
    {
        let zip = try ZipText()
        let line = Array((StreetText.row() + "\n").utf8)
        let many = Array((StreetText.header + "\n").utf8) + Array(repeatElement(line, count: 200_000).joined())
        let path = try zip.write("bomb.zip", [("2018-10-thames-valley-street.csv", many)])
        let street = try StreetFolder([path]).street
        #expect(
            faults { try StreetFileReader.read(street[0]) }.first?.contains("200 times its size in the archive") == true
        )
    }
}

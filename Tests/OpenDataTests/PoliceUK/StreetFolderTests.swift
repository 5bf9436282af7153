import FoundationEssentials
import OpenData
import Testing

@Suite struct StreetFolderTests {
    private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.path + "/street-\(UInt64.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: root) }
        for (path, text) in files {
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            try FileManager.default.createDirectory(atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
            try text.write(toFile: "\(root)/\(path)", atomically: false, encoding: .utf8)
        }
        try body(root)
    }

    private let street = StreetText.header + "\n" + StreetText.row() + "\n"
    private let outcomes =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\n"

    @Test func searchesFoldersInFoldersAndPassesOverOtherFiles() throws {
        try withFolder([
            "b/2018-10/2018-10-surrey-street.csv": street, "b/2018-10/2018-10-surrey-outcomes.csv": outcomes,
            "a/any-name.CSV": street, "a/renamed.csv": outcomes, "notes.txt": "x", "counts.csv": "area,month,count\n",
            ".hidden.csv": street, "a/people.csv": "name\n",
        ]) { root in
            let folder = try StreetFolder([root])
            #expect(
                folder.street.map(\.name)
                    == ["a/any-name.CSV", "b/2018-10/2018-10-surrey-street.csv"].map { "\(root)/\($0)" }
            )
            #expect(
                folder.passedOver.map { "\($0.path.dropFirst(root.count + 1)): \($0.reason)" } == [
                    "a/people.csv: not a street file", "a/renamed.csv: outcomes",
                    "b/2018-10/2018-10-surrey-outcomes.csv: outcomes", "counts.csv: counts; import it by its own name",
                ]
            )
            let first = try StreetFileReader.read(folder.street[0])
            #expect(first.rows == 1)
        }
    }

    @Test func takesAFileNamedOutrightAsItIs() throws {
        try withFolder(["x-outcomes.csv": outcomes]) { root in
            let folder = try StreetFolder(["\(root)/x-outcomes.csv"])
            #expect(folder.street.count == 1)
            #expect(throws: OpenDataRefusal.self) { try StreetFileReader.read(.file("\(root)/x-outcomes.csv")) }
        }
    }

    @Test func saysWhenThereIsNothing() throws {
        #expect(throws: OpenDataRefusal.missing(path: "/nonexistent")) { try StreetFolder(["/nonexistent"]) }
        try withFolder(["a/x.txt": ""]) { root in
            #expect(throws: OpenDataRefusal.missing(path: "\(root)/…-street.csv")) { try StreetFolder([root]) }
        }
    }

    @Test(arguments: [
        ("2018-10/2018-10-thames-valley-street.csv", "thames-valley street"),
        ("2022-08-greater-manchester-outcomes.csv", "greater-manchester outcomes"),
        ("2022-08-btp-stop-and-search.csv", "btp stop-and-search"),
        ("2022-13-btp-street.csv", nil), ("2022-08-street.csv", nil), ("street.csv", nil),
        ("2022-08-BTP-street.csv", nil),
    ]) func readsPublishedNames(_ path: String, _ expected: String?) {
        #expect(StreetFileName(path: path).map { "\($0.force) \($0.kind)" } == expected)
    }
}

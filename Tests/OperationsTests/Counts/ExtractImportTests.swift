import Evaluation
import Foundation
import Programme
import Testing

@testable import Operations

@Suite struct ExtractImportTests {
    private func write(_ text: String, _ name: String, _ test: TestOffice) throws -> String {
        let path = URL(filePath: test.path).deletingLastPathComponent().appending(path: name).path
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    private static let mapping = """
        force: thames-valley
        columns: {date_time: Logged, category: Category, attended: Attended, caller: Caller, area: Area}
        count: [ASB]
        attended: [Y]
        not_attended: ["N"]
        """
    private static let text = """
        Logged,Category,Attended,Caller,Area
        2026-01-03 10:00,ASB,Y,Zebulon Quill,Milton Keynes
        2026-01-04 10:00,ASB,N,zebulon quill,milton-keynes
        2026-02-04 10:00,ASB,N,Yolanda Quill,
        2026-02-04 10:00,Theft,N,Yolanda Quill,Milton Keynes
        """

    @Test("calls come in by area with attendance, callers as pseudonyms that stay the same, names never")
    func imports() async throws {
        let test = try await TestOffice()
        let mapping = try write(Self.mapping, "map.yaml", test)
        let path = try write(Self.text, "calls.csv", test)
        let imports = try await test.office.importExtracts([path], mapping: mapping, by: TestOffice.staff)
        #expect(
            imports.map { "\($0.month) \($0.state) \($0.rows) \($0.incidents) \($0.unallocated)" } == [
                "2026-01 new 2 2 0", "2026-02 new 2 1 1",
            ]
        )
        #expect(
            try await test.rows("SELECT calls || attended || not_attended AS said FROM extract_count ORDER BY file")
                == ["211", "101"]
        )
        let callers = try await test.rows("SELECT hex(caller) || calls AS said FROM caller_count ORDER BY file")
        #expect(callers.count == 2 && callers[0].hasSuffix("2"))
        #expect(!(try await test.contents()).contains { $0.lowercased().contains("quill") })

        let again = try await test.office.importExtracts([path], mapping: mapping, by: TestOffice.staff)
        #expect(again.map(\.state) == [.unchanged, .unchanged])
        let later = try write(
            Self.text.replacing("2026-02-04 10:00,ASB", with: "2026-02-05 10:00,ASB"),
            "calls.csv",
            test
        )
        let restated = try await test.office.importExtracts([later], mapping: mapping, by: TestOffice.staff)
        #expect(restated.map(\.state) == [.unchanged, .restated])
        let current = "SELECT hex(caller) || calls AS said FROM caller_count ORDER BY file"
        #expect(try await test.rows(current) == callers)
        #expect(try await test.office.verify(by: TestOffice.staff) == [])

        let evidence = try await test.office.callsEvidence(by: TestOffice.staff)
        #expect(evidence.source == .forceExtract)
        #expect(
            evidence.counts.map { "\($0.area) \($0.month) \($0.count)" } == [
                "Milton Keynes 2026-01 2", "Milton Keynes 2026-02 0", "unallocated 2026-01 0", "unallocated 2026-02 1",
            ]
        )
    }

    @Test("the key lies beside the certificate keys, for its owner alone; a rehearsal makes none")
    func key() async throws {
        let test = try await TestOffice()
        let mapping = try write(Self.mapping, "map.yaml", test)
        let path = try write(Self.text, "calls.csv", test)
        let key = CallerPseudonyms.path(beside: test.office.keyFile)
        #expect(key.hasSuffix(".callers"))
        let rehearsal = try await test.another(rehearses: true)
        #expect(try await rehearsal.importExtracts([path], mapping: mapping, by: TestOffice.staff).count == 2)
        #expect(!FileManager.default.fileExists(atPath: key))
        _ = try await test.office.importExtracts([path], mapping: mapping, by: TestOffice.staff)
        let rights = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        try Data("short".utf8).write(to: URL(filePath: key))
        await expectRefusal("chmod 600") {
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
            _ = try await test.office.importExtracts([path], mapping: mapping, by: TestOffice.staff)
        }
    }

    @Test("a backup takes the key along, and without the key of the callers on record nothing more comes in")
    func keyIsKept() async throws {
        let test = try await TestOffice()
        let mapping = try write(Self.mapping, "map.yaml", test)
        let path = try write(Self.text, "calls.csv", test)
        _ = try await test.office.importExtracts([path], mapping: mapping, by: TestOffice.staff)
        let key = CallerPseudonyms.path(beside: test.office.keyFile)
        let folder = URL(filePath: test.path).deletingLastPathComponent()
        let copy = folder.appending(path: "copy.sqlite").path
        _ = try await test.office.backUp(to: copy, by: TestOffice.staff)
        let copied = folder.appending(path: "copy.callers").path
        #expect(FileManager.default.contents(atPath: copied) == FileManager.default.contents(atPath: key))

        let before = try await test.contents()
        try FileManager.default.removeItem(atPath: key)
        await #expect(throws: CallerKeyRefusal.missing(path: key)) {
            _ = try await test.office.importExtracts([path], mapping: mapping, by: TestOffice.staff)
        }
        #expect(
            FileManager.default.createFile(
                atPath: key,
                contents: Data(count: 32),
                attributes: [.posixPermissions: 0o600]
            )
        )
        await #expect(throws: CallerKeyRefusal.other(path: key)) {
            _ = try await test.office.importExtracts([path], mapping: mapping, by: TestOffice.staff)
        }
        #expect(try await test.contents() == before)
        try FileManager.default.removeItem(atPath: key)
        try FileManager.default.copyItem(atPath: copied, toPath: key)
        let again = try await test.office.importExtracts([path], mapping: mapping, by: TestOffice.staff)
        #expect(again.map(\.state) == [.unchanged, .unchanged])
    }

    /// Source: RFC 4231, test case 2, truncated to 16 bytes.
    @Test("the pseudonym is HMAC-SHA-256") func pseudonym() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "callers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let key = Array("Jefe".utf8) + [UInt8](repeating: 0, count: 28)
        let pseudonyms = try CallerPseudonyms(
            path: folder.appending(path: "x.callers").path,
            orMadeOf: key,
            rehearses: false
        )
        let found = pseudonyms.pseudonym(of: "what do ya want for nothing?").map {
            String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
        }
        #expect(found.joined() == "5bdcc146bf60754e6a042426089575c7")
    }

    @Test("an area that nobody knows, and somebody without the right, change nothing")
    func refusals() async throws {
        let test = try await TestOffice()
        let mapping = try write(Self.mapping, "map.yaml", test)
        let path = try write(Self.text.replacing(",Milton Keynes", with: ",Milton Keyns"), "calls.csv", test)
        let before = try await test.contents()
        await #expect {
            _ = try await test.office.importExtracts([path], mapping: mapping, by: TestOffice.staff)
        } throws: {
            "\($0)".contains("Milton Keyns")
        }
        #expect(try await test.contents() == before)
        let (trainer, _) = try await test.account(.trainer, "trainer@example.org")
        await expectRefusal("not allowed") {
            _ = try await test.office.importExtracts([path], mapping: mapping, by: trainer)
        }
    }
}

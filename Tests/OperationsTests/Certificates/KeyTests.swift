import CertificateWriter
import Foundation
import Operations
import Programme
import Testing

@Suite struct KeyTests {
    @Test("the key file lies beside the database under its name")
    func place() {
        for (database, keys) in [
            ("commonground.sqlite", "commonground.keys"), ("/a.b/office", "/a.b/office.keys"),
            ("x/office.db.sqlite", "x/office.db.keys"), ("x/.sqlite", "x/.sqlite.keys"),
        ] {
            #expect(KeyFile(besideDatabase: database).path == keys)
        }
    }

    @Test("the first certificate makes the key, which nobody else may read, and every later one uses it")
    func made() async throws {
        let taught = try await TaughtRun()
        let file = taught.office.keyFile
        #expect(!file.exists)
        #expect(try await taught.office.certificateKeys().isEmpty)
        let seal = try #require(try await taught.issued().seal)
        let statement = try JSONDecoder().decode(CertificateStatement.self, from: Data(seal.json))
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let listed = try await taught.office.certificateKeys()
        #expect(listed.map(\.key.name) == [statement.key] && listed[0].retired == nil)
        #expect(try file.publicKeys() == listed.map(\.key))
    }

    @Test("a rehearsal makes no key")
    func rehearsed() async throws {
        let taught = try await TaughtRun()
        let rehearsal = try await taught.test.another(rehearses: true)
        #expect(try await rehearsal.issueCertificates(run: taught.run, by: TestOffice.staff).issued.count == 1)
        _ = try await rehearsal.rotateCertificateKey(by: TestOffice.staff)
        #expect(!taught.office.keyFile.exists)
    }

    @Test("after a rotation new certificates bear the new key, and those before stay valid")
    func rotates() async throws {
        let taught = try await TaughtRun()
        let (office, first) = (taught.office, try await taught.issued())
        let old = try office.pdf(of: first)
        let former = try secret(in: office.keyFile)
        taught.test.clock.advance(hours: 1)
        let fresh = try await office.rotateCertificateKey(by: TestOffice.staff)
        let listed = try await office.certificateKeys()
        #expect(listed.count == 2 && listed[0].retired != nil && listed[1].key == fresh.key && listed[1].retired == nil)
        #expect(try office.keyFile.publicKeys().map(\.name) == [fresh.key.name, listed[0].key.name])
        #expect(!(try String(contentsOfFile: office.keyFile.path, encoding: .utf8)).contains(former))
        #expect(try await office.standing(ofFile: old, named: "old.pdf").status == .valid)
        let second = try await office.correctName(
            of: taught.person,
            to: try PersonName(parsing: "Asha P"),
            by: TestOffice.staff
        ).reissued[0]
        let signed = try JSONDecoder().decode(CertificateStatement.self, from: Data(second.seal?.json ?? []))
        #expect(signed.key == fresh.key.name)
        #expect(try await office.verify(by: TestOffice.staff) == [])
        let manager = try await taught.test.account(.manager, "m@example.org").actor
        await expectRefusal("not allowed") { _ = try await office.rotateCertificateKey(by: manager) }
    }

    private func secret(in file: KeyFile) throws -> String {
        let data = try Data(contentsOf: URL(filePath: file.path))
        let content = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return try #require((content?["current"] as? [String: Any])?["secretKey"] as? String)
    }

    @Test("a key file that others may read, or that is none, is refused with its path")
    func refused() async throws {
        let taught = try await TaughtRun()
        let path = taught.office.keyFile.path
        for (content, mode, words) in [
            ("{}", 0o600, "not a key file"), ("", 0o600, "not a key file"), ("{}", 0o644, "chmod 600"),
        ] {
            FileManager.default.createFile(atPath: path, contents: Data(content.utf8))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            await expectRefusal(path, words) { _ = try await taught.issued() }
        }
        #expect(try await taught.test.rows("SELECT number AS said FROM certificate") == [])
    }

    @Test("a key that was lost, or one that was retired, is never replaced or used unasked") func lost() async throws {
        let taught = try await TaughtRun()
        let (office, file) = (taught.office, taught.office.keyFile)
        _ = try await taught.issued()
        let name = try PersonName(parsing: "Asha P")
        let old = try Data(contentsOf: URL(filePath: file.path))
        try FileManager.default.removeItem(atPath: file.path)
        let listed = try await office.certificateKeys()
        await expectRefusal("no key file \(file.path)", listed[0].key.name, "rotate the key") {
            _ = try await office.correctName(of: taught.person, to: name, by: TestOffice.staff)
        }
        #expect(try await office.certificateKeys() == listed && !file.exists)
        taught.test.clock.advance(hours: 1)
        _ = try await office.rotateCertificateKey(by: TestOffice.staff)
        try old.write(to: URL(filePath: file.path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        #expect(
            try await office.verify(by: TestOffice.staff).map(\.description).joined().contains(
                "not the one that signs here"
            )
        )
        await expectRefusal("was retired", "rotate the key") {
            _ = try await office.correctName(of: taught.person, to: name, by: TestOffice.staff)
        }
        _ = try await office.rotateCertificateKey(by: TestOffice.staff)
        #expect(try await office.correctName(of: taught.person, to: name, by: TestOffice.staff).reissued.count == 1)
        #expect(try await office.certificateKeys().count == 3)
        #expect(try await office.verify(by: TestOffice.staff) == [])
    }

    @Test("two offices that issue first at once agree on one key")
    func together() async throws {
        let taught = try await TaughtRun()
        let others = [taught.office, try await taught.test.another(seed: 5), try await taught.test.another(seed: 6)]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for office in others {
                group.addTask { _ = try await office.issueCertificates(run: taught.run, by: TestOffice.staff) }
            }
            try await group.waitForAll()
        }
        #expect(try await taught.office.certificateKeys().count == 1)
        #expect(try await taught.office.verify(by: TestOffice.staff) == [])
    }
}

import Foundation
import Operations
import Programme
import Testing

@Suite struct BackupTests {
    private func files(beside path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: URL(filePath: path).deletingLastPathComponent().path)
            .sorted()
    }

    @Test("a backup holds what the database held, and the key, for its owner's eyes")
    func copies() async throws {
        let taught = try await TaughtRun()
        let issued = try await taught.issued()
        let path = taught.test.path + ".copy.sqlite"
        let report = try await taught.office.backUp(to: path, by: TestOffice.staff)
        #expect(report.database == path && report.keys == taught.test.path + ".copy.keys")
        for file in [report.database, try #require(report.keys)] {
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
        }
        let copy = try await TestOffice.opened(path)
        #expect(try await copy.verify(by: TestOffice.staff) == [])
        #expect(try await copy.standing(ofCertificate: issued.facts.number.description).status == .valid)
        #expect(try copy.keyFile.publicKeys() == taught.office.keyFile.publicKeys())
        try copy.close()
        await expectRefusal(path, "already") { _ = try await taught.office.backUp(to: path, by: TestOffice.staff) }
        let manager = try await taught.test.account(.manager, "m@example.org").actor
        await expectRefusal("not allowed") { _ = try await taught.office.backUp(to: path + "2", by: manager) }
        #expect(try await taught.office.verify(by: TestOffice.staff) == [])
    }

    @Test("a backup is of one moment while others book")
    func whileBusy() async throws {
        let test = try await TestOffice()
        let run = try await test.run(16)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for number in 0..<60 { _ = try await test.book("Person \(number)", on: run) } }
            group.addTask {
                for number in 0..<3 {
                    let path = "\(test.path).\(number).sqlite"
                    _ = try await test.office.backUp(to: path, by: TestOffice.staff)
                    let copy = try await TestOffice.opened(path)
                    #expect(try await copy.verify(by: TestOffice.staff) == [])
                    try copy.close()
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("a place that cannot be written leaves nothing behind")
    func fails() async throws {
        let taught = try await TaughtRun()
        _ = try await taught.issued()
        let before = try files(beside: taught.test.path)
        await #expect(throws: (any Error).self) {
            _ = try await taught.office.backUp(to: taught.test.path + "/no/such.sqlite", by: TestOffice.staff)
        }
        #expect(try files(beside: taught.test.path) == before)
    }

    @Test("a backup takes a free place, or one that is moved aside, and a damaged one takes none")
    func restores() async throws {
        let taught = try await TaughtRun()
        let number = try await taught.issued().facts.number.description
        let backup = taught.test.path + ".copy.sqlite"
        _ = try await taught.office.backUp(to: backup, by: TestOffice.staff)
        let target = taught.test.path + ".other.sqlite"
        let keys = KeyFile(besideDatabase: target)
        func restore(replaces: Bool) async throws -> [String] {
            let restoration = Restoration(of: backup, to: target, keys: keys, replaces: replaces)
            defer { restoration.discard() }
            let office = try await TestOffice.opened(try restoration.prepare())
            do {
                try await office.acceptRestored(backup, by: TestOffice.staff)
            } catch {
                try office.close()
                throw error
            }
            try office.close()
            return try restoration.finish()
        }
        #expect(try await restore(replaces: false) == [])
        await expectRefusal(target, "already", "--replace") { _ = try await restore(replaces: false) }
        #expect(try await restore(replaces: true) == [target + ".before-1"])
        let restored = try await TestOffice.opened(target)
        #expect(try await restored.standing(ofCertificate: number).status == .valid)
        #expect(try keys.publicKeys() == taught.office.keyFile.publicKeys())
        await expectRefusal(target, "open in another program") { _ = try await restore(replaces: true) }
        try restored.close()
        try await taught.test.execute("UPDATE audit SET detail = '{}' WHERE number = 2", in: backup)
        await expectRefusal(backup, "nothing was restored", "audit trail is broken") {
            _ = try await restore(replaces: true)
        }
        #expect(try files(beside: target).filter { $0.contains(".part") } == [])
    }
}

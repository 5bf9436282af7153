import Foundation
import Testing

/// Issued certificates from outside: signatures held against OpenSSL, backups, rotated keys, corrected names.
@Suite struct SignedCertificateTests {
    let program: BuiltProgram
    init() throws { program = try BuiltProgram() }

    @Test("what was issued proves itself to OpenSSL, offline, and through a backup and a rotated key") func signatures()
        throws
    {
        defer { program.remove() }
        let (_, number, file) = try issuedRun()
        let pdf = program.folder.appending(path: "c/\(file)").path

        let keys = try program("certificates", "keys", "list", "--format", "json", at: Self.evening)
        _ = try program.write(keys.out, to: "keys.json")
        let key = try #require((try keys.object()["keys"] as? [[String: Any]])?.first)
        _ = try program.write(try #require(key["pem"] as? String), to: "key.pem")
        let facts = try #require(Self.property("facts", of: pdf))
        _ = try program.write(facts, to: "facts.json")
        let digits = try #require(Self.property("signature", of: pdf))
        let signature = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(digits.dropFirst($0).prefix(2), radix: 16)
        }
        try Data(signature).write(to: program.folder.appending(path: "facts.sig"))
        let check = "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in facts.json -sigfile facts.sig"
        let openssl = try program.run(["-c", check], shell: true)
        #expect(openssl.status == 0 && openssl.out.contains("Successfully"), "\(openssl.out)\(openssl.error)")
        let spoilt = try program.run(["-c", "sed -i s/345/346/ facts.json && \(check)"], shell: true)
        #expect(spoilt.status != 0)

        #expect(try program("backup", "copy.sqlite", at: Self.evening).status == 0)
        #expect(try program("certificates", "keys", "rotate", at: Self.evening).status == 0)
        for arguments in [[], ["--keys", "keys.json"], ["--database", "none.sqlite", "--keys", "keys.json"]] {
            let verified = try program.run(["certificates", "verify", pdf] + arguments, at: Self.evening)
            #expect(verified.status == 0 && verified.out.contains("byte for byte"), "\(verified.error)")
        }
        let unknown = try program("certificates", "verify", pdf, "--database", "none.sqlite", at: Self.evening)
        #expect(unknown.status == 1 && unknown.error.contains("not among the keys"))
        #expect(try program("restore", "copy.sqlite", at: Self.evening).status == 1)
        #expect(try program("restore", "copy.sqlite", "--replace", at: Self.evening).status == 0)
        #expect(try program("verify", at: Self.evening).status == 0)
        #expect(try program("certificates", "verify", number, at: Self.evening).status == 0)
    }

    @Test("a corrected name makes the older PDF superseded, and neither name is told") func corrected() throws {
        defer { program.remove() }
        let (run, number, file) = try issuedRun()
        let found = try program("people", "find", "Ann", "--format", "json", at: Self.evening).list()
        let person = "\(try #require(found.first?["person"] as? Int))"
        let name = ["people", "correct-name", person, "--name", "Aɛnn Née-Made"]
        #expect(try program.run(name + ["--dry-run"], at: Self.evening).status == 0)
        #expect(try program("certificates", "verify", "c/\(file)", at: Self.evening).status == 0)
        let corrected = try program.run(name, at: Self.evening)
        #expect(corrected.status == 0 && corrected.out.contains("\(number) is version 2 now"), "\(corrected.error)")
        let old = try program("certificates", "verify", "c/\(file)", at: Self.evening)
        #expect(old.status == 1 && old.out.contains("\(number) is superseded"))
        #expect(!old.out.contains("Ann") && !old.out.contains("Née"))
        #expect(try program("certificates", "issue", "--run", run, "--output", "d", at: Self.evening).status == 0)
        let new = try program("certificates", "verify", "d/\(file)", "--format", "json", at: Self.evening)
        let said = try new.object()
        #expect(said["status"] as? String == "valid" && said["version"] as? Int == 2)
    }

    private static let evening = "2027-03-13 16:40:00"

    /// A run of one person who was there all day, with the certificate's number and its file in the folder `c`.
    private func issuedRun() throws -> (run: String, number: String, file: String) {
        let run = try taughtRun()
        let issue = ["certificates", "issue", "--run", run, "--output", "c", "--format", "json"]
        let issued = try program.run(issue, at: Self.evening)
        #expect(issued.status == 0, "\(issued.error)")
        let first = try #require(try issued.object()["issued"] as? [[String: Any]]).first
        return (run, try #require(first?["number"] as? String), try #require(first?["file"] as? String))
    }

    private func taughtRun() throws -> String {
        let before = "2027-02-10 10:00:00"
        let plan = [
            "--course", "defusing-one-day", "--area", "Milton Keynes", "--venue", "Made-up Hall", "--capacity", "2",
            "--starts", "2027-03-13T09:15", "--trainer", "Made-up Trainer", "--open", "--format", "json",
        ]
        let scheduled = try program.run(["runs", "schedule"] + plan, at: before)
        let run = "\(try #require(try scheduled.object()["run"] as? Int))"
        #expect(try program("bookings", "add", "--run", run, "--name", "Ann Made-up", at: before).status == 0)
        #expect(try program("register", "mark", run, "--all-present", at: "2027-03-13 09:20:00").status == 0)
        return run
    }

    /// A property of the file's metadata, read without the program.
    private static func property(_ name: String, of path: String) -> String? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        guard let start = text.firstRange(of: "<cg:\(name)")?.upperBound,
            let open = text[start...].firstIndex(of: ">"),
            let end = text[open...].firstRange(of: "</cg:\(name)>")?.lowerBound
        else { return nil }
        let entities = ["&quot;": "\"", "&lt;": "<", "&gt;": ">", "&amp;": "&"]
        return ["&quot;", "&lt;", "&gt;", "&amp;"].reduce(String(text[text.index(after: open)..<end])) { text, entity in
            text.replacing(entity, with: entities[entity] ?? "")
        }
    }
}

import Foundation
import Testing

/// Certificates from outside: batches, signatures held against OpenSSL, reissues, a full disk.
@Suite struct CertificateTests {
    let program: BuiltProgram
    init() throws { program = try BuiltProgram() }

    private static let header = "name,course,date,hours,trainer,area,language"

    private func recipients(_ names: [String]) throws -> String {
        let rows = names.map { "\($0),Defusing conflict,2027-03-13,5.75,Made-up Trainer,Milton Keynes," }
        return try program.write(([Self.header] + rows).joined(separator: "\n") + "\n", to: "recipients.csv")
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: program.folder.appending(path: folder).path).sorted()
    }

    private func bytes(_ name: String) throws -> Data { try Data(contentsOf: program.folder.appending(path: name)) }

    @Test("a folder, a zip file and a print file of the same rows hold the same certificates") func batches() throws {
        defer { program.remove() }
        let file = try recipients(["Ann Made-up", "محمد عثمان خان", "陳大文", "Siân Llŷr"])
        let made = try program("certificates", "typeset", "--recipients", file, "--output", "a", "--merged", "all.pdf")
        #expect(made.status == 0, "\(made.error)")
        let again = try program("certificates", "typeset", "--recipients", file, "--output", "b.zip", "--workers", "1")
        #expect(again.status == 0, "\(again.error)")
        let listed = try names(in: "a")
        #expect(listed.count == 5 && listed.last == "index.csv" && listed[0].hasPrefix("00001-CG-"))
        let unpacked = try program.run(["-c", "unzip -q b.zip -d b && diff -r a b"], shell: true)
        #expect(unpacked.status == 0, "\(unpacked.out)\(unpacked.error)")
        let pages = try program.run(["-c", "pdfinfo all.pdf | grep Pages"], shell: true)
        #expect(pages.out.hasSuffix(" 4\n"))
        let index = String(decoding: try bytes("a/index.csv"), as: UTF8.self)
        let sums = try program.run(["-c", "cd a && sha256sum *.pdf"], shell: true).out.split(separator: "\n")
        #expect(sums.allSatisfy { index.contains($0.prefix(64)) } && sums.count == 4)
        let only = try program("certificates", "typeset", "--recipients", file, "--merged", "only.pdf")
        #expect(only.status == 0)
        #expect(try bytes("only.pdf") == bytes("all.pdf"))
        let nowhere = try program("certificates", "typeset", "--recipients", file)
        #expect(nowhere.status == 64 && nowhere.error.contains("--output"))
    }

    @Test("a row that cannot be printed stops the batch, and nothing of it is there", arguments: ["out", "out.zip"])
    func stops(_ place: String) throws {
        defer { program.remove() }
        let file = try recipients((0..<40).map { "Ann Made-up \($0)" } + ["Ann \u{12000}", "Bo Made-up"])
        let refused = try program("certificates", "typeset", "--recipients", file, "--output", place)
        #expect(refused.status == 65)
        #expect(refused.error.contains("recipients.csv:42: column name") && refused.error.contains("U+12000"))
        #expect(try FileManager.default.subpathsOfDirectory(atPath: program.folder.path) == ["recipients.csv"])
    }

    @Test("a preview is a PDF of one page and a picture", arguments: ["attendance", "bilingual"])
    func previews(_ design: String) throws {
        defer { program.remove() }
        let made = try program(
            "certificates",
            "preview",
            "--design",
            design,
            "--name",
            "محمد عثمان خان",
            "--language",
            "ur"
        )
        #expect(made.status == 0 && made.out == "\(design).pdf\n\(design).svg\n", "\(made.error)")
        let page = try program.run(
            ["-c", "pdfinfo \(design).pdf | grep Pages && pdftotext \(design).pdf -"],
            shell: true
        )
        #expect(page.out.contains("Pages:           1") && page.out.contains("Made-up Hall"))
        let picture = String(decoding: try bytes("\(design).svg"), as: UTF8.self)
        #expect(picture.hasPrefix("<svg") && picture.contains("محمد عثمان خان") && !picture.contains("<text"))
        let elsewhere = try program("certificates", "preview", "--design", design, "--output", "no/such/x.pdf")
        #expect(elsewhere.status == 74 && elsewhere.error.contains("no/such/x.pdf"))
    }

    @Test("two people of one name are two rows, two numbers and two files; one number twice is refused")
    func namesakes() throws {
        defer { program.remove() }
        let row = "Ann Made-up,Defusing conflict,2027-03-13,5.75,Made-up Trainer,Milton Keynes"
        let file = try program.write("name,course,date,hours,trainer,area\n\(row)\n\(row)\n", to: "recipients.csv")
        let made = try program("certificates", "typeset", "--recipients", file, "--output", "a")
        #expect(made.status == 0, "\(made.error)")
        let files = try names(in: "a").filter { $0.hasSuffix(".pdf") }
        #expect(files.count == 2 && Set(files.map { $0.dropFirst(6) }).count == 2)
        let number = try #require(files.first).dropFirst(6).dropLast(4)
        let twice = "name,course,date,hours,trainer,area,number\n\(row),\(number)\n\(row),\(number)\n"
        let refused = try program(
            "certificates",
            "typeset",
            "--recipients",
            try program.write(twice, to: "twice.csv"),
            "--output",
            "b"
        )
        #expect(refused.status == 65 && refused.error.contains("twice.csv:3: column number"), "\(refused.error)")
    }

    @Test("a disk that takes no more leaves no file behind and names the place", arguments: ["out", "out.zip"])
    func fullDisk(_ place: String) throws {
        defer { program.remove() }
        let file = try recipients(["Ann Made-up"])
        // Every file may grow to 4 kB: the certificate is larger, and the write fails as on a full disk.
        let line =
            "trap '' XFSZ; ulimit -f 8; exec \(program.path) certificates typeset --recipients \(file) --output \(place)"
        let tried = try program.run(["-c", line], shell: true)
        #expect(tried.status == 74)
        #expect(tried.error.contains(place) && tried.error.contains("space on the disk"), "\(tried.error)")
        let left = try FileManager.default.subpathsOfDirectory(atPath: program.folder.path)
        #expect(left == ["recipients.csv"])
    }

    @Test("what was issued proves itself to OpenSSL, offline, and through a backup and a rotated key") func signatures()
        throws
    {
        defer { program.remove() }
        let evening = "2027-03-13 16:40:00"
        let run = try taughtRun()
        let issued = try program(
            "certificates",
            "issue",
            "--run",
            run,
            "--output",
            "c",
            "--format",
            "json",
            at: evening
        )
        #expect(issued.status == 0, "\(issued.error)")
        let first = try #require(try issued.object()["issued"] as? [[String: Any]]).first
        let (number, file) = try (#require(first?["number"] as? String), #require(first?["file"] as? String))
        let pdf = program.folder.appending(path: "c/\(file)").path

        let keys = try program("certificates", "keys", "list", "--format", "json", at: evening)
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

        #expect(try program("backup", "copy.sqlite", at: evening).status == 0)
        #expect(try program("certificates", "keys", "rotate", at: evening).status == 0)
        for arguments in [[], ["--keys", "keys.json"], ["--database", "none.sqlite", "--keys", "keys.json"]] {
            let verified = try program.run(["certificates", "verify", pdf] + arguments, at: evening)
            #expect(verified.status == 0 && verified.out.contains("byte for byte"), "\(verified.error)")
        }
        let unknown = try program("certificates", "verify", pdf, "--database", "none.sqlite", at: evening)
        #expect(unknown.status == 1 && unknown.error.contains("not among the keys"))
        #expect(try program("restore", "copy.sqlite", at: evening).status == 1)
        #expect(try program("restore", "copy.sqlite", "--replace", at: evening).status == 0)
        #expect(try program("verify", at: evening).status == 0)
        #expect(try program("certificates", "verify", number, at: evening).status == 0)
    }

    @Test("a corrected name makes the older PDF superseded, and neither name is told") func corrected() throws {
        defer { program.remove() }
        let evening = "2027-03-13 16:40:00"
        let run = try taughtRun()
        let issued = try program(
            "certificates",
            "issue",
            "--run",
            run,
            "--output",
            "c",
            "--format",
            "json",
            at: evening
        )
        let first = try #require(try issued.object()["issued"] as? [[String: Any]]).first
        let (number, file) = try (#require(first?["number"] as? String), #require(first?["file"] as? String))
        let found = try program("people", "find", "Ann", "--format", "json", at: evening).list()
        let person = "\(try #require(found.first?["person"] as? Int))"
        let name = ["people", "correct-name", person, "--name", "Aɛnn Née-Made"]
        #expect(try program.run(name + ["--dry-run"], at: evening).status == 0)
        #expect(try program("certificates", "verify", "c/\(file)", at: evening).status == 0)
        let corrected = try program.run(name, at: evening)
        #expect(corrected.status == 0 && corrected.out.contains("\(number) is version 2 now"), "\(corrected.error)")
        let old = try program("certificates", "verify", "c/\(file)", at: evening)
        #expect(old.status == 1 && old.out.contains("\(number) is superseded"))
        #expect(!old.out.contains("Ann") && !old.out.contains("Née"))
        #expect(try program("certificates", "issue", "--run", run, "--output", "d", at: evening).status == 0)
        let new = try program("certificates", "verify", "d/\(file)", "--format", "json", at: evening)
        let said = try new.object()
        #expect(said["status"] as? String == "valid" && said["version"] as? Int == 2)
    }

    /// A run of one person who was there all day.
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
        guard let start = text.firstRange(of: "<commonground:\(name)")?.upperBound,
            let open = text[start...].firstIndex(of: ">"),
            let end = text[open...].firstRange(of: "</commonground:\(name)>")?.lowerBound
        else { return nil }
        let entities = ["&quot;": "\"", "&lt;": "<", "&gt;": ">", "&amp;": "&"]
        return ["&quot;", "&lt;", "&gt;", "&amp;"].reduce(String(text[text.index(after: open)..<end])) { text, entity in
            text.replacing(entity, with: entities[entity] ?? "")
        }
    }
}

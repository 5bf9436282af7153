import Foundation
import Testing

/// Batches of certificates from outside: folders, zip files, print files, previews, a full disk.
@Suite struct CertificateBatchTests {
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

    @Test("what was taken out of a name is told, with the line") func tellsWhatWasTakenOut() throws {
        defer { program.remove() }
        let file = try recipients(["Ann Made-up", "Bo\u{200B}b \u{202E}Made-up"])
        let made = try program("certificates", "typeset", "--recipients", file, "--output", "a")
        #expect(made.status == 0)
        #expect(made.error.contains("recipients.csv:3: column name: U+200B, U+202E cannot be seen"), "\(made.error)")
        #expect(!made.error.contains("recipients.csv:2"))
    }

    @Test("what a killed program left behind goes, what a running one is writing stays") func leftOvers() throws {
        defer { program.remove() }
        let file = try recipients(["Ann Made-up"])
        let killed = try program.start(["--version"])
        killed.process.waitUntilExit()
        let (dead, own) = (killed.process.processIdentifier, ProcessInfo.processInfo.processIdentifier)
        for folder in ["a/.\(dead).part", "a/.\(own).part", ".new.\(dead).part", ".new.\(own).part"] {
            let url = program.folder.appending(path: folder)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            try Data("name".utf8).write(to: url.appending(path: "00001-CG.pdf"))
        }
        for name in [".b.zip.\(dead).part", ".b.zip.\(own).part"] { _ = try program.write("name", to: name) }
        for place in ["a", "b.zip", "new/"] {
            #expect(try program("certificates", "typeset", "--recipients", file, "--output", place).status == 0)
        }
        #expect(try names(in: "a").filter { $0.hasSuffix(".part") } == [".\(own).part"])
        let beside = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
        #expect(beside.filter { $0.hasSuffix(".part") }.sorted() == [".b.zip.\(own).part", ".new.\(own).part"])
        #expect(try names(in: "new").count == 2)
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
}

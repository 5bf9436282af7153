import Foundation
import Programme
import Testing

@testable import Material

@Suite("Reading Certificates") struct CertificateMaterialTests {
    static let shipped = ContentFolder(
        path: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized.path
    )

    @Test("what is shipped has no fault")
    func shippedIsFine() throws {
        #expect(CertificateMaterial.faults(in: Self.shipped).map(\.description) == [])
        let material = try CertificateMaterial(folder: Self.shipped)
        #expect(material.designs.map(\.name).contains("attendance"))
        let error = #expect(throws: UnknownDesign.self) { try material.design(named: "atendance") }
        #expect(error?.description.contains("Did you mean \"attendance\"?") == true)
    }

    /// Copies the folder, replaces one text by another, and reads it.
    static func faults(in file: String, replacing old: String, by new: String) throws -> [MaterialFault] {
        let copy = FileManager.default.temporaryDirectory.appending(path: "certificates-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: URL(filePath: shipped.path(of: "Certificates")).resolvingSymlinksInPath().path,
            toPath: copy.appending(path: "Certificates").path
        )
        let url = copy.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try #require(text.contains(old), "\(old) is not in \(file)")
        try text.replacingOccurrences(of: old, with: new).write(to: url, atomically: true, encoding: .utf8)
        return CertificateMaterial.faults(in: ContentFolder(path: copy.path))
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var file = "Certificates/attendance/design.yaml"
        let old: String
        let new: String
        let words: String
        var testDescription: String { "\(old) → \(new)" }
    }

    @Test(
        "a mistake is named with file and line",
        arguments: [
            Mistake(old: "{name}\", box", new: "{nam}\", box", words: "no field {nam}"),
            Mistake(old: "{name}\", box", new: "To {name}\", box", words: "stand alone"),
            Mistake(old: "accent: \"#", new: "accent: \"", words: "a colour like"),
            Mistake(old: "face: name", new: "face: nmae", words: "must be one of"),
            Mistake(old: "smallest: 16", new: "smallest: 99", words: "a number"),
            Mistake(old: "style: name}", new: "style: nom}", words: "style is \"nom\""),
            Mistake(old: "page: [297, 210]", new: "page: [297]", words: "two lengths"),
            Mistake(old: "language: en-GB", new: "language: English (UK)", words: "language tag"),
            Mistake(old: "heading: \"Certificate", new: "headline: \"Certificate", words: "exactly one of"),
            Mistake(old: "contents:", new: "content:", words: "contents"),
            Mistake(old: "needs: outcomes", new: "needs: outcome", words: "Did you mean \"outcomes\"?"),
            Mistake(old: "level: 2", new: "level: 4", words: "leave none out"),
            Mistake(file: "Certificates/fonts.yaml", old: "NotoSerif-Regular.ttf", new: "Lost.ttf", words: "Lost.ttf"),
            Mistake(
                file: "Certificates/fonts.yaml",
                old: "faces: [tamil]",
                new: "faces: [tamul]",
                words: "Did you mean"
            ),
            Mistake(
                file: "Certificates/fonts.yaml",
                old: "scripts: [Taml]",
                new: "scripts: [tam]",
                words: "four letters"
            ),
            Mistake(old: "  - {text: \"{provider}\"", new: "\t- {text: \"{provider}\"", words: "indent with spaces"),
            Mistake(old: "text: This is to certify that", new: "text: This: is to", words: "This is not YAML"),
            Mistake(old: "summary: Certificate of", new: "summary: Certificate: of", words: "between quotes"),
            Mistake(old: "text: \"{name}\"", new: "text: {name}", words: "between quotes, like \"{name}\""),
            Mistake(old: "size: 43", new: "size: 43pt", words: "Leave the unit out"),
            Mistake(old: "leading: 1.15", new: "leading: \"1,15\"", words: "Write a point for decimals"),
            Mistake(old: "size: 43", new: "size: nan", words: "a number from 4 to 200"),
            Mistake(old: "size: 43", new: "size: 1e999", words: "a number from 4 to 200"),
            Mistake(old: "[297, 210]", new: "[inf, 210]", words: "a number from 20 to 2000"),
            Mistake(old: "[30, 43.5, 237, 15]", new: "[30, 43.5, 270, 15]", words: "beyond the page of 297"),
            Mistake(old: "[30, 43.5, 237, 15]", new: "[30, 43.5, 237, 0]", words: "no area"),
            Mistake(old: "[30, 43.5, 237, 15]", new: "[30, 43.5, 237]", words: "has 3 numbers"),
            Mistake(
                old: "[30, 43.5, 237, 15]",
                new: "[30, 43.5, 237, 9]",
                words: "is 9 mm high; words of 43 points need"
            ),
            Mistake(old: "[34, 137.3, 229, 15]", new: "[34, 140, 229, 15]", words: "the QR code's square at line"),
            Mistake(old: "box: [136, 153.5, 25, 25]", new: "box: [222, 153.5, 25, 25]", words: "the QR code's square"),
            Mistake(old: "{code: [231, 152.3, 28]", new: "{code: [231, 152.3, 14]", words: "at least 15 mm"),
            Mistake(old: "accent: \"#7A2338\"", new: "accent: \"#C9A0A8\"", words: "38 points need 3 to 1"),
            Mistake(old: "soft: \"#3F4A56\"", new: "soft: \"#8A93A0\"", words: "points need 4.5 to 1"),
            Mistake(old: "ink: \"#1B2836\"", new: "ink: \"#A0A8B0\"", words: "telephones need 4.5 to 1"),
            Mistake(old: "ink: \"#1B2836\"", new: "ink: #1B2836", words: "between quotes"),
            Mistake(old: "ornament: seal", new: "ornament: sael", words: "Did you mean \"seal\"?"),
            Mistake(old: "summary:", new: "title: Again\nsummary:", words: "may stand only once"),
            Mistake(old: "summary:", new: "sumary:", words: "Did you mean \"summary\"?"),
            Mistake(old: "page: [297, 210]", new: "page: {}", words: "should be a list"),
            Mistake(old: "page: [297, 210]", new: "page: [-1, 210]", words: "number 1 of page is \"-1\""),
            Mistake(old: "styles:\n", new: "styles: none\nstlyes:\n", words: "styles should be a list of keys"),
            Mistake(
                file: "Certificates/ornaments/seal.yaml",
                old: "fill: gold",
                new: "fill: silver",
                words: "\"silver\" is neither a colour of the design \"attendance\""
            ),
            Mistake(
                file: "Certificates/ornaments/seal.yaml",
                old: "M19 10C",
                new: "A19 10C",
                words: "not one of the commands"
            ),
            Mistake(
                file: "Certificates/ornaments/seal.yaml",
                old: "19 10Z",
                new: "19Z",
                words: "a number is missing"
            ),
            Mistake(
                file: "Certificates/ornaments/seal.yaml",
                old: "[0.314, 0.3143]",
                new: "[0.3]",
                words: "[dash, gap]"
            ),
            Mistake(file: "Certificates/fonts.yaml", old: "index: 3", new: "index: x", words: "whole number"),
        ]
    )
    func namesMistakes(_ mistake: Mistake) throws {
        let faults = try Self.faults(in: mistake.file, replacing: mistake.old, by: mistake.new)
        #expect(
            faults.contains { $0.file == mistake.file && $0.line != nil && $0.message.contains(mistake.words) },
            "\(faults)"
        )
    }

    @Test(
        "a picture that cannot be shown is named with its path",
        arguments: [
            ("image: logo.png, box: [20, 20, 20, 20]", "The picture Certificates/attendance/logo.png is missing"),
            ("image: ../logo.png, box: [20, 20, 20, 20]", "a file beside design.yaml"),
            (
                "image: design.yaml, box: [20, 20, 20, 20]",
                "Certificates/attendance/design.yaml is neither PNG nor JPEG"
            ),
            ("image: logo.png, box: [20, 20, 20, 20], only: {trainer: A}", "Did you mean \"trainers\"?"),
        ]
    )
    func namesPictures(line: String, words: String) throws {
        let faults = try Self.faults(
            in: "Certificates/attendance/design.yaml",
            replacing: "contents:\n",
            by: "contents:\n  - {\(line)}\n"
        )
        #expect(faults.contains { $0.line != nil && $0.message.contains(words) }, "\(faults)")
    }

    @Test("one mistake in a style or colour is named once, not at each use")
    func namesOnce() throws {
        let file = "Certificates/bilingual/design.yaml"
        #expect(try Self.faults(in: file, replacing: "note: {face: display", by: "note: {face: displya").count == 1)
        #expect(try Self.faults(in: file, replacing: "soft: \"#3F4A56\"", by: "soft: \"#3F4A5\"").count == 1)
    }

    @Test("white words may stand on a dark ornament that lies below their whole box")
    func readsWhiteOnDark() throws {
        let copy = try DesignFolder()
        try copy.write("width: 10\nheight: 10\npaths: [{path: M0 0H10V10H0Z, fill: ink}]\n", to: "ornaments/panel.yaml")
        let words = "{text: Welcome, box: [30, 20, 40, 6], style: white}"
        let panel = "{ornament: panel, places: [{box: [25, 15, 60, 15]}]}"
        try copy.edit("styles:\n", "styles:\n  white: {face: display, size: 12, colour: \"#FFFFFF\"}\n")
        try copy.edit("contents:\n", "contents:\n  - \(panel)\n  - \(words)\n")
        #expect(copy.faults.map(\.description) == [])
        try copy.edit("  - \(panel)\n", "")
        #expect(copy.faults.contains { $0.message.contains("hardly stands out") })
    }

    static let nonsense: [String] = {
        // Each letter stands for nine of the one before: 9¹² if somebody counted them out.
        let letters = "abcdefghijklm".map(String.init)
        let bomb = zip(letters, letters.dropFirst()).map { before, letter in
            "\(letter): &\(letter) [" + [String](repeating: "*\(before)", count: 9).joined(separator: ",") + "]\n"
        }
        return [
            "", "\n\n# nothing\n", "- a\n- b\n", "text", "\u{0}\u{1}\u{2}", "%PDF-1.7", "a: &x [*x]", "{", "? [a]\n: b",
            String(repeating: "[", count: 200_000), String(repeating: "{a: ", count: 50_000),
            String(repeating: "- ", count: 100_000), "summary: !!binary x\ncontents: !!set {a, b}\n",
            "a: &a [x,x,x,x,x,x,x,x,x]\n" + bomb.joined(),
        ]
    }()

    @Test(
        "a file that is no design is a fault, whatever it is",
        arguments: nonsense
    )
    func survivesNonsense(text: String) throws {
        let copy = try DesignFolder()
        try copy.write(text, to: "attendance/design.yaml")
        #expect(copy.faults.contains { $0.file == "Certificates/attendance/design.yaml" })
    }

    @Test func namesOddFiles() throws {
        let copy = try DesignFolder()
        try FileManager.default.createDirectory(at: copy.url("empty"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: copy.url("loop"), withDestinationURL: copy.url("loop"))
        try Data([0xFF, 0xFE, 0x80]).write(to: copy.url("bilingual/design.yaml"))
        let faults = copy.faults
        #expect(faults.contains { $0.file == "Certificates/empty" && $0.message.contains("no design.yaml") })
        #expect(faults.contains { $0.file == "Certificates/bilingual/design.yaml" && $0.message.contains("UTF-8") })
        #expect(faults.count == 2)
    }

    @Test("a fault in one design does not stop another")
    func readsOneDesign() throws {
        let copy = try DesignFolder()
        try copy.write("broken", to: "bilingual/design.yaml")
        let material = try CertificateMaterial(folder: copy.content, design: "attendance")
        #expect(try material.design(named: "attendance").width == 297)
        #expect(material.names.contains("bilingual") && material.designs.count == 1)
        #expect(throws: MaterialFaults.self) { try CertificateMaterial(folder: copy.content, design: "bilingual") }
        let none = try CertificateMaterial(folder: copy.content, design: "../attendance")
        #expect(throws: UnknownDesign.self) { try none.design(named: "../attendance") }
    }

    @Test func namesEmptyFolder() {
        let error = #expect(throws: MaterialFaults.self) {
            try CertificateMaterial(folder: ContentFolder(path: "/nowhere"))
        }
        #expect(error?.faults.isEmpty == false)
    }
}

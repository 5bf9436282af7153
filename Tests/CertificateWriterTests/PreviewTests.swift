import Foundation
import FoundationXML
import Programme
import Testing

@testable import CertificateWriter

@Suite("Previews") struct PreviewTests {
    @Test(
        "a page as SVG says what the PDF says, in its order, and needs no font",
        arguments: ["attendance", "bilingual"]
    )
    func saysTheSame(design: String) throws {
        let press = try Shared.press(design)
        let facts = try Shared.facts(press, "محمد <Q> \"&\" قریشی", language: "ur")
        let svg = try press.pageSVG(of: facts)
        let document = try XMLDocument(data: Data(svg.utf8))
        let root = try #require(document.rootElement())
        let words = try #require(root.elements(forName: "desc").first?.stringValue)
        let pieces = PDFText(try press.certificate(for: facts)).pieces
        #expect(pieces.filter { !$0.isEmpty }.allSatisfy { words.contains($0) }, "\(words)")
        #expect(words.split(separator: "\n").count == pieces.count)
        let used = Set(Self.names(below: root))
        #expect(used == ["title", "desc", "path", "g"], "\(used)")
        #expect(try press.pageSVG(of: facts) == svg)
    }

    private static func names(below element: XMLElement) -> [String] {
        (element.children ?? []).compactMap { $0 as? XMLElement }.flatMap { [$0.name ?? ""] + names(below: $0) }
    }

    @Test func carriesPictures() throws {
        let (press, _) = try DesignCopy.pressWithPictures("attendance")
        let svg = try press.pageSVG(of: try Shared.facts(press, "Ann Lee"))
        #expect(svg.contains("href=\"data:image/png;base64,iVBOR"))
        #expect(svg.contains("href=\"data:image/jpeg;base64,/9j/"))
        #expect(svg.contains("Logo of Sunny Homes") && !svg.contains("somebody else"))
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64(text: String, expected: String) { #expect(SVGText.base64(Array(text.utf8)) == expected) }

    @Test(arguments: [
        (0, "0"), (1, "1"), (-1.5, "-1.5"), (0.0004, "0"), (0.05, "0.05"), (-0.0625, "-0.063"), (12.3456, "12.346"),
        (.nan, "0"),
    ])
    func numbers(value: Double, expected: String) { #expect(SVGText.number(value) == expected) }

    /// One program draws both, so that only what we wrote can differ.
    @Test(
        "a page as SVG looks like the page as PDF",
        .enabled(if: Reader.mutool.isInstalled),
        arguments: ["attendance", "bilingual"],
        [("Siân Llŷr", "cy"), ("محمد عبداللہ قریشی", "ur")]
    )
    func looksTheSame(design: String, name: (String, String)) throws {
        let (press, copy) = try DesignCopy.pressWithPictures(design)
        let facts = try Shared.facts(press, name.0, language: name.1)
        try Data(try press.certificate(for: facts)).write(to: copy.folder.appending(path: "page.pdf"))
        try Data(try press.pageSVG(of: facts).utf8).write(to: copy.folder.appending(path: "page.svg"))
        let drawings = try ["pdf", "svg"].map { kind in
            let target = copy.folder.appending(path: "\(kind).pgm")
            try run(
                Reader.mutool.path,
                ["draw", "-q", "-c", "gray", "-r", "120", "-o", target.path, copy.folder.path + "/page.\(kind)"]
            )
            return try GreyPage(contentsOf: target).averaged(4)
        }
        let difference = drawings[0].difference(from: drawings[1])
        #expect(difference.mean < 1.5 && difference.far < 0.004, "\(difference)")
    }
}

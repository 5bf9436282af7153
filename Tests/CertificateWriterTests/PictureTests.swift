import Foundation
import Programme
import Testing

@testable import CertificateWriter

@Suite("Pictures on certificates") struct PictureTests {
    @Test(
        "are figures with their alternative or ornaments, and a signature needs its trainer",
        arguments: ["attendance", "bilingual"]
    )
    func showsPictures(design: String) throws {
        let (press, _) = try DesignCopy.pressWithPictures(design)
        let bytes = try press.certificate(for: try Shared.facts(press, "Siân Llŷr", language: "cy"))
        let file = PDFText(bytes)
        #expect(file.objects(containing: "/Alt(Logo of Sunny Homes)").allSatisfy { $0.contains("/BBox[70.866 ") })
        #expect(file.objects(containing: "/Alt(Logo of Sunny Homes)").count == 1)
        #expect(file.objects(containing: "/Alt(Signature of Margaret Okafor)").count == 1)
        #expect(file.objects(containing: "somebody else").isEmpty)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.components(separatedBy: "/SMask ").count == 3, "logo and signature have opacity")
        #expect(text.components(separatedBy: "/DCTDecode").count == 2)
        #expect(try press.certificate(for: try Shared.facts(press, "Siân Llŷr", language: "cy")) == bytes)
    }

    @Test("are in a print file once")
    func sharesPictures() throws {
        let (press, _) = try DesignCopy.pressWithPictures("attendance")
        let facts = try CertificateTests.names.prefix(5).map { try Shared.facts(press, $0.0, language: $0.1) }
        let text = String(decoding: try press.printFile(of: facts, title: "All"), as: UTF8.self)
        #expect(text.components(separatedBy: "/DCTDecode").count == 2)
    }

    /// poppler decodes what we wrote: the colour in the middle of the sun is the one the script paints.
    @Test("are read back as they are", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdfimages")))
    func readsBack() throws {
        let (press, copy) = try DesignCopy.pressWithPictures("attendance")
        let file = copy.folder.appending(path: "a.pdf")
        try Data(try press.certificate(for: try Shared.facts(press, "Siân Llŷr"))).write(to: file)
        try run("/usr/bin/pdfimages", [file.path, copy.folder.appending(path: "image").path])
        let image = try Data(contentsOf: copy.folder.appending(path: "image-000.ppm"))
        #expect(image.starts(with: Data("P6\n120 80\n255\n".utf8)))
        let pixel = 14 + 3 * (26 * 120 + 94)
        #expect(Array(image[pixel..<(pixel + 3)]) == [176, 58, 46])
    }
}

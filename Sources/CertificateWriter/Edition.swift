import Crypto
import PDFWriter
import Programme
import TextLayout

/// What the certificates of one course share, written and compressed; a person's certificate goes on from here.
struct Edition: Sendable {
    private var assembly: Assembly
    private let frame: PageFrame
    /// The edition's fonts as the page's resources name them.
    private let fonts: [PDFObject.Entry]

    /// Writes all that does not depend on the person; with `drawsNumbers` the fonts have the letters of every number.
    init(_ layout: EditionLayout, drawsNumbers: Bool) {
        let deflater = Deflater(level: 12)
        assembly = Assembly(faces: layout.painter.faces)
        let document = assembly.tree.document
        frame = PageFrame(layout, below: document, of: &assembly.tree, in: &assembly.file)
        for case .text(_, _, let text) in frame.painted {
            for line in text.fitted.lines { _ = assembly.shelf.prepared(line) }
        }
        for line in layout.spares + (drawsNumbers ? layout.numberSpares : []) { _ = assembly.shelf.prepared(line) }
        for line in layout.nameSpares where assembly.shelf.hasBegun(facesOf: line) {
            _ = assembly.shelf.prepared(line)
        }
        let content = assembly.content(of: frame.painted, pageHeight: layout.painter.pageHeight)
        let shared = assembly.file.reserve()
        assembly.file.setStream(shared, content.bytes, with: deflater)
        assembly.pictures.write(to: &assembly.file)
        fonts = assembly.writeFonts(with: deflater)
        assembly.shelf.finish()
        assembly.setPage(frame, sharedContent: shared)
        assembly.setCatalogue(of: [frame.page], language: layout.design.language, with: deflater)
        assembly.tree.write(except: frame.personal, to: &assembly.file)
        assembly.tree.writeRoot(to: &assembly.file)
        assembly.file.writeObjects(with: deflater)
    }

    /// The layout.
    var layout: EditionLayout { frame.layout }

    /// The finished file of one person. Works on a copy; the edition stays as it is.
    func certificate(
        for facts: CertificateFacts,
        seal: SealedFacts?,
        with deflater: borrowing Deflater
    ) throws(CertificateRefusal) -> [UInt8] {
        var assembly = assembly
        try assembly.fill(frame, with: facts, sorted: true, deflater: deflater)
        let all = fonts + assembly.writeFonts(with: deflater)
        assembly.file.set(frame.resources, to: .resources(fonts: .dictionary(all), images: assembly.pictures.entries))
        let title = facts.title(on: layout.design)
        var description = XMPMetadata(
            title: title,
            language: layout.design.language,
            identifier: facts.number.description,
            day: facts.issuedOn.description,
            producer: "CommonGround"
        )
        if let seal { description.schemas = [seal.schema] }
        var hash = SHA256()
        hash.update(data: facts.identity)
        hash.update(data: Array(title.utf8))
        return assembly.finished(description, identifier: Array(hash.finalize().prefix(16)), with: deflater)
    }
}

extension CertificateFacts {
    /// The title of the file.
    func title(on design: CertificateDesign) -> String {
        FieldText(facts: self, language: design.language).first(of: [design.title]) ?? course
    }

    /// What tells this certificate from every other.
    var identity: [UInt8] {
        [number.description, String(version), givenName, name].flatMap { Array($0.utf8) + [0] }
    }
}

extension PDFObject {
    /// A page's resources.
    static func resources(fonts: PDFObject, images: [Entry]) -> PDFObject {
        let object: PDFObject = ["Font": fonts]
        return object.adding("XObject", images.isEmpty ? nil : .dictionary(images))
    }
}

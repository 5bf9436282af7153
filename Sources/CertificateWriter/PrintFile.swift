import Crypto
import PDFWriter
import Programme
import TextLayout

/// Many certificates in one file, a page each: for a print shop, in the order given, with fonts and shared drawing there once.
struct PrintFile: ~Copyable {
    private var assembly: Assembly
    private let fonts: PDFReference
    private let deflater = Deflater(level: 9)
    private var pages: [PDFReference] = []
    /// The shared drawing of each edition met so far.
    private var shared: [CertificateFacts: PDFReference] = [:]
    private var hash = SHA256()

    /// Pages whose objects share a stream, so that neither the writer nor a reader holds more at a time.
    private static let pagesInAStream = 16

    init(faces: [PrintFace]) {
        assembly = Assembly(faces: faces)
        fonts = assembly.file.reserve()
    }

    /// Adds a page; `key` is equal for certificates that share a layout.
    mutating func add(_ facts: CertificateFacts, layout: EditionLayout, key: CertificateFacts)
        throws(CertificateRefusal)
    {
        let section = assembly.tree.add("Sect", to: assembly.tree.document, in: &assembly.file)
        let frame = PageFrame(layout, below: section, of: &assembly.tree, in: &assembly.file)
        let drawing = shared[key] ?? draw(frame)
        shared[key] = drawing
        try assembly.fill(frame, with: facts, sorted: false, deflater: deflater)
        assembly.file.set(frame.resources, to: .resources(fonts: .reference(fonts), images: assembly.pictures.entries))
        assembly.setPage(frame, sharedContent: drawing)
        assembly.tree.writeAdded(except: frame.personal, to: &assembly.file)
        pages.append(frame.page)
        if pages.count % Self.pagesInAStream == 0 { assembly.file.writeObjects(with: deflater) }
        hash.update(data: facts.identity)
    }

    private mutating func draw(_ frame: PageFrame) -> PDFReference {
        let height = frame.layout.painter.pageHeight
        let content = assembly.content(of: frame.painted, pageHeight: height, sorted: false)
        let reference = assembly.file.reserve()
        assembly.file.setStream(reference, content.bytes, with: deflater)
        assembly.pictures.write(to: &assembly.file)
        return reference
    }

    /// The finished file, with the title and the day it counts as made.
    consuming func finished(title: String, language: String, day: CalendarDate) -> [UInt8] {
        let entries = assembly.writeFonts(with: deflater)
        assembly.file.set(fonts, to: .dictionary(entries))
        assembly.setCatalogue(of: pages, language: language, with: deflater)
        assembly.tree.write(assembly.tree.document, to: &assembly.file)
        assembly.tree.writeRoot(to: &assembly.file)
        let description = XMPMetadata(
            title: title,
            language: language,
            day: day.description,
            producer: "CommonGround"
        )
        let identifier = Array(hash.finalize().prefix(16))
        return assembly.finished(description, identifier: identifier, with: deflater)
    }
}

import PDFWriter
import Programme
import TextLayout

/// A design with everything filled in that the certificates of one course share, laid out, compressed and ready; a person's
/// certificate goes on from here.
struct Edition: Sendable {
    /// A text that differs from person to person.
    struct PersonalText: Sendable {
        var box: DesignTextBox
        var element: StructureTree.Element
        var role: String
        var content: Int
        var link: (annotation: PDFReference, key: Int)?
    }

    /// The place of the QR code.
    struct PersonalCode: Sendable {
        var code: DesignCode
        var element: StructureTree.Element
        var content: Int
        var image: PDFReference
    }

    let design: CertificateDesign
    let painter: TextPainter
    var file = PDFFile()
    var shelf: FontShelf
    var tree: StructureTree
    var texts: [PersonalText] = []
    var codes: [PersonalCode] = []
    /// The edition's fonts as the page's resources name them.
    var fontResources: [(name: String, reference: PDFReference)] = []

    let catalogue: PDFReference
    let page: PDFReference
    let resources: PDFReference
    let metadata: PDFReference
    let personalContent: PDFReference
    private let intent: PDFReference

    /// Lays out all that does not depend on the person.
    init(design: CertificateDesign, facts: CertificateFacts, painter: TextPainter) throws(CertificateRefusal) {
        self.design = design
        self.painter = painter
        shelf = FontShelf(catalogue: painter.typesetter.catalogue)
        catalogue = file.reserve()
        page = file.reserve()
        resources = file.reserve()
        metadata = file.reserve()
        personalContent = file.reserve()
        intent = file.reserve()
        tree = StructureTree(in: &file)
        var painted: [Painted] = []
        for item in design.contents {
            switch item {
            case .drawing(let drawing): painted.append(.drawing(drawing))
            case .code(let code): add(code)
            case .text(let box) where box.texts.contains(where: \.isPersonal): try addPersonal(box, facts: facts)
            case .text(let box) where box.role == .list: painted += try list(box, facts: facts)
            case .text(let box): painted += try words(box, facts: facts)
            }
        }
        write(content(of: painted))
    }

    /// Something laid out, waiting to be painted.
    enum Painted {
        case drawing(DesignDrawing)
        case text(role: String, identifier: Int, SetText)
    }

    /// Paints what has been laid out; all of it must be known before, so that the fonts' codes can be put in order.
    mutating func content(of painted: [Painted]) -> ContentStream {
        for case .text(_, _, let text) in painted { text.fitted.lines.forEach { shelf.prepare($0) } }
        shelf.sort()
        var content = ContentStream()
        for item in painted {
            switch item {
            case .drawing(let drawing): content.draw(drawing, pageHeight: painter.pageHeight)
            case .text(let role, let identifier, let text):
                content.begin(role, identifier: identifier)
                content.fill(red: text.colour.red, green: text.colour.green, blue: text.colour.blue)
                for (line, origin) in zip(text.fitted.lines, text.origins) {
                    shelf.show(line, at: origin, size: text.fitted.size, in: &content)
                }
                content.end()
            }
        }
        return content
    }

    private mutating func add(_ code: DesignCode) {
        let left = code.x * TextPainter.millimetre
        let top = painter.pageHeight - code.y * TextPainter.millimetre
        let side = code.side * TextPainter.millimetre
        let box: PDFObject = [.real(left), .real(top - side), .real(left + side), .real(top)]
        let element = tree.add(
            "Figure",
            to: tree.document,
            attributes: ["O": .name("Layout"), "BBox": box, "Placement": .name("Block")],
            in: &file
        )
        codes.append(
            PersonalCode(code: code, element: element, content: tree.content(of: element), image: file.reserve())
        )
    }

    /// Writes and compresses what is finished.
    private mutating func write(_ content: ContentStream) {
        let deflater = Deflater(level: 12)
        let shared = file.reserve()
        file.setStream(shared, content.bytes, with: deflater)
        for font in shelf.fonts where !font.font.isEmpty {
            let reference = file.reserve()
            font.font.write(to: &file, as: reference, with: deflater)
            fontResources.append((font.name, reference))
        }
        shelf.finish()
        writePage(contents: [.reference(shared), .reference(personalContent)])
        writeIntent(with: deflater)
        let personal = texts.map(\.element) + codes.map(\.element)
        tree.write(except: personal, page: page, to: &file)
        tree.writeRoot(to: &file)
        file.writeObjects(with: deflater)
    }

    private mutating func writePage(contents: PDFObject) {
        let pages = file.reserve()
        let width = design.width * TextPainter.millimetre
        let object: PDFObject = [
            "Type": .name("Page"), "Parent": .reference(pages),
            "MediaBox": [0, 0, .real(width), .real(painter.pageHeight)],
            "Resources": .reference(resources), "Contents": contents, "StructParents": 0, "Tabs": .name("S"),
        ]
        let annotations = texts.compactMap { $0.link.map { PDFObject.reference($0.annotation) } }
        file.set(page, to: object.adding("Annots", annotations.isEmpty ? nil : .array(annotations)))
        file.set(pages, to: ["Type": .name("Pages"), "Kids": [.reference(page)], "Count": 1])
        file.set(
            catalogue,
            to: [
                "Type": .name("Catalog"), "Pages": .reference(pages), "MarkInfo": ["Marked": true],
                "StructTreeRoot": .reference(tree.reference), "Lang": .text(design.language),
                "ViewerPreferences": ["DisplayDocTitle": true], "Metadata": .reference(metadata),
                "OutputIntents": [.reference(intent)],
            ]
        )
    }

    private mutating func writeIntent(with deflater: borrowing Deflater) {
        let profile = file.reserve()
        file.setStream(profile, SRGBProfile.bytes, dictionary: ["N": 3], with: deflater)
        file.set(
            intent,
            to: [
                "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"), "OutputConditionIdentifier": .text("sRGB"),
                "Info": .text("sRGB IEC61966-2.1"), "DestOutputProfile": .reference(profile),
            ]
        )
    }
}

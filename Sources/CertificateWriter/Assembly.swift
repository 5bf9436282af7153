import PDFWriter
import Programme
import TextLayout

/// A file of certificates in the making: its objects, its structure and its fonts.
struct Assembly: Sendable {
    var file = PDFFile()
    var tree: StructureTree
    var shelf: FontShelf
    var pictures = PictureShelf()
    let catalogue: PDFReference
    let pages: PDFReference
    let metadata: PDFReference
    private let intent: PDFReference

    init(faces: [PrintFace]) {
        catalogue = file.reserve()
        pages = file.reserve()
        metadata = file.reserve()
        intent = file.reserve()
        tree = StructureTree(in: &file)
        shelf = FontShelf(faces: faces)
    }

    /// Paints what has been laid out; all of it must be known before, so that the fonts' codes can be put in order.
    mutating func content(of painted: [PageFrame.Painted], pageHeight: Double, sorted: Bool = true) -> ContentStream {
        let lines = painted.map { item in
            guard case .text(_, _, let text) = item else { return [[TextCluster]]() }
            return text.fitted.lines.map { shelf.prepared($0) }
        }
        if sorted { shelf.settle() }
        var content = ContentStream()
        for (item, lines) in zip(painted, lines) {
            switch item {
            case .drawing(let drawing): content.draw(drawing, pageHeight: pageHeight)
            case .image(let image, let identifier):
                let name = pictures.name(of: image.picture, in: &file)
                content.draw(image, named: name, identifier: identifier, pageHeight: pageHeight)
            case .text(let role, let identifier, let text):
                content.begin(role, identifier: identifier)
                content.fill(red: text.colour.red, green: text.colour.green, blue: text.colour.blue)
                for (line, origin) in zip(lines, text.origins) {
                    shelf.show(line, at: Self.rounded(origin), size: text.fitted.size, in: &content)
                }
                content.end()
            }
        }
        return content
    }

    /// A place to a tenth of a point, finer than any printer's register, for the sake of short numbers.
    private static func rounded(_ place: (x: Double, y: Double)) -> (x: Double, y: Double) {
        ((place.x * 10).rounded() / 10, (place.y * 10).rounded() / 10)
    }

    /// Writes the fonts that are not finished; the names and numbers for the page's resources.
    mutating func writeFonts(with deflater: borrowing Deflater) -> [PDFObject.Entry] {
        var entries: [PDFObject.Entry] = []
        for font in shelf.open where !font.font.isEmpty {
            let reference = file.reserve()
            font.font.write(to: &file, as: reference, with: deflater)
            entries.append(.init(font.name, .reference(reference)))
        }
        return entries
    }

    /// Sets the page of a frame.
    mutating func setPage(_ frame: PageFrame, sharedContent: PDFReference) {
        let design = frame.layout.design
        let size: PDFObject = [
            0, 0, .real(design.width * TextPainter.millimetre), .real(frame.layout.painter.pageHeight),
        ]
        let object: PDFObject = [
            "Type": .name("Page"), "Parent": .reference(pages), "MediaBox": size,
            "Resources": .reference(frame.resources),
            "Contents": [.reference(sharedContent), .reference(frame.personalContent)],
            "StructParents": .integer(frame.key), "Tabs": .name("S"),
        ]
        let annotations = frame.texts.compactMap { $0.link.map { PDFObject.reference($0.annotation) } }
        file.set(frame.page, to: object.adding("Annots", annotations.isEmpty ? nil : .array(annotations)))
    }

    /// Sets the catalogue, the list of pages and the colour profile.
    mutating func setCatalogue(of kids: [PDFReference], language: String, with deflater: borrowing Deflater) {
        let list = PDFObject.array(kids.map { .reference($0) })
        file.set(pages, to: ["Type": .name("Pages"), "Kids": list, "Count": .integer(kids.count)])
        file.set(
            catalogue,
            to: [
                "Type": .name("Catalog"), "Pages": .reference(pages), "MarkInfo": ["Marked": true],
                "StructTreeRoot": .reference(tree.reference), "Lang": .text(language),
                "ViewerPreferences": ["DisplayDocTitle": true], "Metadata": .reference(metadata),
                "OutputIntents": [.reference(intent)],
            ]
        )
        let profile = file.reserve()
        file.setStream(profile, SRGBProfile.bytes, dictionary: ["N": 3], with: deflater)
        file.set(
            intent,
            to: [
                "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"), "OutputConditionIdentifier": .text("sRGB"),
                "DestOutputProfile": .reference(profile),
            ]
        )
    }

    /// The finished file.
    consuming func finished(
        _ description: XMPMetadata,
        identifier: [UInt8],
        with deflater: borrowing Deflater
    ) -> [UInt8] {
        file.setPlainStream(
            metadata,
            description.packet,
            dictionary: ["Type": .name("Metadata"), "Subtype": .name("XML")]
        )
        let information = file.add(description.information)
        return file.finished(
            catalogue: catalogue,
            information: information,
            identifier: identifier,
            with: deflater
        )
    }
}

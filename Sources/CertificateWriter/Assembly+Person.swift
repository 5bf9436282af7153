import PDFWriter
import Programme
import TextLayout

extension Assembly {
    /// Fills a frame with what is one person's: texts, links, QR code.
    mutating func fill(
        _ frame: PageFrame,
        with facts: CertificateFacts,
        sorted: Bool,
        deflater: borrowing Deflater
    ) throws(CertificateRefusal) {
        var painted: [PageFrame.Painted] = []
        for text in frame.texts { if let piece = try layOut(text, frame, facts) { painted.append(piece) } }
        var content = content(of: painted, pageHeight: frame.layout.painter.pageHeight, sorted: sorted)
        for code in frame.codes { try show(code, frame, facts, in: &content) }
        file.setStream(frame.personalContent, content.bytes, with: deflater)
    }

    private mutating func layOut(
        _ text: PageFrame.PersonalText,
        _ frame: PageFrame,
        _ facts: CertificateFacts
    ) throws(CertificateRefusal) -> PageFrame.Painted? {
        let box = text.box
        guard let set = try frame.layout.set(personal: box, facts) else { return nil }
        let spoken = box.showsName ? set.fitted.language.flatMap { $0 == "und" ? nil : $0 } : box.language
        tree.write(text.element, language: spoken, to: &file)
        if let link = text.link { addLink(link, around: set, facts) }
        return .text(role: text.role, identifier: text.identifier, set)
    }

    /// An address is ASCII (12.6.4.7); one that is not is written byte by byte, never as UTF-16.
    private static func address(_ text: String) -> PDFObject {
        text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x28 && $0 != 0x29 && $0 != 0x5C }
            ? .text(text) : .bytes(Array(text.utf8))
    }

    private mutating func addLink(
        _ link: (annotation: PDFReference, key: Int),
        around text: SetText,
        _ facts: CertificateFacts
    ) {
        let size = text.fitted.size
        let left = text.origins.map(\.x).min() ?? 0
        let right = zip(text.origins, text.fitted.lines).map { $0.x + $1.width * size }.max() ?? 0
        let top = (text.origins.map(\.y).max() ?? 0) + size
        let bottom = (text.origins.map(\.y).min() ?? 0) - size * 0.3
        file.set(
            link.annotation,
            to: [
                "Type": .name("Annot"), "Subtype": .name("Link"), "F": 4, "Border": [0, 0, 0],
                "Rect": [.real(left), .real(bottom), .real(right), .real(top)],
                "Contents": .text("Check this certificate at \(facts.verifyAddress)"),
                "StructParent": .integer(link.key),
                "A": ["S": .name("URI"), "URI": Self.address(facts.verifyAddress)],
            ]
        )
    }

    private mutating func show(
        _ place: PageFrame.PersonalCode,
        _ frame: PageFrame,
        _ facts: CertificateFacts,
        in content: inout ContentStream
    ) throws(CertificateRefusal) {
        guard let code = VerificationCode(address: facts.verifyAddress) else {
            throw .code(address: facts.verifyAddress)
        }
        let box = PageBox(place.code.box, pageHeight: frame.layout.painter.pageHeight)
        let module = box.width / Double(code.side + 2 * VerificationCode.quietZone)
        let (quiet, length) = (module * Double(VerificationCode.quietZone), module * Double(code.side))
        let colour = place.code.colour
        content.begin("Figure", identifier: place.identifier)
        content.save()
        content.fill(red: colour.red, green: colour.green, blue: colour.blue)
        content.transform(length, 0, 0, length, box.left + quiet, box.bottom + quiet)
        content.paint(mask: code.mask, width: code.side, height: code.side)
        content.restore()
        content.end()
        let words = "QR code: check this certificate at \(facts.verifyAddress)"
        tree.write(place.element, alternative: words, to: &file)
    }
}

import Crypto
import PDFWriter
import Programme
import TextLayout

extension Edition {
    /// The finished file of one person. Works on a copy; the edition stays as it is.
    consuming func certificate(for facts: CertificateFacts) throws(CertificateRefusal) -> [UInt8] {
        let deflater = Deflater(level: 6)
        var painted: [Painted] = []
        for text in texts { if let piece = try layOut(text, facts: facts) { painted.append(piece) } }
        var content = content(of: painted)
        var images: [PDFObject.Entry] = []
        for code in codes {
            let name = "Q\(images.count)"
            try show(code, named: name, facts: facts, in: &content, with: deflater)
            images.append(.init(name, .reference(code.image)))
        }
        file.setStream(personalContent, content.bytes, with: deflater)
        var fonts = fontResources.map { PDFObject.Entry($0.name, .reference($0.reference)) }
        for font in shelf.open where !font.font.isEmpty {
            let reference = file.reserve()
            font.font.write(to: &file, as: reference, with: deflater)
            fonts.append(.init(font.name, .reference(reference)))
        }
        let empty: PDFObject = [:]
        file.set(
            resources,
            to: empty.adding("Font", .dictionary(fonts)).adding("XObject", images.isEmpty ? nil : .dictionary(images))
        )
        return finish(facts, with: deflater)
    }

    private consuming func finish(_ facts: CertificateFacts, with deflater: borrowing Deflater) -> [UInt8] {
        let title = FieldText(facts: facts, language: design.language).first(of: [design.title]) ?? facts.course
        let description = XMPMetadata(
            title: title,
            language: design.language,
            author: facts.provider,
            day: facts.issuedOn.description,
            producer: "CommonGround"
        )
        file.setPlainStream(
            metadata,
            description.packet,
            dictionary: ["Type": .name("Metadata"), "Subtype": .name("XML")]
        )
        let information = file.add(description.information)
        var hash = SHA256()
        for part in [facts.number.description, String(facts.version), facts.givenName, facts.name, title] {
            hash.update(data: Array(part.utf8) + [0])
        }
        return file.finished(
            catalogue: catalogue,
            information: information,
            identifier: Array(hash.finalize().prefix(16)),
            with: deflater
        )
    }

    private mutating func layOut(_ text: PersonalText, facts: CertificateFacts) throws(CertificateRefusal) -> Painted? {
        let isName = text.box.texts.contains { $0.fields.contains(.name) }
        let language = text.box.language ?? design.language
        guard let words = FieldText(facts: facts, language: language).first(of: text.box.texts) else { return nil }
        let set = try set(
            words,
            in: text.box,
            language: isName ? facts.language ?? "und" : nil,
            field: isName ? "name" : "text"
        )
        let spoken = isName ? set.fitted.language.flatMap { $0 == "und" ? nil : $0 } : text.box.language
        tree.write(text.element, language: spoken, page: page, to: &file)
        if let link = text.link { addLink(link, around: set, facts: facts) }
        return .text(role: text.role, identifier: text.content, set)
    }

    private mutating func addLink(
        _ link: (annotation: PDFReference, key: Int),
        around text: SetText,
        facts: CertificateFacts
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
                "A": ["S": .name("URI"), "URI": .bytes(Array(facts.verifyAddress.utf8))],
            ]
        )
    }

    private mutating func show(
        _ place: PersonalCode,
        named name: String,
        facts: CertificateFacts,
        in content: inout ContentStream,
        with deflater: borrowing Deflater
    ) throws(CertificateRefusal) {
        guard let code = VerificationCode(address: facts.verifyAddress) else {
            throw .code(address: facts.verifyAddress)
        }
        let (side, bytes) = code.mask
        file.setStream(
            place.image,
            bytes,
            dictionary: [
                "Type": .name("XObject"), "Subtype": .name("Image"), "Width": .integer(side), "Height": .integer(side),
                "ImageMask": true, "BitsPerComponent": 1,
            ],
            with: deflater
        )
        let length = place.code.side * TextPainter.millimetre
        let colour = place.code.colour
        content.begin("Figure", identifier: place.content)
        content.save()
        content.fill(red: colour.red, green: colour.green, blue: colour.blue)
        content.transform(
            length,
            0,
            0,
            length,
            place.code.x * TextPainter.millimetre,
            painter.pageHeight - place.code.y * TextPainter.millimetre - length
        )
        content.draw(name)
        content.restore()
        content.end()
        tree.write(
            place.element,
            alternative: "QR code: check this certificate at \(facts.verifyAddress)",
            page: page,
            to: &file
        )
    }
}

import Programme
import TextLayout

extension CertificatePress {
    /// What the design's name line would print for a name, without printing it.
    ///
    /// `language` is a BCP 47 tag, nil when not known.
    /// - Throws: ``CertificateRefusal`` when the name cannot be printed, naming the character when no font draws it.
    public func check(name: String, language: String? = nil) throws(CertificateRefusal) -> PrintableName {
        let (clean, text) = try set(name, language: language)
        return PrintableName(
            given: clean.given,
            text: clean.text,
            stripped: clean.stripped.map(\.codePoint),
            hasTooManyMarks: clean.hasTooManyMarks,
            language: text.fitted.language == "und" ? nil : text.fitted.language,
            breaksWords: text.fitted.breaksWords
        )
    }

    /// The code points, as `U+200B`, that are taken out of a name before it is printed; none for nearly everybody, and none
    /// for a name that cannot be printed.
    public static func takenOut(of name: String) -> [String] {
        (try? CleanText(name))?.stripped.map(\.codePoint) ?? []
    }

    /// The design's name line as an SVG picture, drawn by the same engine: "this is how the certificate will draw your name".
    ///
    /// It is in the colour of the surrounding text, needs no script and no font, has the size it has in print, and carries
    /// the name as its text alternative. `caption` is put before the name there.
    /// - Throws: ``CertificateRefusal`` like ``check(name:language:)``.
    public func nameSVG(
        _ name: String,
        language: String? = nil,
        caption: String = "As the certificate will show it:",
        detail: DrawingDetail = .fine
    ) throws(CertificateRefusal) -> String {
        let (clean, text) = try set(name, language: language)
        let box = nameBox.box
        return NameDrawing(
            text: text,
            faces: painter.typesetter.catalogue.faces,
            left: box.x * TextPainter.millimetre,
            top: painter.pageHeight - box.y * TextPainter.millimetre,
            height: box.height * TextPainter.millimetre,
            unitsPerPoint: detail.unitsPerPoint
        ).svg(alternative: caption.isEmpty ? clean.text : "\(caption) \(clean.text)")
    }

    /// How finely a picture is drawn.
    public enum DrawingDetail: Sendable {
        /// For the size of print and larger.
        case fine
        /// For a line of a list, up to half the size of print; two thirds of the bytes.
        case small

        var unitsPerPoint: Double { self == .fine ? 20 : 3 }
    }

    private func set(_ name: String, language: String?) throws(CertificateRefusal) -> (CleanText, SetText) {
        let clean = try cleaned(name, field: "name")
        do {
            let text = try painter.set(
                clean.text,
                in: nameBox.box,
                style: nameBox.style,
                language: language ?? "und",
                givesSizeFirst: true
            )
            return (clean, text)
        } catch {
            throw CertificateRefusal(error, field: "name", words: clean.text)
        }
    }

    /// The box of the design that shows the name; the whole page for a design without one.
    private var nameBox: DesignTextBox {
        for case .text(let box) in design.contents where box.texts.contains(where: { $0.fields.contains(.name) }) {
            return box
        }
        return DesignTextBox(
            box: DesignBox(x: 0, y: 0, width: design.width, height: design.height),
            texts: [],
            style: DesignStyle(face: "name", size: 30, smallest: 16, lines: 2)
        )
    }
}

extension Unicode.Scalar {
    /// `U+200B`.
    fileprivate var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension EmbeddedFont {
    /// Writes the font under a reserved number: a simple font (9.6.2) when its codes have one byte, else a composite one (9.7).
    public func write(to file: inout PDFFile, as reference: PDFReference, with deflater: borrowing Deflater) {
        let scalars = meanings.map(\.scalar)
        let widths = PDFObject.array(meanings.map { .integer(thousandths($0.width)) })
        let (program, bounds) = program(scalars)
        let baseName = PDFObject.name("\(Self.tag(of: program))+\(name)")
        let (programStream, unicode, descriptor) = (file.reserve(), file.reserve(), file.reserve())
        let subtype = PDFObject.name(isOneByte ? "Type1C" : "CIDFontType0C")
        if program.count < Self.shortProgram {
            file.setPlainStream(programStream, program, dictionary: ["Subtype": subtype])
        } else {
            file.setStream(programStream, program, dictionary: ["Subtype": subtype], with: deflater)
        }
        file.setStream(unicode, UnicodeMap.bytes(scalars, isOneByte: isOneByte), with: deflater)
        file.set(
            descriptor,
            to: [
                "Type": .name("FontDescriptor"), "FontName": baseName, "Flags": 4,
                "FontBBox": .array([bounds.left, bounds.bottom, bounds.right, bounds.top].map { .integer($0) }),
                "ItalicAngle": 0, "Ascent": .integer(thousandths(Int32(clamping: ascent))),
                "Descent": .integer(max(thousandths(Int32(clamping: descent)), Self.deepest)), "CapHeight": 700,
                "StemV": 80,
                "FontFile3": .reference(programStream),
            ]
        )
        guard !isOneByte else {
            file.set(
                reference,
                to: [
                    "Type": .name("Font"), "Subtype": .name("Type1"), "BaseFont": baseName, "FirstChar": 1,
                    "LastChar": .integer(meanings.count), "Widths": widths, "FontDescriptor": .reference(descriptor),
                    "ToUnicode": .reference(unicode),
                ]
            )
            return
        }
        let descendant = file.add([
            "Type": .name("Font"), "Subtype": .name("CIDFontType0"), "BaseFont": baseName,
            "CIDSystemInfo": ["Registry": .text("Adobe"), "Ordering": .text("Identity"), "Supplement": 0],
            "FontDescriptor": .reference(descriptor), "DW": 0, "W": [1, widths],
        ])
        file.set(
            reference,
            to: [
                "Type": .name("Font"), "Subtype": .name("Type0"), "BaseFont": baseName, "Encoding": .name("Identity-H"),
                "DescendantFonts": [.reference(descendant)], "ToUnicode": .reference(unicode),
            ]
        )
    }

    private func program(
        _ scalars: [Unicode.Scalar]
    ) -> (bytes: [UInt8], bounds: (left: Int, bottom: Int, right: Int, top: Int)) {
        var program = CFFProgram()
        for meaning in meanings {
            var parts = meaning.glyphs.map { glyph in
                (program: glyphs.program(of: glyph.glyph), x: thousandths(glyph.x), y: thousandths(glyph.y))
            }
            let width = thousandths(meaning.width)
            if parts.allSatisfy({ $0.program.body.isEmpty }) {
                parts = [(GlyphProgram(.invisible(width: width, height: 500)), 0, 0)]
            }
            program.append(parts, width: width)
        }
        let bounds = meanings.isEmpty ? (left: 0, bottom: 0, right: 0, top: 0) : program.bounds
        return (program.bytes(name: name, kind: isOneByte ? .simple(characters: scalars) : .composite), bounds)
    }

    /// The length below which a program is not compressed: charstrings are dense, so that it would hardly shrink.
    private static let shortProgram = 1200

    /// The lowest `Descent` told, in thousandths of an em; where two fonts differ by half an em, pdfminer sees two lines.
    private static let deepest = -350

    /// Six capital letters that differ when the program differs (9.6.4), by FNV-1a.
    private static func tag(of program: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in program { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var tag = ""
        for _ in 0..<6 {
            tag.unicodeScalars.append(Unicode.Scalar(UInt8(65 + hash % 26)))
            hash /= 26
        }
        return tag
    }
}

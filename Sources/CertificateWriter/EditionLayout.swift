import PDFWriter
import Programme
import TextLayout

/// A design with everything filled in that the certificates of one course share, and every text of it set into its box.
struct EditionLayout: Sendable {
    /// One thing on the page, in reading order.
    enum Item {
        case drawing(DesignDrawing)
        case image(DesignImage)
        case words(DesignTextBox, SetText)
        case list(DesignTextBox, [ListLayout.Item])
        case personal(DesignTextBox)
        case code(DesignCode)
    }

    let design: CertificateDesign
    let painter: TextPainter
    private(set) var items: [Item] = []
    /// The letters that numbers and addresses may need, so that the shared fonts have them.
    private(set) var spares: [TextLine] = []
    /// The further letters that numbers may need, so that nobody's number needs a font of its own.
    private(set) var numberSpares: [TextLine] = []
    /// The letters that most names are made of, worth having in a font that is shared anyway.
    private(set) var nameSpares: [TextLine] = []

    private static let letters = " 'abcdefghijklmnopqrstuvwyz"
    private static let numberSigns = "CG-0123456789"
    /// Crockford's alphabet with its check symbols.
    private static let numberLetters = "ABDEFHJKMNPQRSTUVWXYZ*~$="

    /// Sets all that does not depend on the person.
    init(design: CertificateDesign, facts: CertificateFacts, painter: TextPainter) throws(CertificateRefusal) {
        self.design = design
        self.painter = painter
        for content in design.contents {
            switch content {
            case .drawing(let drawing): items.append(.drawing(drawing))
            case .image(let image):
                if FieldText(facts: facts, language: design.language).shows(image) { items.append(.image(image)) }
            case .code(let code): items.append(.code(code))
            case .text(let box) where box.role == .list:
                if !facts.outcomes.isEmpty { items.append(.list(box, try list(facts.outcomes.eachOnce, in: box))) }
            case .text(let box):
                let fields = FieldText(facts: facts, language: language(of: box))
                guard let words = fields.words(of: box) else { continue }
                let isPersonal = box.texts.contains(where: \.isPersonal)
                if isPersonal || box.linksToVerification {
                    items.append(.personal(box))
                    if box.showsName {
                        nameSpares += try lines(of: Self.letters, in: box, fields)
                    } else {
                        spares += try lines(of: isPersonal ? words + Self.numberSigns : words, in: box, fields)
                        if isPersonal { numberSpares += try lines(of: Self.numberLetters, in: box, fields) }
                    }
                } else {
                    items.append(.words(box, try set(words, in: box, fields)))
                }
            }
        }
    }

    /// The language of a box's fixed words.
    func language(of box: DesignTextBox) -> String { box.language ?? design.language }

    /// Sets words into a box; a name or heading gives in size before it breaks.
    private func set(
        _ words: String,
        in box: DesignTextBox,
        _ fields: FieldText
    ) throws(CertificateRefusal) -> SetText {
        let language = language(of: box)
        do {
            return try painter.set(
                words,
                in: box.box,
                style: box.style,
                language: box.showsName ? fields.facts.language ?? "und" : language,
                direction: box.showsName ? .ofFirstLetter : TextDirection(ofLanguage: language),
                givesSizeFirst: box.role != .paragraph || box.showsName
            )
        } catch { throw fields.refusal(error, of: box) }
    }

    /// Sets what is one person's into its box; nil when a field is not known that it needs.
    func set(personal box: DesignTextBox, _ facts: CertificateFacts) throws(CertificateRefusal) -> SetText? {
        let fields = FieldText(facts: facts, language: language(of: box))
        guard let words = fields.words(of: box) else { return nil }
        return try set(words, in: box, fields)
    }

    private func list(_ outcomes: [String], in box: DesignTextBox) throws(CertificateRefusal) -> [ListLayout.Item] {
        do {
            return try ListLayout(box: box, language: language(of: box), painter: painter).items(outcomes)
        } catch .uncovered(let scalar, let cluster) {
            let words = outcomes.first { $0.unicodeScalars.contains(scalar) } ?? outcomes.joined(separator: ", ")
            throw CertificateRefusal(.uncovered(scalar, cluster: cluster), field: "outcome", words: words)
        } catch { throw CertificateRefusal(error, field: "outcomes", words: outcomes.joined(separator: ", ")) }
    }

    /// Each character by itself.
    private func lines(
        of characters: String,
        in box: DesignTextBox,
        _ fields: FieldText
    ) throws(CertificateRefusal) -> [TextLine] {
        var lines: [TextLine] = []
        for character in Set(characters.withoutIsolates).sorted() {
            do {
                lines.append(
                    try painter.typesetter.line(
                        String(character),
                        kind: box.style.face,
                        language: language(of: box),
                        features: box.style.features,
                        tracking: box.style.tracking
                    )
                )
            } catch { throw fields.refusal(error, of: box) }
        }
        return lines
    }
}

extension DesignTextBox {
    /// Whether the box is that of the name.
    var showsName: Bool { texts.contains { $0.pieces.contains(.field(.name)) } }
}

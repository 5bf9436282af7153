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
    /// The letters that most names are made of, worth having in a font that is shared anyway.
    private(set) var nameSpares: [TextLine] = []

    private static let letters = " 'abcdefghijklmnopqrstuvwyz"
    private static let numberSigns = "CG-0123456789"

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
                guard let words = FieldText(facts: facts, language: language(of: box)).words(of: box) else {
                    continue
                }
                let isPersonal = box.texts.contains(where: \.isPersonal)
                if isPersonal || box.linksToVerification {
                    items.append(.personal(box))
                    if box.showsName {
                        nameSpares += try lines(of: Self.letters, in: box)
                    } else {
                        spares += try lines(of: isPersonal ? words + Self.numberSigns : words, in: box)
                    }
                } else {
                    items.append(.words(box, try set(words, in: box)))
                }
            }
        }
    }

    /// The language of a box's fixed words.
    func language(of box: DesignTextBox) -> String { box.language ?? design.language }

    /// Sets words into a box; a name or heading gives in size before it breaks.
    func set(
        _ words: String,
        in box: DesignTextBox,
        language: String? = nil,
        field: String = "text"
    ) throws(CertificateRefusal) -> SetText {
        do {
            return try painter.set(
                words,
                in: box.box,
                style: box.style,
                language: language ?? self.language(of: box),
                givesSizeFirst: box.role != .paragraph || box.showsName
            )
        } catch { throw CertificateRefusal(error, field: field, words: words) }
    }

    /// Sets what is one person's into its box; nil when a field is not known that it needs.
    func set(personal box: DesignTextBox, _ facts: CertificateFacts) throws(CertificateRefusal) -> SetText? {
        guard let words = FieldText(facts: facts, language: language(of: box)).words(of: box) else { return nil }
        return box.showsName
            ? try set(words, in: box, language: facts.language ?? "und", field: "name") : try set(words, in: box)
    }

    private func list(_ outcomes: [String], in box: DesignTextBox) throws(CertificateRefusal) -> [ListLayout.Item] {
        do {
            return try ListLayout(box: box, language: language(of: box), painter: painter).items(outcomes)
        } catch { throw CertificateRefusal(error, field: "outcomes", words: outcomes.joined(separator: ", ")) }
    }

    /// Each character by itself.
    private func lines(of characters: String, in box: DesignTextBox) throws(CertificateRefusal) -> [TextLine] {
        var lines: [TextLine] = []
        for character in Set(characters).sorted() {
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
            } catch { throw CertificateRefusal(error, field: "text", words: characters) }
        }
        return lines
    }
}

extension DesignTextBox {
    /// Whether the box is that of the name.
    var showsName: Bool { texts.contains { $0.fields.contains(.name) } }
}

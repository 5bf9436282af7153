import Programme

/// What a design must be as a whole, after each of its contents could be read.
struct DesignCheck {
    let contents: [(value: YAMLValue, content: DesignContent)]
    /// Stands for the whole file.
    let root: YAMLValue

    /// The contrast that words need, by WCAG 2.1, success criterion 1.4.3; large ones, from 18 points, need less.
    private static let contrast = (small: 4.5, large: 3.0, from: 18.0)

    /// From the top of capitals to the foot of letters like p, in ems, about right for every text face.
    private static let inkHeight = 0.9

    /// Notes every fault.
    func run() {
        checkFields()
        checkHeadings()
        for (index, entry) in contents.enumerated() {
            switch entry.content {
            case .text(let box):
                checkRoom(box, entry.value)
                checkContrast(box, entry.value, below: contents[..<index].map(\.content))
            case .code(let code): checkCode(code, entry.value)
            case .drawing, .image: break
            }
        }
    }

    /// A certificate must show the name and the number.
    private func checkFields() {
        var fields: Set<CertificateField> = []
        for case .text(let box) in contents.map(\.content) {
            for text in box.texts { fields.formUnion(text.fields) }
        }
        if !fields.contains(.name) {
            root.fault("The design shows no name; it needs a box with the text \"{name}\".")
        }
        if !fields.contains(.number) {
            root.fault("The design shows no number; a box must hold {number}, so that the certificate can be checked.")
        }
    }

    /// Headings must begin at 1 and leave no level out, or a screen reader's user is lost.
    private func checkHeadings() {
        var level = 0
        for case (let value, .text(let box)) in contents {
            guard case .heading(let next) = box.role else { continue }
            if next > level + 1 {
                let before = level == 0 ? "is the first" : "follows level \(level)"
                value.fault("A heading of level \(next) \(before); headings must begin at 1 and leave none out.")
            }
            level = next
        }
    }

    private func checkRoom(_ box: DesignTextBox, _ value: YAMLValue) {
        let needed = box.style.smallest * Self.inkHeight * 25.4 / 72
        guard box.box.height + 0.005 < needed else { return }
        value.fault(
            "The box of \(value.name) is \(box.box.height.short) mm high; words of \(box.style.smallest.short) points need "
                + "\(needed.short) mm. Make it higher or the style's smallest size smaller."
        )
    }

    /// Words may stand on paper, or on the areas of ornaments that lie below their whole box.
    private func checkContrast(_ box: DesignTextBox, _ value: YAMLValue, below: [DesignContent]) {
        var grounds = [DesignColour.white]
        for case .drawing(let drawing) in below where drawing.places.contains(where: { box.box.fits($0.box) }) {
            grounds += drawing.fills
        }
        let best = grounds.map(box.style.colour.contrast).max() ?? 1
        let needed = box.style.size >= Self.contrast.from ? Self.contrast.large : Self.contrast.small
        guard best < needed else { return }
        value.fault(
            "The colour of \(value.name) hardly stands out from the paper (\(best.short) to 1); words of "
                + "\(box.style.size.short) points need \(needed.short) to 1. Take a darker colour."
        )
    }

    private func checkCode(_ code: DesignCode, _ value: YAMLValue) {
        let needed = Self.contrast.small
        let contrast = code.colour.contrast(with: .white)
        if contrast < needed {
            value.fault(
                "The QR code hardly stands out from the paper (\(contrast.short) to 1); telephones need "
                    + "\(needed.short) to 1. Take a darker colour."
            )
        }
        for (other, content) in contents {
            let isInTheWay =
                switch content {
                case .text(let box): box.box.overlaps(code.box)
                case .image(let image): image.box.overlaps(code.box)
                case .drawing(let drawing): drawing.darkens(code.box, of: code.colour, limit: needed)
                case .code(let another): another != code && another.box.overlaps(code.box)
                }
            guard isInTheWay else { continue }
            other.fault(
                "\(other.name) reaches into the QR code's square at line \(value.line), whose light border telephones need. "
                    + "Move one of them."
            )
        }
    }
}

extension Double {
    /// With at most two decimals.
    fileprivate var short: String {
        let hundredths = Int((self * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        guard rest != 0 else { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}

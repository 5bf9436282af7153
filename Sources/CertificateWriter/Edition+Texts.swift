import PDFWriter
import Programme
import TextLayout

extension Edition {
    /// Lays out a text that all certificates of the edition share.
    mutating func words(_ box: DesignTextBox, facts: CertificateFacts) throws(CertificateRefusal) -> [Painted] {
        guard let words = FieldText(facts: facts, language: box.language ?? design.language).first(of: box.texts) else {
            return []
        }
        let element = tree.add(box.role.name, to: tree.document, language: box.language, in: &file)
        let text = try set(words, in: box)
        return [.text(role: box.role.name, identifier: tree.content(of: element), text)]
    }

    /// Gives a personal text its place in the tree, and the shared fonts the codes that numbers and addresses need.
    mutating func addPersonal(_ box: DesignTextBox, facts: CertificateFacts) throws(CertificateRefusal) {
        let language = box.language ?? design.language
        guard let sample = FieldText(facts: facts, language: language).first(of: box.texts) else { return }
        var element = tree.add(box.role.name, to: tree.document, language: box.language, in: &file)
        var personal = PersonalText(box: box, element: element, role: box.role.name, content: 0)
        if box.linksToVerification {
            element = tree.add("Link", to: element, in: &file)
            let annotation = file.reserve()
            personal.content = tree.content(of: element)
            personal.link = (annotation, tree.put(annotation, into: element))
            personal.element = element
            personal.role = "Link"
        } else {
            personal.content = tree.content(of: element)
        }
        texts.append(personal)
        let fields = box.texts.reduce(into: Set<CertificateField>()) { $0.formUnion($1.fields) }
        guard !fields.contains(.name) else { return }
        for character in Set(sample + "CG-0123456789ABCDEFGHJKMNPQRSTUVWXYZ").sorted() {
            let line = try refusing("text", String(character)) { () throws(TextRefusal) in
                try painter.typesetter.line(
                    String(character),
                    kind: box.style.face,
                    language: language,
                    features: box.style.features,
                    tracking: box.style.tracking
                )
            }
            shelf.prepare(line)
        }
    }

    /// Lays out the outcomes, each with its bullet, in columns.
    mutating func list(_ box: DesignTextBox, facts: CertificateFacts) throws(CertificateRefusal) -> [Painted] {
        let items = facts.outcomes
        guard !items.isEmpty else { return [] }
        let list = tree.add(
            "L",
            to: tree.document,
            language: box.language,
            attributes: ["O": .name("List"), "ListNumbering": .name("Disc")],
            in: &file
        )
        let layout = ListLayout(box: box, language: box.language ?? design.language, painter: painter)
        var painted: [Painted] = []
        for item in try refusingList(items, layout) {
            let element = tree.add("LI", to: list, in: &file)
            for (role, text) in [("Lbl", item.label), ("LBody", item.body)] {
                let part = tree.add(role, to: element, in: &file)
                painted.append(.text(role: role, identifier: tree.content(of: part), text))
            }
        }
        return painted
    }

    /// Sets words into a box; a name or heading gives in size before it breaks.
    func set(_ words: String, in box: DesignTextBox, language: String? = nil, field: String = "text")
        throws(CertificateRefusal) -> SetText
    {
        try refusing(field, words) { () throws(TextRefusal) in
            try painter.set(
                words,
                in: box.box,
                style: box.style,
                language: language ?? box.language ?? design.language,
                givesSizeFirst: box.role != .paragraph || box.texts.contains { $0.fields.contains(.name) }
            )
        }
    }

    private func refusing<Value>(_ field: String, _ words: String, _ body: () throws(TextRefusal) -> Value)
        throws(CertificateRefusal) -> Value
    {
        do { return try body() } catch { throw CertificateRefusal(error, field: field, words: words) }
    }

    private func refusingList(_ items: [String], _ layout: ListLayout) throws(CertificateRefusal) -> [ListLayout.Item] {
        try refusing("list of outcomes", items.joined(separator: ", ")) { () throws(TextRefusal) in
            try layout.items(items)
        }
    }
}

extension DesignTextBox.Role {
    /// The standard structure type.
    var name: String {
        switch self {
        case .heading(let level): "H\(level)"
        case .paragraph: "P"
        case .list: "L"
        }
    }
}

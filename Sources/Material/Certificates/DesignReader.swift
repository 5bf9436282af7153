import Programme

/// Reads one design: `Certificates/NAME/design.yaml`.
struct DesignReader {
    let folder: ContentFolder
    let log: FaultLog
    /// The kinds of face the font table knows; nil when it could not be read.
    let kinds: [String]?

    static let keys = ["summary", "language", "page", "title", "colours", "styles", "contents"]

    /// The design; nil, with faults noted, when it cannot be read.
    func read(_ name: String) -> CertificateDesign? {
        let file = "Certificates/\(name)/design.yaml"
        guard let root = YAMLDocument.read(file, in: folder, into: log), let map = root.mapping(keys: Self.keys) else {
            return nil
        }
        let colours = DesignColours(map.optional("colours"))
        let styles = DesignStyleReader(colours: colours, kinds: kinds).read(map.optional("styles"))
        let page = map.required("page")?.numbers(
            count: 2,
            in: 20...2000,
            "two lengths in millimetres, [width, height],"
        )
        let title = map.required("title")?.designText()
        let language = map.required("language")?.languageTag()
        let reader = DesignContentReader(
            folder: folder,
            log: log,
            colours: colours,
            styles: styles,
            page: DesignBox(x: 0, y: 0, width: page?[0] ?? 2000, height: page?[1] ?? 2000),
            place: "Certificates/\(name)"
        )
        let values = map.sequence("contents")
        let contents = values.compactMap(reader.read)
        check(contents, root)
        guard let summary = map.text("summary"), let language, let page, let title, contents.count == values.count
        else {
            return nil
        }
        return CertificateDesign(
            name: name,
            summary: summary,
            language: language,
            width: page[0],
            height: page[1],
            title: title,
            contents: contents
        )
    }

    /// A certificate must show the name and the number, and its headings must begin at 1 and leave no level out.
    private func check(_ contents: [DesignContent], _ root: YAMLValue) {
        var fields: Set<CertificateField> = []
        var level = 0
        var names = 0
        for case .text(let box) in contents {
            for text in box.texts { fields.formUnion(text.fields) }
            if box.texts.contains(where: { $0.fields.contains(.name) }) { names += 1 }
            guard case .heading(let next) = box.role else { continue }
            if next > level + 1 {
                root.fault(
                    "A heading of level \(next) follows level \(level); headings must begin at 1 and leave none out."
                )
            }
            level = next
        }
        if names == 0 { root.fault("The design shows no name; it needs a box with the text \"{name}\".") }
        if !fields.contains(.number) {
            root.fault("The design shows no number; a box must hold {number}, so that the certificate can be checked.")
        }
    }
}

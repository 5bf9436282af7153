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
        let colours = DesignColours(map.optional("colours"), design: name)
        let styles = DesignStyles(map.required("styles"), reader: DesignStyleReader(colours: colours, kinds: kinds))
        let page = map.required("page")?.numbers(
            count: 2,
            in: 20...2000,
            "two lengths in millimetres, [width, height],"
        )
        let summary = map.text("summary")
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
        let contents = values.compactMap { value in reader.read(value).map { (value: value, content: $0) } }
        guard contents.count == values.count else { return nil }
        DesignCheck(contents: contents, root: root).run()
        guard let summary, let language, let page, let title else { return nil }
        return CertificateDesign(
            name: name,
            summary: summary,
            language: language,
            width: page[0],
            height: page[1],
            title: title,
            contents: contents.map(\.content)
        )
    }
}

import Programme

/// The colours a design names.
struct DesignColours {
    private var named: [String: DesignColour] = [:]
    /// Every name, those with a fault included, so that one mistake is named once.
    private var names: Set<String> = []
    private let design: String

    init(_ value: YAMLValue?, design: String) {
        self.design = design
        for (name, value) in value?.anyMapping()?.values ?? [] {
            names.insert(name)
            guard !value.isNothing else {
                value.fault("\(name) is empty; a colour between quotes, like \"#1F2933\", is expected.")
                continue
            }
            named[name] = value.read("a colour like \"#1F2933\"") { DesignColour($0) }
        }
    }

    /// A colour by its name in the design, or as `#RRGGBB`.
    func colour(_ value: YAMLValue) -> DesignColour? {
        guard let text = value.text() else { return nil }
        if let colour = named[text] ?? DesignColour(text) { return colour }
        guard !names.contains(text) else { return nil }
        let nearest = NearestSpelling.suggestion(for: text, among: named.keys.sorted())
        value.fault(
            "\"\(text)\" is neither a colour of the design \"\(design)\" nor a colour like \"#1F2933\".\(nearest)"
        )
        return nil
    }

    /// The colour of a key that need not be there; the default when it is not, nil when it cannot be read.
    func colour(of key: String, in map: YAMLMapping, default: DesignColour) -> DesignColour? {
        guard map.keys.contains(key) else { return `default` }
        guard let value = map.optional(key) else {
            map.owner.log.add(
                "\(key) is empty; a name or a colour between quotes, like \"#1F2933\", is expected.",
                in: map.owner.file,
                line: map.line(ofKey: key)
            )
            return nil
        }
        return colour(value)
    }
}

import Programme

/// The colours a design names.
struct DesignColours {
    private var named: [String: DesignColour] = [:]

    init(_ value: YAMLValue?) {
        for (name, value) in value?.anyMapping()?.values ?? [] {
            named[name] = value.read("a colour like \"#1F2933\"") { DesignColour($0) }
        }
    }

    /// A colour by its name in the design, or as `#RRGGBB`.
    func colour(_ value: YAMLValue) -> DesignColour? {
        guard let text = value.text() else { return nil }
        if let colour = named[text] ?? DesignColour(text) { return colour }
        let nearest = NearestSpelling.suggestion(for: text, among: named.keys.sorted())
        value.fault("\"\(text)\" is neither a colour of this design nor a colour like \"#1F2933\".\(nearest)")
        return nil
    }
}

import Programme

/// The styles a design names.
struct DesignStyles {
    private var named: [String: DesignStyle] = [:]
    /// Every name, those with a fault included, so that one mistake is named once.
    private var names: [String] = []

    init(_ value: YAMLValue?, reader: DesignStyleReader) {
        for (name, value) in value?.anyMapping()?.values ?? [] {
            names.append(name)
            named[name] = reader.style(value)
        }
    }

    /// A style by its name; nil, with a fault noted here or at the style.
    func style(_ value: YAMLValue) -> DesignStyle? { value.word(among: names).flatMap { named[$0] } }
}

/// Reads one style of a design.
struct DesignStyleReader {
    let colours: DesignColours
    let kinds: [String]?

    static let keys = [
        "face", "size", "smallest", "leading", "colour", "align", "place", "tracking", "features", "lines",
    ]

    func style(_ value: YAMLValue) -> DesignStyle? {
        guard let map = value.mapping(keys: Self.keys), let faceValue = map.required("face"),
            let sizeValue = map.required("size"), let size = sizeValue.number(in: 4...200),
            let face = kinds.map({ faceValue.word(among: $0) }) ?? faceValue.text()
        else { return nil }
        var style = DesignStyle(face: face, size: size)
        if let value = map.optional("smallest"), let smallest = value.number(in: 4...size) { style.smallest = smallest }
        if let value = map.optional("leading"), let leading = value.number(in: 0.8...4) { style.leading = leading }
        if let colour = colours.colour(of: "colour", in: map, default: .black) { style.colour = colour }
        if let choice = map.optional("align")?.choice(of: DesignStyle.Alignment.self) { style.alignment = choice }
        if let choice = map.optional("place")?.choice(of: DesignStyle.Placement.self) { style.placement = choice }
        if let value = map.optional("tracking"), let tracking = value.number(in: -0.1...1) { style.tracking = tracking }
        if let value = map.optional("lines"), let lines = value.integer(in: 1...60) { style.lines = lines }
        style.features = map.optionalSequence("features").compactMap { feature in
            feature.read("an OpenType feature of four letters, like smcp, or -kern to switch one off,") { text in
                let letters = text.hasPrefix("-") ? text.dropFirst() : text[...]
                return letters.utf8.count == 4 && letters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
                    ? text : nil
            }
        }
        return style
    }
}

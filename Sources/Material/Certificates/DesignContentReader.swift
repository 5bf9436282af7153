import Programme

/// Reads what is on the page of a design.
struct DesignContentReader {
    let folder: ContentFolder
    let log: FaultLog
    let colours: DesignColours
    let styles: DesignStyles
    let page: DesignBox
    /// The design's folder, as a path from the content folder.
    let place: String

    static let kinds = ["heading", "text", "texts", "list", "code", "image", "ornament", "frame", "rule"]

    /// One content; nil, with a fault noted, when it cannot be read.
    func read(_ value: YAMLValue) -> DesignContent? {
        guard let any = value.anyMapping() else { return nil }
        let found = Self.kinds.filter(any.keys.contains)
        guard let kind = found.first, found.count == 1 else {
            value.fault("\(value.name) needs exactly one of \(Self.kinds.joined(separator: ", ")).")
            return nil
        }
        switch kind {
        case "heading", "text", "texts", "list": return text(value, kind: kind)
        case "code": return code(value)
        case "image": return image(value)
        case "ornament": return ornament(value)
        default: return line(value, kind: kind)
        }
    }

    private func text(_ value: YAMLValue, kind: String) -> DesignContent? {
        let keys = ["box", "style", "language", kind] + (kind == "list" ? ["columns"] : ["link", "needs"])
        guard let map = value.mapping(keys: kind == "heading" ? keys + ["level"] : keys),
            let words = map.required(kind)
        else { return nil }
        let box = map.required("box")?.box(on: page)
        let style = map.required("style").flatMap(styles.style)
        let texts = (kind == "texts" ? words.sequence() ?? [] : [words]).compactMap { $0.designText() }
        var role = DesignTextBox.Role.paragraph
        if kind == "list" { role = .list }
        if kind == "heading" {
            guard let level = map.optional("level").map({ $0.integer(in: 1...6) }) ?? 1 else { return nil }
            role = .heading(level)
        }
        let isGood = !texts.isEmpty && check(texts, role, words)
        let language = map.optional("language").map { $0.languageTag() }
        let columns = map.optional("columns").map { $0.integer(in: 1...6) } ?? 1
        let link = map.optional("link").map { $0.word(among: ["verify"]) }
        let needs = map.optional("needs").map { $0.field(among: CertificateField.allCases) }
        guard isGood, let box, let style, language != .some(nil), needs != .some(nil), link != .some(nil), let columns
        else { return nil }
        return .text(
            DesignTextBox(
                box: box,
                texts: texts,
                needs: needs ?? nil,
                style: style,
                role: role,
                language: language ?? nil,
                columns: columns,
                linksToVerification: link != nil
            )
        )
    }

    private func check(_ texts: [DesignText], _ role: DesignTextBox.Role, _ value: YAMLValue) -> Bool {
        for text in texts {
            if text.fields.contains(.name), text.pieces.count > 1 {
                value.fault("{name} must stand alone in its box, so that it can have its own language and direction.")
                return false
            }
            if role == .list, text.pieces != [.field(.outcomes)] {
                value.fault("A list shows \"{outcomes}\" and nothing else.")
                return false
            }
        }
        return true
    }

    private func code(_ value: YAMLValue) -> DesignContent? {
        guard let map = value.mapping(keys: ["code", "colour"]), let place = map.required("code"),
            let numbers = place.numbers(count: 3, in: 0...2000, "[x, y, side] in millimetres")
        else { return nil }
        let box = DesignBox(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[2])
        guard box.fits(page), box.width >= 15 else {
            place.fault("The QR code must lie on the page and be at least 15 mm wide, or telephones cannot read it.")
            return nil
        }
        return colours.colour(of: "colour", in: map, default: .black).map {
            .code(DesignCode(x: box.x, y: box.y, side: box.width, colour: $0))
        }
    }

    private func ornament(_ value: YAMLValue) -> DesignContent? {
        guard let map = value.mapping(keys: ["ornament", "places"]), let name = map.required("ornament") else {
            return nil
        }
        let known = folder.names(in: "Certificates/ornaments").filter { $0.hasSuffix(".yaml") }.map { $0.dropLast(5) }
        guard let file = name.word(among: known.map(String.init)) else { return nil }
        let places = map.sequence("places").compactMap(place)
        guard !places.isEmpty else { return nil }
        let reader = OrnamentReader(folder: folder, log: log, colours: colours)
        return reader.read(file).map {
            .drawing(DesignDrawing(width: $0.width, height: $0.height, strokes: $0.strokes, places: places))
        }
    }

    private func place(_ value: YAMLValue) -> DesignDrawing.Place? {
        guard let map = value.mapping(keys: ["box", "flip"]), let box = map.required("box")?.box(on: page) else {
            return nil
        }
        guard let flip = map.optional("flip") else { return DesignDrawing.Place(box: box) }
        guard let word = flip.word(among: ["across", "down", "both"]) else { return nil }
        return DesignDrawing.Place(box: box, flippedAcross: word != "down", flippedDown: word != "across")
    }

    /// A frame around a box, or a rule along its upper side.
    private func line(_ value: YAMLValue, kind: String) -> DesignContent? {
        guard let map = value.mapping(keys: [kind, "colour", "line"]), let place = map.required(kind) else {
            return nil
        }
        let numbers = kind == "rule" ? place.numbers(count: 3, in: 0...2000, "[x, y, width] in millimetres") : nil
        let box =
            kind == "rule"
            ? numbers.map { DesignBox(x: $0[0], y: $0[1], width: $0[2], height: 1) } : place.box(on: page)
        let width = map.required("line")?.number(in: 0.05...20)
        guard let box, let width, let colour = map.required("colour").flatMap({ colours.colour($0) }) else {
            return nil
        }
        var path: [DesignPathStep] = [.move(x: 0, y: 0), .line(x: box.width, y: 0)]
        if kind == "frame" { path += [.line(x: box.width, y: box.height), .line(x: 0, y: box.height), .close] }
        return .drawing(
            DesignDrawing(
                width: box.width,
                height: box.height,
                strokes: [.init(path: path, line: colour, lineWidth: width)],
                places: [.init(box: box)]
            )
        )
    }
}

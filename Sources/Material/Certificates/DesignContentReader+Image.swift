import Programme

extension DesignContentReader {
    /// A logo or signature: a file beside the design, in proportion inside its box.
    func image(_ value: YAMLValue) -> DesignContent? {
        let keys = ["image", "box", "alternative", "language", "align", "place", "needs", "only"]
        guard let map = value.mapping(keys: keys) else { return nil }
        let picture = map.required("image").flatMap(picture)
        let room = map.required("box")?.box(on: page)
        let alternative = map.optional("alternative").map { $0.text() }
        let language = map.optional("language").map { $0.languageTag() }
        let needs = map.optional("needs").map { $0.field(among: CertificateField.allCases) }
        let alignment = map.optional("align").map { $0.choice(of: DesignStyle.Alignment.self) } ?? .centre
        let placement = map.optional("place").map { $0.choice(of: DesignStyle.Placement.self) } ?? .middle
        let conditions = conditions(map.optional("only"))
        guard let picture, let room, let conditions, alternative != .some(nil), language != .some(nil),
            needs != .some(nil), let alignment, let placement
        else { return nil }
        return .image(
            DesignImage(
                picture: picture,
                box: room.fitting(picture, alignment: alignment, placement: placement),
                alternative: alternative ?? nil,
                language: language ?? nil,
                needs: needs ?? nil,
                conditions: conditions
            )
        )
    }

    private func picture(_ value: YAMLValue) -> Picture? {
        guard let name = value.text() else { return nil }
        guard !name.contains("/"), !name.hasPrefix(".") else {
            value.fault("image is \"\(name)\"; the name of a file beside design.yaml, like logo.png, is expected.")
            return nil
        }
        let path = "\(place)/\(name)"
        do { return try PictureReader.read(path, in: folder) } catch {
            let files = folder.names(in: place).filter { $0 != "design.yaml" }
            let nearest = folder.isFile(path) ? "" : NearestSpelling.suggestion(for: name, among: files)
            value.fault("The picture \(path) \(error.reason).\(nearest)")
            return nil
        }
    }

    private func conditions(_ value: YAMLValue?) -> [DesignImage.Condition]? {
        guard let value else { return [] }
        let fields = DesignImage.Condition.fields
        guard let map = value.mapping(keys: fields.map(\.rawValue)) else { return nil }
        let conditions = fields.compactMap { field in
            map.optional(field.rawValue)?.text().map { DesignImage.Condition(field: field, value: $0) }
        }
        return conditions.count == map.keys.count ? conditions : nil
    }
}

import Programme

/// Reads a drawing: `Certificates/ornaments/NAME.yaml`.
struct OrnamentReader {
    let folder: ContentFolder
    let log: FaultLog
    let colours: DesignColours

    /// The drawing without places; nil, with faults noted, when it cannot be read.
    func read(_ name: String) -> (width: Double, height: Double, strokes: [DesignDrawing.Stroke])? {
        let file = "Certificates/ornaments/\(name).yaml"
        guard let map = YAMLDocument.read(file, in: folder, into: log)?.mapping(keys: ["width", "height", "paths"]),
            let width = map.required("width")?.number(in: 0.1...10_000),
            let height = map.required("height")?.number(in: 0.1...10_000)
        else { return nil }
        let values = map.sequence("paths")
        let strokes = values.compactMap(stroke)
        return strokes.count == values.count && !strokes.isEmpty ? (width, height, strokes) : nil
    }

    private func stroke(_ value: YAMLValue) -> DesignDrawing.Stroke? {
        guard let map = value.mapping(keys: ["path", "fill", "line", "width", "dash"]), let data = map.required("path"),
            let text = data.text()
        else { return nil }
        let path: [DesignPathStep]
        do { path = try DesignPathStep.reading(text) } catch {
            data.fault("The path cannot be read: \(error.reason).")
            return nil
        }
        let fill = map.optional("fill").map { colours.colour($0) }
        let line = map.optional("line").map { colours.colour($0) }
        guard fill != .some(nil), line != .some(nil) else { return nil }
        guard fill != nil || line != nil else {
            value.fault("A path needs fill or line, or it cannot be seen.")
            return nil
        }
        let width = line == nil ? 0 : map.required("width")?.number(in: 0.001...1000)
        let lengths = map.optional("dash").map { $0.numbers(count: 2, in: 0.01...1000, "[dash, gap]") }
        guard let width, lengths != .some(nil) else { return nil }
        let dash = lengths?.map { DesignDrawing.Dash(length: $0[0], gap: $0[1]) }
        return DesignDrawing.Stroke(path: path, fill: fill ?? nil, line: line ?? nil, lineWidth: width, dash: dash)
    }
}

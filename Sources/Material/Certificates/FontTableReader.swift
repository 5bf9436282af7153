import FoundationEssentials
import Programme

/// Reads `Certificates/fonts.yaml`.
struct FontTableReader {
    static let file = "Certificates/fonts.yaml"

    let folder: ContentFolder
    let log: FaultLog

    /// The table; nil, with faults noted, when it cannot be read.
    func read() -> FontTable? {
        guard
            let map = YAMLDocument.read(Self.file, in: folder, into: log)?.mapping(keys: [
                "faces", "fingerprints", "use",
            ])
        else {
            return nil
        }
        let faces = faces(in: map)
        let rows = map.sequence("use").compactMap { row($0, faces: faces) }
        checkFingerprints(in: map, faces: faces)
        guard !faces.isEmpty else { return nil }
        return FontTable(faces: faces, rows: rows)
    }

    /// The SHA-256 each file had when the table was made, by file name, with its line.
    func fingerprints() -> [String: (digest: String, line: Int)] {
        let root = YAMLDocument.read(Self.file, in: folder, into: FaultLog())
        guard let map = root?.anyMapping()?.optional("fingerprints")?.anyMapping() else { return [:] }
        var known: [String: (digest: String, line: Int)] = [:]
        for (name, value) in map.values { known[name] = value.text().map { ($0, map.line(ofKey: name)) } }
        return known
    }

    /// The line of each face.
    func faceLines() -> [String: Int] {
        let root = YAMLDocument.read(Self.file, in: folder, into: FaultLog())
        guard let map = root?.anyMapping()?.optional("faces")?.anyMapping() else { return [:] }
        return Dictionary(map.keys.map { ($0, map.line(ofKey: $0)) }) { first, _ in first }
    }

    private func checkFingerprints(in map: YAMLMapping, faces: [FontTable.Face]) {
        guard let values = map.optional("fingerprints")?.anyMapping()?.values else { return }
        let names = faces.compactMap { $0.file.split(separator: "/").last.map(String.init) }
        for (name, value) in values {
            if !names.contains(name) {
                let nearest = NearestSpelling.suggestion(for: name, among: names)
                value.fault("No face is drawn from the file \(name).\(nearest)")
            }
            let isDigest = value.text().map { $0.utf8.count == 64 && $0.allSatisfy { "0123456789abcdef".contains($0) } }
            if isDigest == false { value.fault("\(name) should be a SHA-256: 64 hexadecimal digits in small letters.") }
        }
    }

    /// Notes every face whose file is not there.
    func checkFiles() {
        let quiet = FaultLog()
        let root = YAMLDocument.read(Self.file, in: folder, into: quiet)
        guard let values = root?.anyMapping()?.optional("faces")?.anyMapping()?.values else { return }
        for (name, value) in values {
            guard let map = value.anyMapping(), let path = map.optional("file")?.text() else { continue }
            guard !FileManager.default.isReadableFile(atPath: path) else { continue }
            log.add(
                "The font file \(path) of the face \"\(name)\" is missing or cannot be read; install its package or name "
                    + "another file.",
                in: Self.file,
                line: map.line(ofKey: "file")
            )
        }
    }

    private func faces(in map: YAMLMapping) -> [FontTable.Face] {
        guard let values = map.required("faces")?.anyMapping()?.values else { return [] }
        return values.compactMap { name, value in
            guard let map = value.mapping(keys: ["file", "index", "scale"]), let file = map.text("file") else {
                return nil
            }
            guard file.hasPrefix("/") else {
                value.fault("file is \"\(file)\"; an absolute path like /usr/share/fonts/… is expected.")
                return nil
            }
            let index = map.optional("index").map { $0.integer(in: 0...99) } ?? 0
            let scale = map.optional("scale").map { $0.number(in: 0.5...2) } ?? 1
            guard let index, let scale else { return nil }
            return FontTable.Face(name: name, file: file, index: index, scale: scale)
        }
    }

    private func row(_ value: YAMLValue, faces: [FontTable.Face]) -> FontTable.Row? {
        guard let map = value.mapping(keys: ["kinds", "scripts", "languages", "faces"]) else { return nil }
        let scripts = map.optionalSequence("scripts").compactMap { script in
            script.read("the four letters of a script, like Arab or Latn,") { text in
                text.utf8.count == 4 && text.first?.isUppercase == true && text.allSatisfy(\.isLetter) ? text : nil
            }
        }
        let names = faces.map(\.name)
        let chosen = map.sequence("faces").compactMap { face in
            face.word(among: names).flatMap { names.firstIndex(of: $0) }
        }
        return FontTable.Row(
            kinds: map.optionalTexts("kinds"),
            scripts: scripts,
            languages: map.optionalTexts("languages"),
            faces: chosen
        )
    }
}

extension FontTable {
    /// The kinds of face that rows name, in order; any other kind is drawn by the rows for all kinds.
    var kinds: [String] {
        var kinds = ["text"]
        for kind in rows.flatMap(\.kinds) where !kinds.contains(kind) { kinds.append(kind) }
        return kinds
    }
}

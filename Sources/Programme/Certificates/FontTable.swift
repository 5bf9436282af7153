/// Which font draws which letters: faces, and rows that choose among them by kind of face, script and language.
public struct FontTable: Hashable, Sendable {
    /// One face in a font file.
    public struct Face: Hashable, Sendable {
        /// The name the table's rows use.
        public var name: String
        /// The path of the font file.
        public var file: String
        /// The position in a collection (`.ttc`), from 0; 0 for a plain file.
        public var index: Int
        /// How much larger than its own measure the face is set, so that it looks as large as the others; 1 for most.
        public var scale: Double

        /// A face.
        public init(name: String, file: String, index: Int = 0, scale: Double = 1) {
            (self.name, self.file, self.index, self.scale) = (name, file, index, scale)
        }
    }

    /// A row of the table. Empty lists mean any.
    public struct Row: Hashable, Sendable {
        /// The kinds of face asked for by a design: `text`, `italic`, `display`, `name`, …
        public var kinds: [String]
        /// Scripts as ISO 15924 codes, for example `Arab`.
        public var scripts: [String]
        /// Languages as BCP 47 tags; `zh-Hant` fits `zh-Hant-HK` too.
        public var languages: [String]
        /// Positions in ``FontTable/faces``, the best first.
        public var faces: [Int]

        /// A row.
        public init(kinds: [String] = [], scripts: [String] = [], languages: [String] = [], faces: [Int]) {
            (self.kinds, self.scripts, self.languages, self.faces) = (kinds, scripts, languages, faces)
        }
    }

    /// The faces.
    public var faces: [Face]
    /// The rows; an earlier row goes before a later one.
    public var rows: [Row]

    /// A table.
    public init(faces: [Face], rows: [Row]) { (self.faces, self.rows) = (faces, rows) }

    /// The faces to try for letters of a script and language, the best first, each once.
    ///
    /// - Parameters:
    ///   - kind: The kind of face the design asks for.
    ///   - script: An ISO 15924 code.
    ///   - language: A BCP 47 tag; nil fits only rows for any language.
    /// - Returns: Positions in ``faces``.
    /// - Complexity: O(rows).
    public func candidates(kind: String, script: String, language: String?) -> [Int] {
        var found: [Int] = []
        for row in rows where row.fits(kind: kind, script: script, language: language) {
            for face in row.faces where !found.contains(face) { found.append(face) }
        }
        return found
    }
}

extension FontTable.Row {
    func fits(kind: String, script: String, language: String?) -> Bool {
        guard kinds.isEmpty || kinds.contains(kind), scripts.isEmpty || scripts.contains(script) else { return false }
        guard !languages.isEmpty else { return true }
        guard let language = language?.lowercased() else { return false }
        return languages.contains { tag in
            let tag = tag.lowercased()
            return language == tag || language.hasPrefix(tag + "-")
        }
    }
}

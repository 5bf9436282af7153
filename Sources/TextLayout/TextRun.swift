import CHarfBuzz

/// A stretch of text with one direction, script, language and face: what HarfBuzz shapes in one go.
struct TextRun {
    var range: Range<Int>
    var level: UInt8
    var script: hb_script_t
    var language: String?
    var face: Int
    /// The faces to try, the best first.
    var candidates: [Int]
}

/// A text and all that is known of it before shaping.
struct Paragraph {
    let text: String
    let units: [UInt16]
    let scalars: [Unicode.Scalar]
    /// The first UTF-16 unit of each scalar, and the number of units at the end.
    let offsets: [Int]
    /// The units of parts in which a line should not be broken as long as there is another way.
    let phrases: [Range<Int>]
    private(set) var runs: [TextRun] = []

    /// Splits `text` into runs, each with the best face that draws it.
    init(
        _ text: String,
        kind: String,
        language: String?,
        direction: TextDirection = .ofFirstLetter,
        catalogue: FontCatalogue
    ) throws(TextRefusal) {
        let isolated = IsolatedText(text, direction: direction)
        let (text, levels) = (isolated.text, isolated.levels)
        (self.text, phrases) = (text, isolated.phrases)
        units = Array(text.utf16)
        scalars = Array(text.unicodeScalars)
        var offsets: [Int] = []
        offsets.reserveCapacity(scalars.count + 1)
        var offset = 0
        for scalar in scalars {
            offsets.append(offset)
            offset += scalar.value > 0xFFFF ? 2 : 1
        }
        offsets.append(offset)
        self.offsets = offsets
        let scripts = ScriptRuns.scripts(of: scalars)
        var start = 0
        while start < scalars.count {
            var end = start + 1
            while end < scalars.count, scripts[end] == scripts[start], levels[offsets[end]] == levels[offsets[start]] {
                end += 1
            }
            let tag = LanguageOfLetters.tag(asked: language, script: scripts[start], letters: scalars)
            let candidates = catalogue.candidates(
                kind: kind,
                script: ScriptRuns.code(of: scripts[start]),
                language: tag
            )
            for (part, face) in try Self.faces(
                for: start..<end,
                text: text,
                scalars: scalars,
                candidates: candidates,
                faces: catalogue.faces
            ) {
                runs.append(
                    TextRun(
                        range: offsets[part.lowerBound]..<offsets[part.upperBound],
                        level: levels[offsets[part.lowerBound]],
                        script: scripts[start],
                        language: tag,
                        face: face,
                        candidates: candidates
                    )
                )
            }
            start = end
        }
    }

    /// The scalar that begins at a UTF-16 unit.
    func scalarIndex(at unit: Int) -> Int {
        var low = 0
        var high = offsets.count - 1
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < unit { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The units of the character, as a reader counts characters, that has a unit.
    func character(around unit: Int) -> Range<Int> {
        let index = scalarIndex(at: unit)
        let cluster = Self.clusters(of: text).first { $0.contains(index) } ?? index..<(index + 1)
        return offsets[cluster.lowerBound]..<offsets[cluster.upperBound]
    }

    /// Ranges of scalars that are one character to a reader.
    private static func clusters(of text: String) -> [Range<Int>] {
        var position = 0
        return text.map { character in
            let start = position
            position += character.unicodeScalars.count
            return start..<position
        }
    }

    /// The best face that draws every letter of the run, and for clusters that it lacks, such as brackets, the best one for
    /// each; where no face has every letter, the best for each cluster. Neighbours are joined.
    private static func faces(
        for run: Range<Int>,
        text: String,
        scalars: [Unicode.Scalar],
        candidates: [Int],
        faces: [FontFace]
    ) throws(TextRefusal) -> [(Range<Int>, Int)] {
        func missing(_ range: Range<Int>, in face: Int) -> Unicode.Scalar? {
            scalars[range].first { !faces[face].covers($0) && !$0.properties.isDefaultIgnorableCodePoint }
        }
        func hasLetters(_ face: Int) -> Bool {
            scalars[run].allSatisfy { faces[face].covers($0) || !$0.properties.generalCategory.isLetterOrMark }
        }
        let preferred = candidates.first(where: hasLetters)
        if let preferred, missing(run, in: preferred) == nil { return [(run, preferred)] }
        let candidates = [preferred].compactMap(\.self) + candidates.filter { $0 != preferred }
        var parts: [(Range<Int>, Int)] = []
        for cluster in clusters(of: text) where cluster.overlaps(run) {
            let piece = cluster.clamped(to: run)
            guard let face = candidates.first(where: { missing(piece, in: $0) == nil }) else {
                for face in candidates {
                    do { try faces[face].check() } catch { throw TextRefusal.font(error) }
                }
                let best = candidates.max {
                    (missing(piece, in: $0)?.value ?? 0) < (missing(piece, in: $1)?.value ?? 0)
                }
                throw refusal(
                    for: best.flatMap { missing(piece, in: $0) } ?? scalars[piece.lowerBound],
                    in: scalars[cluster]
                )
            }
            if let last = parts.last, last.1 == face {
                parts[parts.count - 1].0 = last.0.lowerBound..<piece.upperBound
            } else {
                parts.append((piece, face))
            }
        }
        return parts
    }

    /// Names the character itself; a mark is shown with the letter it stands on.
    static func refusal(for scalar: Unicode.Scalar, in cluster: ArraySlice<Unicode.Scalar>) -> TextRefusal {
        guard scalar.properties.generalCategory.isNonspacingMark else {
            return .uncovered(scalar, cluster: String(Character(scalar)))
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: cluster)
        return .uncovered(scalar, cluster: String(view))
    }
}

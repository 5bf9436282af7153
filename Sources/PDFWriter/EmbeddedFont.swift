/// A font in a file: the glyphs used, under one code for every character of the text.
///
/// Readers differ widely in how they find the text behind ligatures, conjuncts and reordered vowels. So each character gets
/// a code of its own, whose Unicode value is that character and nothing else: the first code of a cluster carries the
/// drawing of the whole cluster, the others carry an invisible mark and share the width. Codes follow the text, never the eye.
public struct EmbeddedFont: Sendable {
    /// What a code stands for; equal meanings share a code.
    struct Meaning: Hashable {
        var scalar: Unicode.Scalar
        var width: Int32
        var glyphs: [ClusterGlyph]

        /// Character and width tell nearly all meanings of a font apart.
        func hash(into hasher: inout Hasher) {
            hasher.combine(scalar.value)
            hasher.combine(width)
        }
    }

    /// The PostScript name without subset tag.
    public let name: String
    /// Font units in an em.
    public let unitsPerEm: Int
    let ascent: Int
    let descent: Int
    let glyphs: GlyphStore
    private var codes: [Meaning: UInt16] = [:]
    private(set) var meanings: [Meaning] = []
    /// Whether codes have one byte, two otherwise.
    private(set) var isOneByte = false

    /// An empty font.
    ///
    /// `ascent` and `descent` are those of the face in font units, the second negative; `glyphs` draws the glyphs.
    public init(name: String, unitsPerEm: Int, ascent: Int, descent: Int, glyphs: GlyphStore) {
        self.name = name
        self.unitsPerEm = unitsPerEm
        self.ascent = ascent
        self.descent = descent
        self.glyphs = glyphs
    }

    /// Whether no code has been given yet.
    public var isEmpty: Bool { meanings.isEmpty }

    /// Whether there is hardly room for another cluster among the codes of two bytes.
    public var isFull: Bool { meanings.count > 0xF000 }

    /// Gives codes to a cluster that is shown later.
    public mutating func prepare(_ cluster: TextCluster) { _ = slots(of: cluster) }

    /// Numbers the codes anew in the order of their characters, which makes the tables regular and so smaller, and gives
    /// them one byte each when there are at most 255.
    ///
    /// To be called before the first text is shown, after all of it has been prepared.
    public mutating func settle() {
        isOneByte = meanings.count < 256
        let order = meanings.indices.sorted { left, right in
            let (first, second) = (meanings[left], meanings[right])
            if first.scalar != second.scalar { return first.scalar < second.scalar }
            return left < right
        }
        meanings = order.map { meanings[$0] }
        for (index, meaning) in meanings.enumerated() { codes[meaning] = UInt16(clamping: index + 1) }
    }

    /// One code of a cluster, with the place where it begins, in font units from the cluster's left end on the baseline, and
    /// its width as the font tells it, in thousandths of an em.
    struct Slot {
        var code: UInt16
        var start: Int32
        var width: Int
        var raise: Int32
    }

    /// Font units in thousandths of an em, rounded.
    func thousandths(_ units: Int32) -> Int {
        if unitsPerEm == 1000 { return Int(units) }
        return Int((Double(units) * 1000 / Double(unitsPerEm)).rounded())
    }

    /// The codes of a cluster in the order of the text.
    ///
    /// The width is shared out in even slots, from the right for text from right to left.
    mutating func slots(of cluster: TextCluster) -> [Slot] {
        if let meaning = Self.onlyMeaning(of: cluster) {
            return [Slot(code: code(meaning), start: 0, width: thousandths(meaning.width), raise: 0)]
        }
        return Self.parts(of: cluster).enumerated().map { index, part in
            let raise = index < cluster.slots.count ? cluster.slots[index].raise : 0
            return Slot(
                code: code(part.meaning),
                start: part.start,
                width: thousandths(part.meaning.width),
                raise: raise
            )
        }
    }

    /// Whether every code of a cluster has already been given.
    public func knows(_ cluster: TextCluster) -> Bool {
        if let meaning = Self.onlyMeaning(of: cluster) { return codes[meaning] != nil }
        return Self.parts(of: cluster).allSatisfy { codes[$0.meaning] != nil }
    }

    /// Codes from right to left overlap a little, in font units: where all gaps are above nothing, poppler takes any that
    /// is larger than the rest for a space.
    private static let touch: Int32 = 3

    /// What the code of a cluster with a single character stands for, unless it has a place of its own.
    private static func onlyMeaning(of cluster: TextCluster) -> Meaning? {
        guard cluster.scalars.count == 1, cluster.slots.isEmpty else { return nil }
        let width = cluster.isRightToLeft ? cluster.advance + touch : cluster.naturalAdvance
        return Meaning(scalar: cluster.scalars[0], width: width, glyphs: cluster.glyphs)
    }

    private static func parts(of cluster: TextCluster) -> [(start: Int32, meaning: Meaning)] {
        if cluster.slots.count == cluster.scalars.count, !cluster.slots.isEmpty { return placed(cluster) }
        if let meaning = onlyMeaning(of: cluster) { return [(0, meaning)] }
        let count = Int32(cluster.scalars.count)
        func cut(_ index: Int32) -> Int32 { (cluster.advance * index * 2 + count) / (2 * count) }
        return cluster.scalars.enumerated().map { index, scalar in
            let place = cluster.isRightToLeft ? count - 1 - Int32(index) : Int32(index)
            let start = cut(place)
            let glyphs =
                index == 0 ? cluster.glyphs.map { ClusterGlyph(glyph: $0.glyph, x: $0.x - start, y: $0.y) } : []
            let width = cut(place + 1) - start + (cluster.isRightToLeft ? touch : 0)
            return (start, Meaning(scalar: scalar, width: width, glyphs: glyphs))
        }
    }

    /// The codes where the caller wants them; the drawing, in the first, is moved back to its place.
    private static func placed(_ cluster: TextCluster) -> [(start: Int32, meaning: Meaning)] {
        zip(cluster.scalars, cluster.slots).enumerated().map { index, part in
            let (scalar, slot) = part
            let glyphs =
                index == 0
                ? cluster.glyphs.map { ClusterGlyph(glyph: $0.glyph, x: $0.x - slot.start, y: $0.y - slot.raise) } : []
            return (slot.start, Meaning(scalar: scalar, width: slot.width, glyphs: glyphs))
        }
    }

    private mutating func code(_ meaning: Meaning) -> UInt16 {
        if let known = codes[meaning] { return known }
        meanings.append(meaning)
        let code = UInt16(clamping: meanings.count)
        codes[meaning] = code
        return code
    }
}

/// Where a code of the text layer stands; the drawing of its cluster stays where it is.
public struct CodePlace: Hashable, Sendable {
    /// The left end, in font units from the cluster's left end.
    public var start: Int32
    /// The width, in font units.
    public var width: Int32
    /// How far above the baseline, in font units.
    public var raise: Int32
}

/// Finds places for the codes of a line at which readers that sort by place give back its text.
///
/// Nearly every line needs none: codes stand where their letters are. Otherwise its words are dealt out to steps, each half an
/// em below the one before, which such readers take for lines; a word that still comes out wrong gets codes that span all of it
/// and begin in the order that comes out right; and a right-to-left mark ends a step whose last character poppler does not
/// know to run from right to left.
struct CodePlaces {
    /// The height of a step in ems; poppler takes words more than half an em apart for two lines. A step with codes that stand
    /// lower themselves needs more.
    private static let step = 0.55
    private static let highStep = 0.8

    private struct Code {
        var cluster: Int
        var position: Int
        var kind: ReaderOrder.Kind
        /// Ems from the line's left end.
        var start: Double
        var end: Double
    }

    private let clusters: [ShapedCluster]
    private let codes: [Code]
    /// The codes of each word.
    private let words: [Range<Int>]
    private let beginsLeft: Bool

    /// The clusters with places where they need them.
    static func placed(_ clusters: [ShapedCluster]) -> [ShapedCluster] {
        if clusters.contains(where: { $0.level > 0 }) { return CodePlaces(clusters).arranged() }
        guard clusters.contains(where: \.isSpace), !clusters.contains(where: { $0.scalars.count > 1 }) else {
            return clusters
        }
        let places = CodePlaces(clusters)
        return places.hasLettersOnly ? places.arranged() : clusters
    }

    /// Whether there are several words, each a single character; poppler takes them for one word, widely spaced.
    private var hasLettersOnly: Bool { words.count > 1 && words.allSatisfy { $0.count == 1 } }

    private init(_ clusters: [ShapedCluster]) {
        self.clusters = clusters
        var codes: [Code] = []
        var words: [Range<Int>] = []
        var first = 0
        for (index, cluster) in clusters.enumerated() {
            if cluster.isSpace {
                if codes.count > first { words.append(first..<codes.count) }
                first = codes.count + 1
            }
            let width = cluster.width / Double(max(1, cluster.scalars.count))
            for (position, scalar) in cluster.scalars.enumerated() {
                let place = cluster.isRightToLeft ? cluster.scalars.count - 1 - position : position
                let start = cluster.x + Double(place) * width
                codes.append(
                    Code(
                        cluster: index,
                        position: position,
                        kind: ReaderOrder.kind(of: scalar),
                        start: start,
                        end: start + width + (cluster.isRightToLeft ? Self.touch : 0)
                    )
                )
            }
        }
        if codes.count > first { words.append(first..<codes.count) }
        self.codes = codes
        self.words = words
        beginsLeft = clusters.map(\.level).min().map { $0 % 2 == 0 } ?? true
    }

    /// Words that stand on one step.
    private struct Step {
        var codes: Range<Int>
        /// Codes from left to right, where that differs from where the letters are; the mark is one past the last.
        var order: [Int]?
        var needsMark: Bool
    }

    private func arranged() -> [ShapedCluster] {
        var steps: [Step] = []
        for word in words {
            if let last = steps.last, !hasLettersOnly, last.order == nil,
                let longer = natural(last.codes.lowerBound..<word.upperBound)
            {
                steps[steps.count - 1] = longer
            } else {
                steps.append(natural(word) ?? rearranged(word))
            }
        }
        var result = clusters
        let height = steps.contains { $0.order != nil } ? Self.highStep : Self.step
        for (index, step) in steps.enumerated() {
            place(
                step,
                raise: height * (Double(steps.count - 1) / 2 - Double(index)),
                alone: steps.count == 1,
                &result
            )
        }
        return result
    }

    /// Gives places to a step's codes and mark.
    private func place(_ step: Step, raise: Double, alone: Bool, _ result: inout [ShapedCluster]) {
        var spans = step.codes.map { CodeSpan(start: codes[$0].start, end: codes[$0].end) }
        let left = spans.map(\.start).min() ?? 0
        if step.needsMark { spans.append(CodeSpan(start: left - Self.markWidth, end: left + Self.touch)) }
        if let order = step.order {
            let scalars = step.codes.map { clusters[codes[$0].cluster].scalars[codes[$0].position] }
            let letters = scalars + (step.needsMark ? [ReaderOrder.rightToLeftMark] : [])
            spans = CodeSpan.overlapping(letters, order: order.map { $0 - step.codes.lowerBound }, within: spans)
        }
        if !alone, let last = spans.indices.max(by: { spans[$0].start < spans[$1].start }) {
            spans[last].end = max(spans[last].end, codes.map(\.end).max() ?? 0)
        }
        if !alone || step.order != nil {
            for (index, span) in zip(step.codes, spans) {
                let cluster = codes[index].cluster
                result[cluster].places.append(
                    clusters[cluster].place(from: span.start, to: span.end, raise: raise - span.drop)
                )
            }
        }
        guard step.needsMark, let span = spans.last, let last = step.codes.last.map({ codes[$0].cluster }) else {
            return
        }
        result[last].mark = clusters[last].place(from: span.start, to: span.end, raise: raise - span.drop)
    }

    private static let markWidth = 0.1
    /// Neighbours overlap a little, in ems: where all gaps are above nothing, poppler takes any larger one for a space.
    static let touch = 0.002

    /// The codes as they stand, when they come out right, at need with a mark at the end.
    private func natural(_ range: Range<Int>) -> Step? {
        let byPlace = range.sorted { (codes[$0].start, $0) < (codes[$1].start, $1) }
        let text = Array(range)
        if ReaderOrder.read(byPlace.map { codes[$0].kind }).map({ byPlace[$0] }) == text {
            return Step(codes: range, order: nil, needsMark: false)
        }
        let marked = ReaderOrder.read([.right] + byPlace.map { codes[$0].kind })
        let read = marked.filter { $0 > 0 }.map { byPlace[$0 - 1] }
        guard !beginsLeft, marked.last == 0, read == text else { return nil }
        return Step(codes: range, order: nil, needsMark: true)
    }

    /// Another order of a word's codes, when one comes out right.
    private func rearranged(_ word: Range<Int>) -> Step {
        let kinds = word.map { codes[$0].kind }
        for ending in [[], [ReaderOrder.Kind.right]] {
            guard let order = ReaderOrder.arrange(kinds + ending, leadingStaysLeft: beginsLeft) else { continue }
            return Step(codes: word, order: order.map { $0 + word.lowerBound }, needsMark: !ending.isEmpty)
        }
        return Step(codes: word, order: nil, needsMark: false)
    }
}

extension ShapedCluster {
    /// A place given in ems of the line.
    func place(from start: Double, to end: Double, raise: Double) -> CodePlace {
        func units(_ ems: Double) -> Int32 { Int32((ems * Double(unitsPerEm)).rounded()) }
        let first = units(start - x)
        return CodePlace(start: first, width: max(0, units(end - x) - first), raise: units(raise))
    }
}

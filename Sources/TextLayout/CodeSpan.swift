/// The stretch of a line that a code takes, in ems.
struct CodeSpan {
    var start: Double
    var end: Double
    /// How far below the others it stands.
    var drop = 0.0

    /// Places for the codes of a word that begin in the given order from left to right, close together.
    ///
    /// They overlap so far that no reader sees a gap, however far the text jumps, and poppler joins none with the one before
    /// (a fifth of an em); yet not so far that it takes neighbours for two lines (half an em). It drops a letter that stands
    /// where an equal one does (within a tenth of an em at both ends, a fifth in height): equal letters differ in width, then
    /// in height. `order` holds positions in `letters`; `spans` are where the letters are.
    static func overlapping(_ letters: [Unicode.Scalar], order: [Int], within spans: [CodeSpan]) -> [CodeSpan] {
        let left = spans.map(\.start).min() ?? 0
        let right = spans.map(\.end).max() ?? 0
        var rank = [Int](repeating: 0, count: order.count)
        for (place, index) in order.enumerated() { rank[index] = place }
        let jump = zip(rank, rank.dropFirst()).map { $1 - $0 }.max() ?? 1
        let stride = min((right - left) / Double(order.count), 0.04 / Double(max(1, jump)))
        var met: [Unicode.Scalar: [CodeSpan]] = [:]
        return zip(letters, rank).map { letter, place in
            let start = left + Double(place) * stride
            let choices = [0, 0.21].flatMap { drop in
                overlaps.map { CodeSpan(start: start, end: start + stride + $0, drop: drop) }
            }
            let free = choices.first { choice in met[letter, default: []].allSatisfy(choice.isDistinct) } ?? choices[0]
            met[letter, default: []].append(free)
            return free
        }
    }

    private func isDistinct(from other: CodeSpan) -> Bool {
        abs(start - other.start) > 0.105 || abs(end - other.end) > 0.105 || abs(drop - other.drop) > 0.2
    }

    private static let overlaps = [0.36, 0.25, 0.47, 0.3, 0.41]
}

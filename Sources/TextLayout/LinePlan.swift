/// Decides where lines end, from the widths of the pieces between which they may.
enum LinePlan {
    /// A piece of text that is not broken: its width with and without the space at its end, in ems.
    struct Piece {
        var range: Range<Int>
        var width: Double
        var visibleWidth: Double
    }

    /// Fills each line as far as it goes.
    ///
    /// - Complexity: O(pieces).
    static func greedy(_ pieces: [Piece], width: Double) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var used = 0.0
        for piece in pieces {
            if let last = lines.last, used + piece.visibleWidth <= width {
                lines[lines.count - 1] = last.lowerBound..<piece.range.upperBound
                used += piece.width
            } else {
                lines.append(piece.range)
                used = piece.width
            }
        }
        return lines
    }

    /// Exactly `count` lines whose widest is as narrow as can be; fewer when there are fewer pieces.
    ///
    /// - Complexity: O(count × pieces²).
    static func balanced(_ pieces: [Piece], count: Int) -> (lines: [Range<Int>], width: Double) {
        let count = min(count, pieces.count)
        guard count > 0 else { return ([], 0) }
        var starts = [0.0]
        for piece in pieces { starts.append(starts[starts.count - 1] + piece.width) }
        func width(_ first: Int, _ last: Int) -> Double { starts[last] - starts[first] + pieces[last].visibleWidth }
        var best = pieces.indices.map { width(0, $0) }
        var choices: [[Int]] = []
        for line in stride(from: 1, to: count, by: 1) {
            var next = [Double](repeating: .infinity, count: pieces.count)
            var choice = [Int](repeating: 0, count: pieces.count)
            for last in line..<pieces.count {
                for first in line...last {
                    let widest = max(best[first - 1], width(first, last))
                    if widest < next[last] { (next[last], choice[last]) = (widest, first) }
                }
            }
            best = next
            choices.append(choice)
        }
        var lines: [Range<Int>] = []
        var last = pieces.count - 1
        for choice in choices.reversed() {
            lines.append(pieces[choice[last]].range.lowerBound..<pieces[last].range.upperBound)
            last = choice[last] - 1
        }
        lines.append(pieces[0].range.lowerBound..<pieces[last].range.upperBound)
        return (lines.reversed(), best[pieces.count - 1])
    }
}

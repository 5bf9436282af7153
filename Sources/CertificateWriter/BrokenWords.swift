import TextLayout

extension SetText {
    /// The text with the codes of a name that had to be broken elsewhere than at a space on one baseline, narrow and without a
    /// gap, so that readers find it whole. The drawing stays where it is. A text that mixes directions stays as it is.
    ///
    /// Codes of `n` lines share the width of one: each takes an n-th of its own, one line's after the other's.
    func withWordsWhole() -> SetText {
        let count = Double(fitted.lines.count)
        guard count > 1, !fitted.lines.dropLast().allSatisfy(\.isFollowedBySpace),
            let first = fitted.lines.first?.clusters.first,
            fitted.lines.allSatisfy({ $0.clusters.allSatisfy { $0.isRightToLeft == first.isRightToLeft } })
        else { return self }
        let widths = fitted.lines.map { $0.width / count }
        let left = (origins.map(\.x).min() ?? 0) / fitted.size
        let middle = (origins.map(\.y).reduce(0, +) / count) / fitted.size
        var lines: [TextLine] = []
        for (index, line) in fitted.lines.enumerated() {
            let before = first.isRightToLeft ? widths[(index + 1)...] : widths[..<index]
            let start = left + before.reduce(0, +) - origins[index].x / fitted.size
            lines.append(line.squeezed(by: count, from: start, raise: middle - origins[index].y / fitted.size))
        }
        return SetText(fitted: fitted.with(lines: lines), origins: origins, colour: colour)
    }
}

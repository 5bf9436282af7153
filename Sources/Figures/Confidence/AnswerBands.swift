import Evaluation

/// The scores of an instrument in bands that mirror each other about the middle of the scale.
struct AnswerBands {
    struct Band {
        let lowest: Int
        let highest: Int
        let ink: Ink
        /// -1 below the middle, 0 the middle, 1 above it.
        let side: Int

        /// `3–4`, `5`.
        var label: String { lowest == highest ? "\(lowest)" : "\(lowest)–\(highest)" }
    }

    let bands: [Band]

    private static func ends(_ range: ScoreRange) -> (low: Int, high: Int)? {
        guard range.lowest == range.lowest.rounded(), range.highest == range.highest.rounded(),
            abs(range.lowest) < 1e6, abs(range.highest) < 1e6
        else { return nil }
        let (low, high) = (Int(range.lowest), Int(range.highest))
        return high > low && high - low <= 100 ? (low, high) : nil
    }

    private init(_ low: Int, _ parts: [(count: Int, ink: Ink, side: Int)]) {
        var next = low
        bands = parts.filter { $0.count > 0 }.map { part in
            defer { next += part.count }
            return Band(lowest: next, highest: next + part.count - 1, ink: part.ink, side: part.side)
        }
    }

    /// Two bands on each side and the middle score between them: on 0 to 10 these are 0-2, 3-4, 5, 6-7 and 8-10, on 1 to 5
    /// each score is a band, and an even number of scores has no middle.
    ///
    /// nil when the scores are not whole numbers, fewer than two or more than 101.
    static func fine(_ range: ScoreRange) -> AnswerBands? {
        guard let (low, high) = ends(range) else { return nil }
        let half = (high - low + 1) / 2, outer = (half + 1) / 2
        return AnswerBands(
            low,
            [
                (outer, .other, -1), (half - outer, .paleOther, -1), ((high - low + 1) % 2, .middle, 0),
                (half - outer, .paleMain, 1), (outer, .main, 1),
            ]
        )
    }

    /// Three bands of nearly the same width: on 0 to 10 these are 0-3, 4-6 and 7-10. nil as for ``fine(_:)``.
    static func coarse(_ range: ScoreRange) -> AnswerBands? {
        guard let (low, high) = ends(range) else { return nil }
        let count = high - low + 1, outer = (count + 1) / 3
        return AnswerBands(low, [(outer, .other, -1), (count - 2 * outer, .middle, 0), (outer, .main, 1)])
    }

    /// The number of the band a score belongs to; a score between two bands belongs to the nearer, the upper when equal.
    func position(of score: Double) -> Int {
        bands.firstIndex { score < Double($0.highest) + 0.5 } ?? bands.count - 1
    }

    /// People in each band.
    func people(in row: AnswerChart.Row) -> [Int] {
        row.people.reduce(into: Array(repeating: 0, count: bands.count)) { $0[position(of: $1.key)] += $1.value }
    }
}

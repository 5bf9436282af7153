public import Evaluation
public import Programme

/// How often each score was given, item by item and wave by wave, to be drawn as bars about the middle of the scale.
public struct AnswerChart: Hashable, Sendable {
    /// One bar: an item in a wave.
    public struct Row: Hashable, Sendable {
        /// The item's code.
        public var item: String
        /// The wave.
        public var wave: Wave
        /// People by the score they gave; empty when it is not told.
        public var people: [Double: Int]
        /// People who were asked and gave no score; nil when it is not told.
        public var blank: Int?
        /// Why numbers are missing.
        public var why: String?

        /// A bar.
        public init(item: String, wave: Wave, people: [Double: Int], blank: Int?, why: String? = nil) {
            self.item = item
            self.wave = wave
            self.people = people
            self.blank = blank
            self.why = why
        }

        /// People with a score.
        var answered: Int { people.values.reduce(0, +) }
    }

    /// What the items have in common.
    public var title: String
    /// The scores of the instrument.
    public var range: ScoreRange
    /// The bars, by item and then by wave.
    public var rows: [Row]
    /// The words of an item, by code, where they are known.
    public var wording: [String: String]
    /// Bands of fewer people than this are never shown: bands are made wider, and where that is not enough a bar is left out.
    public var suppressBelow: Int?

    /// A chart.
    public init(
        title: String,
        range: ScoreRange,
        rows: [Row],
        wording: [String: String] = [:],
        suppressBelow: Int? = nil
    ) {
        self.title = title
        self.range = range
        self.rows = rows
        self.wording = wording
        self.suppressBelow = suppressBelow
    }

    /// The chart in parts of so few items that each fits on a page of A4 paper, titles told apart by the items' codes.
    public var pages: [AnswerChart] {
        let items = rows.reduce(into: [String]()) { if $0.last != $1.item { $0.append($1.item) } }
        let waves = max(1, rows.count / max(1, items.count))
        let most = max(1, 800 / (40 + 25 * waves))
        guard items.count > most else { return [self] }
        let parts = (items.count + most - 1) / most, each = (items.count + parts - 1) / parts
        return stride(from: 0, to: items.count, by: each).map { start in
            let kept = items[start..<min(items.count, start + each)]
            var part = self
            part.rows = rows.filter { kept.contains($0.item) }
            let span = kept.count == 1 ? "\(kept.first ?? "")" : "\(kept.first ?? "") to \(kept.last ?? "")"
            part.title = "\(title): \(span)"
            return part
        }
    }
}

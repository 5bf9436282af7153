import Evaluation

/// The numbers of a figure as a table, for those who would rather read them or cannot see the drawing.
public struct FigureTable: Hashable, Sendable {
    /// A column.
    public struct Column: Hashable, Sendable {
        /// The heading.
        public let heading: String
        /// Whether it holds numbers, which stand at the right.
        public let isNumeric: Bool
    }

    /// What the table holds, in one line.
    public let caption: String
    /// The columns; the first names the row.
    public let columns: [Column]
    /// The rows, as many cells as columns in each.
    public let rows: [[String]]

    /// A table of finished text.
    ///
    /// - Parameters:
    ///   - caption: What it holds.
    ///   - names: The headings of the leading columns of words, at least one.
    ///   - numbers: The headings of the columns of numbers that follow.
    ///   - rows: The cells; missing ones at the end of a row are empty, superfluous ones are left out.
    public init(caption: String, names: [String], numbers: [String], rows: [[String]]) {
        self.caption = caption
        columns =
            names.map { Column(heading: $0, isNumeric: false) } + numbers.map { Column(heading: $0, isNumeric: true) }
        let count = names.count + numbers.count
        self.rows = rows.map { row in
            (row.prefix(count) + Array(repeating: "", count: max(0, count - row.count))).map(\.withMinusSigns)
        }
    }
}

/// A count as a cell: empty when it is not told.
func cell(_ count: Int?) -> String { count.map { Wording.count($0) } ?? "not told" }

/// An interval as a cell: `+0.35 to +1.20`.
func cell(_ interval: ClosedRange<Double>?) -> String {
    interval.map { "\(Wording.signed($0.lowerBound)) to \(Wording.signed($0.upperBound))" } ?? ""
}

/// Rows under headings in aligned columns, for a terminal.
struct TextTable {
    enum Side { case left, right }
    struct Column {
        let heading: String
        let side: Side
        init(_ heading: String, _ side: Side = .right) { (self.heading, self.side) = (heading, side) }
    }

    let columns: [Column]
    private(set) var rows: [[String]] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row; missing cells at its end are empty.
    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The table, each line ended by a line feed, two spaces between columns, no trailing spaces.
    var text: String {
        let lines = [columns.map(\.heading)] + rows
        let widths = columns.indices.map { column in
            lines.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        let rule = widths.map { String(repeating: "-", count: $0) }
        return ([columns.map(\.heading), rule] + rows).map { line($0, widths) + "\n" }.joined()
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = columns.indices.map { column in
            let cell = column < cells.count ? cells[column] : ""
            let space = String(repeating: " ", count: max(0, widths[column] - cell.count))
            return columns[column].side == .left ? cell + space : space + cell
        }
        let joined = padded.joined(separator: "  ")
        return String(joined.reversed().drop { $0 == " " }.reversed())
    }
}

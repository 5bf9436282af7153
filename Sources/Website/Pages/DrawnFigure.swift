import Evaluation
import Figures

/// A figure of a page, drawn for wide screens and for phones.
struct DrawnFigure: Sendable {
    /// Its name in addresses.
    let name: String
    let wide: Figure
    let narrow: Figure

    init?(_ name: String, _ draw: (FigureSize) -> Figure?) {
        guard let wide = draw(.page), let narrow = draw(.phone) else { return nil }
        (self.name, self.wide, self.narrow) = (name, wide, narrow)
    }
}

/// A figure with its table, as the template `figure` shows it.
struct FigureView: Sendable {
    let address: String
    let narrowAddress: String
    let width, height: String
    let text: String
    let table: TableView

    /// - Parameters:
    ///   - figure: The figure.
    ///   - address: Where its drawing is; a query of its own is kept.
    init(_ figure: DrawnFigure, at address: String) {
        self.address = address
        let joint = address.contains("?") ? "&" : "?"
        narrowAddress = "\(address)\(joint)size=\(FigureSize.phone.rawValue)"
        (width, height) = ("\(Int(figure.wide.width))", "\(Int(figure.wide.height.rounded()))")
        // The table below says the numbers better than a long description would.
        text = "\(figure.wide.title). The numbers are in the table below the figure."
        table = TableView(figure.wide.table)
    }
}

/// A table with a caption, as the template `table` shows it; the first cell of a row is its heading.
struct TableView: Sendable {
    struct Heading: Sendable { let text, style: String }
    struct Cell: Sendable { let text, style: String }
    struct Row: Sendable {
        let name: String
        let cells: [Cell]
    }

    let caption: String
    let headings: [Heading]
    let rows: [Row]

    init(_ table: FigureTable) {
        caption = table.caption
        let styles = table.columns.map { $0.isNumeric ? "number" : "words" }
        headings = zip(table.columns, styles).map { Heading(text: $0.heading, style: $1) }
        rows = table.rows.map { row in
            Row(
                name: row.first ?? "",
                cells: zip(row, styles).dropFirst().map { Cell(text: $0, style: Self.style($0, in: $1)) }
            )
        }
    }

    /// A number stays on one line; a reason for there being none must not make its column wide.
    private static func style(_ text: String, in column: String) -> String {
        column == "number" && text.first?.isLetter == true ? "number reason" : column
    }
}

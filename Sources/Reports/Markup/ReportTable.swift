import Figures

extension FigureTable {
    /// The table with its caption, its headings and, in each row, the first cell as the heading of the row.
    var html: HTML {
        let head = columns.map { column in
            HTML.tag("th", column.isNumeric ? ["scope": "col", "class": "n"] : ["scope": "col"], column.heading)
        }
        let body = rows.map { row in
            HTML.tag(
                "tr",
                zip(columns, row).enumerated().map { number, cell in
                    let (column, text) = cell
                    if number == 0 { return HTML.tag("th", ["scope": "row"], text) }
                    return HTML.tag("td", column.isNumeric ? ["class": Self.kind(of: text)] : [:], text)
                }
            )
        }
        let table = HTML.tag(
            "table",
            [.tag("caption", caption), .tag("thead", [.tag("tr", head)]), .tag("tbody", body)]
        )
        return .tag("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption], [table])
    }

    /// A number stays on one line; a reason for there being none must not make its column wide.
    private static func kind(of text: String) -> String { text.first?.isLetter == true ? "n w" : "n" }
}

extension HTML {
    /// A figure in both widths, with its table one click away.
    ///
    /// - Parameters:
    ///   - drawings: The same figure for a page and for a phone.
    ///   - id: Unlike that of any other figure.
    /// - Returns: A `figure` element.
    static func figure(_ drawings: (page: Figure, phone: Figure), id: String) -> HTML {
        .tag(
            "figure",
            [
                .drawing(drawings.page, id: id, size: .page), .drawing(drawings.phone, id: "\(id)-phone", size: .phone),
                .tag("details", [.tag("summary", "The numbers of this figure as a table"), drawings.page.table.html]),
            ]
        )
    }

    /// The same drawing for a page and for a phone; nil when there is nothing to draw.
    static func drawn(_ id: String, _ draw: (FigureSize) -> Figure?) -> HTML? {
        guard let page = draw(.page), let phone = draw(.phone) else { return nil }
        return .figure((page, phone), id: id)
    }

    /// A section with a heading that names it; nil when it has no content.
    static func section(_ id: String, _ title: String, _ content: [HTML]) -> HTML? {
        guard !content.isEmpty else { return nil }
        return .tag(
            "section",
            ["id": id, "aria-labelledby": "\(id)-title"],
            [.tag("h2", ["id": "\(id)-title"], title)] + content
        )
    }

    /// Sentences as a list.
    static func list(_ sentences: [String]) -> HTML { .tag("ul", sentences.map { .tag("li", $0) }) }
}

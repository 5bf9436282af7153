import Evaluation

/// A drawing with a title and a description that say in words what it shows.
///
/// It is for print and for screen readers: text is text, colours are doubled by shapes and dashes, dark paper follows the
/// reader's setting on screens only, nothing is loaded and nothing runs.
public struct Figure: Sendable {
    /// The title, also drawn.
    public let title: String
    /// What the figure shows, for those who do not see it.
    public let summary: String
    /// The width of the drawing in its own units, which are pixels at the intended size.
    public let width: Double
    /// The height.
    public let height: Double
    /// The numbers of the figure.
    public let table: FigureTable
    private let drawing: String

    init(title: String, summary: String, width: Double, height: Double, canvas: Canvas, table: FigureTable) {
        self.title = title.withMinusSigns
        self.summary = summary.withMinusSigns
        self.table = table
        self.width = width
        self.height = height
        drawing = canvas.elements.map { $0.markup(depth: 1) }.joined()
    }

    /// The rules for dark screens, for a page that forbids styles inside its body; figures then leave out their own.
    public static let styleSheet: String = {
        let rules = Ink.allCases.map { ink in
            ".cg-figure .\(ink.cssClass)-fill{fill:\(ink.dark)}.cg-figure .\(ink.cssClass)-line{stroke:\(ink.dark)}"
        }
        return "@media screen and (prefers-color-scheme:dark){\(rules.joined())}"
    }()

    /// The figure as an SVG element that can stand inside an HTML page or, with ``document(id:)``, as a file.
    ///
    /// - Parameters:
    ///   - id: A name unlike that of any other figure on the page; letters, digits and hyphens.
    ///   - further: A further class for the page's own style sheet.
    ///   - embedsStyle: Whether the rules for dark screens come along; false when the page has ``styleSheet``.
    /// - Returns: One `svg` element, ended by a line feed.
    public func svg(id: String, class further: String? = nil, embedsStyle: Bool = true) -> String {
        let name = Self.plain(id)
        let classes = (["cg-figure"] + (further.map { [Self.plain($0)] } ?? [])).joined(separator: " ")
        let size = "\(coordinate(width)) \(coordinate(height))"
        let head = [
            "xmlns=\"http://www.w3.org/2000/svg\"", "class=\"\(classes)\"", "viewBox=\"0 0 \(size)\"",
            "width=\"\(coordinate(width))\"", "height=\"\(coordinate(height))\"", "role=\"img\"",
            "aria-labelledby=\"\(name)-title \(name)-desc\"",
            "font-family=\"system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif\"",
        ]
        let titles =
            SVGElement("title", [("id", "\(name)-title")], text: title).markup(depth: 1)
            + SVGElement("desc", [("id", "\(name)-desc")], text: summary).markup(depth: 1)
        let style = embedsStyle ? "  <style>\(Self.styleSheet)</style>\n" : ""
        return "<svg \(head.joined(separator: " "))>\n\(titles)\(style)\(drawing)</svg>\n"
    }

    /// Letters, digits and hyphens only.
    private static func plain(_ name: String) -> String {
        String(
            name.unicodeScalars.filter {
                $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-")
            }.map(Character.init)
        )
    }

    /// The figure as an SVG file.
    public func document(id: String = "figure") -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(id: id)
    }
}

import Figures

/// A piece of an HTML document; text and attributes are escaped when it is written, and there is no way around that.
indirect enum HTML {
    case element(String, attributes: [(name: String, value: String)], content: [HTML])
    case text(String)
    /// A figure's own drawing; its text was escaped where it was drawn.
    case drawing(Figure, id: String, size: FigureSize)

    /// The style sheet, which holds nothing from outside.
    case style

    /// An element.
    static func tag(_ name: String, _ attributes: KeyValuePairs<String, String>, _ content: [HTML]) -> HTML {
        .element(name, attributes: attributes.map { (name: $0.key, value: $0.value) }, content: content)
    }

    /// An element without attributes.
    static func tag(_ name: String, _ content: [HTML]) -> HTML { .element(name, attributes: [], content: content) }

    /// An element that holds text.
    static func tag(_ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String) -> HTML {
        tag(name, attributes, [.text(text)])
    }

    /// An element that holds text, without attributes.
    static func tag(_ name: String, _ text: String) -> HTML { tag(name, [.text(text)]) }

    /// The piece as markup; blocks end with a line feed.
    var markup: String {
        switch self {
        case .text(let text): return Markup.escaped(Markup.typeset(text))
        case .drawing(let figure, let id, let size): return figure.svg(id: id, class: size.rawValue, embedsStyle: false)
        case .style: return "<style>\(ReportStyle.sheet)</style>\n"
        case .element(let name, let attributes, let content):
            let head = attributes.map { " \($0.name)=\"\(Markup.escaped($0.value))\"" }.joined()
            let end = Self.inline.contains(name) ? "" : "\n"
            guard !Self.void.contains(name) else { return "<\(name)\(head)>\(end)" }
            return "<\(name)\(head)>" + content.map(\.markup).joined() + "</\(name)>\(end)"
        }
    }

    private static let inline: Set<String> = ["a", "b", "code", "span", "strong", "th", "td", "dt"]
    private static let void: Set<String> = ["meta", "br", "hr"]
}

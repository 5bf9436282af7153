/// A node of an SVG drawing; text and attributes are escaped when it is written.
struct SVGElement {
    let name: String
    private(set) var attributes: [(name: String, value: String)] = []
    private(set) var children: [SVGElement] = []
    private(set) var text: String?

    init(_ name: String, _ attributes: [(String, String)] = [], text: String? = nil, children: [SVGElement] = []) {
        self.name = name
        self.attributes = attributes.map { (name: $0.0, value: $0.1) }
        self.text = text
        self.children = children
    }

    /// The element as markup, indented by `depth` steps, ended by a line feed.
    func markup(depth: Int = 0) -> String {
        let indent = String(repeating: "  ", count: depth)
        let head = attributes.map { " \($0.name)=\"\(Markup.escaped($0.value))\"" }.joined()
        if let text {
            let titles = children.map { String($0.markup().dropLast()) }.joined()
            return "\(indent)<\(name)\(head)>\(titles)\(Markup.escaped(text))</\(name)>\n"
        }
        guard !children.isEmpty else { return "\(indent)<\(name)\(head)/>\n" }
        let inner = children.map { $0.markup(depth: depth + 1) }.joined()
        return "\(indent)<\(name)\(head)>\n\(inner)\(indent)</\(name)>\n"
    }
}

/// A length or position as text, to a tenth.
func coordinate(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let fraction = tenths.magnitude % 10
    return sign + String(tenths.magnitude / 10) + (fraction == 0 ? "" : ".\(fraction)")
}

extension JSONValue {
    /// The document as text, with members on lines of their own and lists of plain values on one line.
    public var indented: String {
        var text = ""
        write(to: &text, depth: 0)
        return text
    }

    /// The document as text without any white space.
    public var compact: String {
        var text = ""
        write(to: &text, depth: nil)
        return text
    }

    private var isPlain: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    private func write(to text: inout String, depth: Int?) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .finite(let value): text += Self.digits(value)
        case .string(let value): Self.quote(value, into: &text)
        case .array(let values):
            let plain = values.allSatisfy(\.isPlain)
            Self.list(values, "[", "]", into: &text, depth: plain ? nil : depth, spaced: plain && depth != nil) {
                $0.write(to: &$1, depth: $2)
            }
        case .object(let members):
            Self.list(members, "{", "}", into: &text, depth: depth, spaced: false) { member, text, depth in
                Self.quote(member.name, into: &text)
                text += depth == nil ? ":" : ": "
                member.value.write(to: &text, depth: depth)
            }
        }
    }

    private static func list<Element>(
        _ elements: [Element],
        _ open: String,
        _ close: String,
        into text: inout String,
        depth: Int?,
        spaced: Bool,
        each: (Element, inout String, Int?) -> Void
    ) {
        text += open
        for (position, element) in elements.enumerated() {
            if position > 0 { text += spaced ? ", " : "," }
            if let depth { text += "\n" + String(repeating: "  ", count: depth + 1) }
            each(element, &text, depth.map { $0 + 1 })
        }
        if let depth, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: depth) }
        text += close
    }

    private static func digits(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        let shortest = "\(value)"
        return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
    }

    private static func quote(_ value: String, into text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

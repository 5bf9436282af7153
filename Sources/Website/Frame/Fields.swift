/// What a form or the part after `?` carries: names with one or several values, in the order sent.
///
/// Source: the application/x-www-form-urlencoded parser of the WHATWG URL standard.
struct Fields: Sendable, Equatable {
    /// The pairs in the order sent.
    private(set) var pairs: [(name: String, value: String)]

    /// Nothing.
    static let none = Fields(pairs: [])

    /// Fields from pairs.
    init(pairs: [(name: String, value: String)]) { self.pairs = pairs }

    /// Reads `a=1&b=2`; bytes that are not UTF-8 become U+FFFD.
    init(encoded bytes: some Collection<UInt8>) {
        pairs = bytes.split(separator: UInt8(ascii: "&")).map { pair in
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.unescaped(halves[0]), halves.count > 1 ? Self.unescaped(halves[1]) : "")
        }
    }

    /// The first value without white space at its ends; empty when there is none.
    subscript(_ name: String) -> String {
        guard let value = pairs.first(where: { $0.name == name })?.value else { return "" }
        return Self.trimmed(value)
    }

    /// The first value as sent.
    func raw(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// The value, or nil when it is missing or white space.
    func given(_ name: String) -> String? {
        let value = self[name]
        return value.isEmpty ? nil : value
    }

    /// All values of a name.
    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// Whether a box is ticked.
    func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

    /// Two are equal when they carry the same pairs in the same order.
    static func == (left: Self, right: Self) -> Bool {
        left.pairs.elementsEqual(right.pairs) { $0.name == $1.name && $0.value == $1.value }
    }

    /// Text fit for any part of an address.
    static func escaped(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"):
                out.append(Character(Unicode.Scalar(byte)))
            default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }

    /// A part of an address with its escapes read.
    static func decoded(_ text: String) -> String { unescaped(text.utf8, plus: UInt8(ascii: "+")) }

    private static func unescaped(_ bytes: some Collection<UInt8>, plus: UInt8 = UInt8(ascii: " ")) -> String {
        var out: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let pair = hexadecimal(rest.prefix(2)) {
                out.append(pair)
                rest = rest.dropFirst(2)
            } else {
                out.append(byte == UInt8(ascii: "+") ? plus : byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func hexadecimal(_ digits: some Collection<UInt8>) -> UInt8? {
        let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        return values.count == 2 ? UInt8(values[0] << 4 | values[1]) : nil
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}

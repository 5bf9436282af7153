/// A value in a PDF file (ISO 32000-1, 7.3), streams apart.
public indirect enum PDFObject: Hashable, Sendable {
    /// `true` or `false`.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// A number, written with at most three decimals.
    case real(Double)
    /// A name, without its slash; letters, digits and `-+_.` only.
    case name(String)
    /// Words for people, in any script.
    case text(String)
    /// Bytes that mean nothing to people, written in hexadecimal.
    case bytes([UInt8])
    /// A list.
    case array([PDFObject])
    /// Keys, without their slashes, and values, in the order given.
    case dictionary([Entry])
    /// Another object of the file.
    case reference(PDFReference)

    /// A key of a dictionary with its value.
    public struct Entry: Hashable, Sendable {
        var key: String
        var value: PDFObject

        /// An entry; the key without its slash.
        public init(_ key: String, _ value: PDFObject) { (self.key, self.value) = (key, value) }
    }
}

/// The number of an object in a file.
public struct PDFReference: Hashable, Sendable {
    let number: Int
}

extension PDFObject: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral
{
    /// A list.
    public init(arrayLiteral elements: PDFObject...) { self = .array(elements) }
    /// A dictionary; the order of the keys is kept.
    public init(dictionaryLiteral elements: (String, PDFObject)...) {
        self = .dictionary(elements.map { Entry($0.0, $0.1) })
    }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .real(value) }

    /// The dictionary with one more entry; anything else stays as it is.
    public func adding(_ key: String, _ value: PDFObject?) -> PDFObject {
        guard case .dictionary(let entries) = self, let value else { return self }
        return .dictionary(entries + [Entry(key, value)])
    }
}

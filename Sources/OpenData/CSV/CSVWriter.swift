/// One cell to be written.
public enum CSVCell: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// Words from people or from elsewhere; made harmless for spreadsheets.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number with all its digits; not finite is written as an empty cell.
    case number(Double)
    /// Nothing.
    case empty

    /// Words.
    public init(stringLiteral value: String) { self = .text(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// Words, or an empty cell.
    public init(_ text: String?) { self = text.map(CSVCell.text) ?? .empty }
}

/// Writes RFC 4180 text in UTF-8.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or carriage return) gets an
/// apostrophe in front, and so does one that already has apostrophes before such a sign, so that readers of the sheets
/// here can take exactly one away again. Source: OWASP, CSV Injection.
public struct CSVWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    /// Whether formulas are made harmless.
    public let neutralises: Bool
    private let lineEnd: [UInt8]

    /// A writer that has written its header.
    ///
    /// - Parameters:
    ///   - header: The names of the columns.
    ///   - neutralises: Whether formulas are made harmless; false only for files no person will open.
    ///   - usesCRLF: Whether lines end with CRLF as in RFC 4180 rather than LF, which every reader of it takes too.
    public init(header: [String], neutralises: Bool = true, usesCRLF: Bool = false) {
        self.neutralises = neutralises
        lineEnd = usesCRLF ? [0x0D, 0x0A] : [0x0A]
        write(header.map(CSVCell.text))
    }

    /// Writes one row.
    public mutating func write(_ cells: [CSVCell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .text(let text): append(text, isAlone: cells.count == 1)
            case .integer(let value): bytes.append(contentsOf: String(value).utf8)
            case .number(let value) where value.isFinite: bytes.append(contentsOf: "\(value)".utf8)
            case .number, .empty: if cells.count == 1 { bytes.append(contentsOf: "\"\"".utf8) }
            }
        }
        bytes.append(contentsOf: lineEnd)
    }

    /// What has been written, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    private mutating func append(_ text: String, isAlone: Bool) {
        var cell = Array((neutralises ? Formula.neutralised(text) : text).utf8)
        for index in cell.indices where cell[index] == 0 { cell[index] = UInt8(ascii: " ") }
        guard Self.needsQuotes(cell, isAlone: isAlone) else {
            bytes.append(contentsOf: cell)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in cell {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsQuotes(_ cell: [UInt8], isAlone: Bool) -> Bool {
        guard let first = cell.first, let last = cell.last else { return isAlone }
        let isSpaced = [first, last].contains { $0 == 0x20 || $0 == 0x09 }
        return isSpaced || first == 0xEF || cell.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    }
}

/// Texts that a spreadsheet would take for a formula.
enum Formula {
    /// `text` with one apostrophe in front when it needs one.
    static func neutralised(_ text: String) -> String { isRisky(text) ? "'\(text)" : text }

    /// Takes away the apostrophe that ``neutralised(_:)`` put in front.
    static func restored(_ text: String) -> String {
        text.utf8.first == UInt8(ascii: "'") && isRisky(text) ? String(text.dropFirst()) : text
    }

    /// Whether what follows any apostrophes at the beginning would start a formula.
    private static func isRisky(_ text: String) -> Bool {
        switch text.utf8.first(where: { $0 != UInt8(ascii: "'") }) {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
        default: false
        }
    }
}

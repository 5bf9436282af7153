import Programme

/// Reads one sheet row by row and gathers what is wrong.
///
/// Columns are found by name in any order, whatever the case, with spaces or hyphens for underscores. Columns that nobody
/// knows are passed over, but one that is a letter away from a missing one is taken for a misspelling and named.
struct SheetReader<Column: SheetColumn>: ~Copyable {
    let source: CSVSource
    let limits: CSVLimits
    /// The faults so far.
    private(set) var faults: [CSVFault] = []
    private var scanner: CSVScanner
    private var places: [Int?] = []
    private var names: [String] = []
    private let restoresFormulas: Bool

    /// Opens a sheet and reads its header.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - limits: What is refused.
    ///   - restoresFormulas: Whether the apostrophe that ``CSVWriter`` puts before a formula is taken away.
    /// - Returns: A reader that stands before the first row.
    /// - Throws: ``OpenDataRefusal`` when the bytes cannot be read or the header is not as described.
    static func open(
        _ source: CSVSource,
        limits: CSVLimits = CSVLimits(),
        restoresFormulas: Bool = true
    ) throws(OpenDataRefusal) -> SheetReader {
        let stream = try ByteStream(source)
        var reader = SheetReader(source: source, limits: limits, restoresFormulas: restoresFormulas, stream: stream)
        try reader.readHeader()
        return reader
    }

    private init(source: CSVSource, limits: CSVLimits, restoresFormulas: Bool, stream: ByteStream) {
        self.source = source
        self.limits = limits
        self.restoresFormulas = restoresFormulas
        scanner = CSVScanner(limits: limits) { (target) throws(OpenDataRefusal) in try stream.read(into: target) }
    }

    /// The line on which the current row begins.
    var line: Int { scanner.line }

    /// Goes to the next row that has something in it; false at the end, or when there are too many faults.
    mutating func next() throws(OpenDataRefusal) -> Bool {
        while faults.count < limits.faults {
            guard try step() else { return false }
            guard scanner.count == names.count else {
                add(nil, "the row has \(Self.fields(scanner.count)), the header has \(names.count)")
                continue
            }
            if (0..<scanner.count).contains(where: { !scanner.bytes($0).isEmpty }) { return true }
        }
        return false
    }

    /// The text of a column in the current row, white space at the ends taken away; empty when the sheet has no such column.
    func text(_ column: Column) -> String {
        guard let place = places[column.rawValue] else { return "" }
        let text = scanner.text(place)
        let isSpaced = text.utf8.first.map { $0 <= 0x20 } ?? false || text.utf8.last.map { $0 <= 0x20 } ?? false
        let trimmed = isSpaced || text.utf8.last.map { $0 >= 0x80 } ?? false ? Self.trimmed(text) : text
        return restoresFormulas ? Formula.restored(trimmed) : trimmed
    }

    /// The text of a column, or nil when it is empty.
    func optional(_ column: Column) -> String? {
        let text = text(column)
        return text.isEmpty ? nil : text
    }

    /// The text of a column that must not be empty; nil, with a fault noted, when it is.
    mutating func required(_ column: Column, _ expected: String) -> String? {
        let text = text(column)
        if text.isEmpty { add(column, "is empty; \(expected) is expected") }
        return text.isEmpty ? nil : text
    }

    /// What `parse` makes of a column that may be empty; a fault when there is text that it does not understand.
    mutating func parsed<Value>(_ column: Column, _ expected: String, _ parse: (String) -> Value?) -> Value? {
        guard let text = optional(column) else { return nil }
        if let value = parse(text) { return value }
        add(column, "\"\(Self.short(text))\" is not \(expected)")
        return nil
    }

    /// The bytes of the current row without its line break.
    var rowBytes: [UInt8] { Array(scanner.recordBytes) }

    /// Whether the header has the column.
    func has(_ column: Column) -> Bool { places[column.rawValue] != nil }

    /// Notes a fault in the current row.
    mutating func add(_ column: Column?, _ message: String) {
        guard faults.count < limits.faults else { return }
        faults.append(fault(scanner.line, column?.name, message))
    }

    /// Throws what has been noted; does nothing when that is nothing.
    func throwFaults() throws(OpenDataRefusal) {
        if !faults.isEmpty { throw .malformed(CSVFaults(faults, isCutOff: faults.count >= limits.faults)) }
    }

    /// A text short enough for a fault.
    static func short(_ text: String) -> String { text.count > 40 ? "\(text.prefix(40))…" : text }

    private static var headerWords: String {
        Column.allCases.map { $0.isRequired ? $0.name : "[\($0.name)]" }.joined(separator: ",")
    }

    private static func fields(_ count: Int) -> String { count == 1 ? "1 field" : "\(count) fields" }

    private static func trimmed(_ text: String) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }

    private func fault(_ line: Int, _ column: String?, _ message: String) -> CSVFault {
        CSVFault(file: source.name, line: line, column: column, message: message)
    }

    /// One record further; a fault in the bytes ends the reading, with the faults before it.
    private mutating func step() throws(OpenDataRefusal) -> Bool {
        do throws(CSVScanner.Failure) {
            return try scanner.advance()
        } catch {
            switch error {
            case .refused(let refusal): throw refusal
            case .notCSV(let found):
                let column = found.field.map { $0 < names.count ? names[$0] : "\($0 + 1)" }
                throw .malformed(CSVFaults(faults + [fault(found.line, column, found.message)]))
            }
        }
    }

    private mutating func readHeader() throws(OpenDataRefusal) {
        guard try step() else {
            throw .malformed(
                CSVFaults([fault(1, nil, "the file is empty; the header \(Self.headerWords) is expected")])
            )
        }
        names = scanner.texts.map(Self.trimmed)
        let keys = names.map(HeaderMatch.key)
        places = Column.allCases.map { column in keys.firstIndex(of: HeaderMatch.key(column.name)) }
        let known = Set(Column.allCases.map { HeaderMatch.key($0.name) })
        let strangers = names.filter { !known.contains(HeaderMatch.key($0)) }
        for column in Column.allCases {
            let key = HeaderMatch.key(column.name)
            if keys.count(where: { $0 == key }) > 1 {
                add(column, "stands twice in the header; keep one")
            }
            guard places[column.rawValue] == nil else { continue }
            if let near = strangers.first(where: { HeaderMatch.isOneSlip(HeaderMatch.key($0), key) }) {
                add(column, "is missing, but the header has \"\(near)\"; rename it to \(column.name)")
            } else if column.isRequired {
                let near = NearestSpelling.of(column.name, among: strangers).map { "the nearest is \"\($0)\"" }
                let found = near ?? "it has \(Self.short(names.joined(separator: ",")))"
                add(column, "is missing from the header; \(found). \(Column.sheet) is \(Self.headerWords)")
            }
        }
        try throwFaults()
    }
}

/// Why bytes are not CSV.
struct CSVScanFault: Error {
    /// The line, from 1.
    let line: Int
    /// The place of the field in the record, from 0; nil when the record is meant.
    let field: Int?
    let message: String
}

/// Splits a stream into records and fields (RFC 4180), with or without a byte-order mark, with LF or CRLF.
///
/// Owns its buffer, which holds one record and one piece of the file and never grows beyond the limits. A quotation mark
/// inside an unquoted field stands for itself. Bytes above 127 are checked to be UTF-8.
struct CSVScanner: ~Copyable {
    struct Field {
        /// Offsets from the beginning of the record, without the surrounding quotes.
        var start: Int
        var end: Int
        var isQuoted: Bool
        var hasDoubledQuotes: Bool
    }

    let limits: CSVLimits
    /// The line on which the current record begins, from 1.
    var line = 1
    /// Fields of the current record.
    var count = 0
    /// Whether the current record has no quotation marks, so that its fields are what stands between `ends`.
    var isPlain = false
    /// Where the fields of a plain record end, in bytes from its beginning.
    let ends: UnsafeMutablePointer<UInt32>

    let refill: (UnsafeMutableRawBufferPointer) throws(OpenDataRefusal) -> Int
    let piece: Int
    var buffer: UnsafeMutableRawBufferPointer
    var fields: UnsafeMutableBufferPointer<Field>
    var recordStart = 0
    var recordEnd = 0
    var next = 0
    var end = 0
    var nextLine = 1
    var isAtEnd = false
    private var isFresh = true
    var openQuoteLine: Int?

    /// - Parameters:
    ///   - limits: What is refused.
    ///   - piece: Bytes asked for at a time.
    ///   - refill: Fills the memory given and returns how many bytes it wrote; 0 at the end.
    init(
        limits: CSVLimits,
        piece: Int = 1 << 18,
        refill: @escaping (UnsafeMutableRawBufferPointer) throws(OpenDataRefusal) -> Int
    ) {
        self.limits = limits
        self.piece = max(1, piece)
        self.refill = refill
        buffer = Self.bytes(max(64, self.piece))
        ends = .allocate(capacity: Self.plainFields + 64)
        fields = .allocate(capacity: max(1, min(32, limits.fields)))
    }

    deinit {
        buffer.deallocate()
        fields.deallocate()
        ends.deallocate()
    }

    /// Plain records with more fields are taken apart the careful way.
    static var plainFields: Int { 128 }

    /// A buffer with 64 bytes behind its end, so that whole blocks can be looked at.
    static func bytes(_ count: Int) -> UnsafeMutableRawBufferPointer {
        let all = UnsafeMutableRawBufferPointer.allocate(byteCount: count + 64, alignment: 64)
        _ = all[count...].initializeMemory(as: UInt8.self, repeating: 0)
        return UnsafeMutableRawBufferPointer(rebasing: all[..<count])
    }

    enum Failure: Error {
        case refused(OpenDataRefusal)
        case notCSV(CSVScanFault)
    }

    /// Goes to the next record; false at the end. Blank lines are passed over.
    mutating func advance() throws(Failure) -> Bool {
        if isFresh { try begin() }
        repeat {
            if !scanPlainRecord(), try !scanRecord() { return false }
        } while isBlank
        return true
    }

    /// The bytes of a field of the current record, doubled quotes still doubled; valid until the next `advance`.
    @inline(__always)
    func bytes(_ index: Int) -> UnsafeRawBufferPointer {
        if isPlain { return bytes(from: index, through: index) }
        let field = fields[index]
        return slice(field.start, field.end)
    }

    /// The bytes of neighbouring fields of a plain record, with the commas between them.
    @inline(__always)
    func bytes(from first: Int, through last: Int) -> UnsafeRawBufferPointer {
        slice(first == 0 ? 0 : Int(ends[first &- 1]) &+ 1, Int(ends[last]))
    }

    /// Bytes of the current record between two places that scanning has found in it.
    @inline(__always)
    private func slice(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: buffer.baseAddress.map { $0 + (recordStart &+ start) }, count: end &- start)
    }

    /// The bytes of the current record without its line break; valid until the next `advance`.
    var recordBytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer[recordStart..<recordEnd]) }

    /// The text of a field of the current record.
    func text(_ index: Int) -> String {
        let bytes = bytes(index)
        guard !isPlain, fields[index].hasDoubledQuotes else { return String(decoding: bytes, as: UTF8.self) }
        var single: [UInt8] = []
        single.reserveCapacity(bytes.count)
        var isSecond = false
        for byte in bytes {
            if byte == UInt8(ascii: "\""), !isSecond {
                isSecond = true
                continue
            }
            isSecond = false
            single.append(byte)
        }
        return String(decoding: single, as: UTF8.self)
    }

    /// The texts of all fields of the current record.
    var texts: [String] {
        var texts: [String] = []
        for index in 0..<count { texts.append(text(index)) }
        return texts
    }

    private var isBlank: Bool {
        guard count == 1 else { return false }
        return isPlain ? ends[0] == 0 : fields[0].start == fields[0].end && !fields[0].isQuoted
    }

    private mutating func begin() throws(Failure) {
        isFresh = false
        while end < 3, try fill() {}
        if end >= 2, (buffer[0] == 0xFF && buffer[1] == 0xFE) || (buffer[0] == 0xFE && buffer[1] == 0xFF) {
            throw .notCSV(CSVScanFault(line: 1, field: nil, message: "the file is UTF-16; save it as CSV in UTF-8"))
        }
        if end >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { next = 3 }
    }
}

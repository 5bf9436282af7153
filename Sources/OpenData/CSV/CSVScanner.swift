import CByteMarks

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
    /// Where the fields of the current record end in the buffer, when it is a plain one.
    var ends: UnsafeMutablePointer<UInt32>
    var plain: PlainRecords
    /// The most bytes of a plain record, so that none of its fields can be too long.
    let plainBytes: Int

    let refill: (UnsafeMutableRawBufferPointer) throws(OpenDataRefusal) -> Int
    let piece: Int
    private let spare: SpareMemory
    private var memory: SpareMemory.Piece
    /// `memory` without the bytes behind its end that are there so that whole blocks can be looked at.
    private(set) var buffer: UnsafeMutableRawBufferPointer
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
    ///   - spare: Where memory comes from.
    ///   - way: How plain records are found.
    ///   - refill: Fills the memory given and returns how many bytes it wrote; 0 at the end.
    init(
        limits: CSVLimits,
        piece: Int = 1 << 18,
        spare: SpareMemory = SpareMemory(),
        way: cg_way = CG_BEST,
        refill: @escaping (UnsafeMutableRawBufferPointer) throws(OpenDataRefusal) -> Int
    ) {
        self.limits = limits
        self.piece = max(1, piece)
        self.refill = refill
        self.spare = spare
        memory = spare.take(self.piece + self.piece / 4 + Self.beyond)
        buffer = Self.buffer(memory)
        plain = PlainRecords(way: way)
        ends = plain.ends
        plainBytes = min(limits.recordBytes, limits.fieldBytes)
        fields = .allocate(capacity: max(1, min(32, limits.fields)))
    }

    deinit {
        spare.give(memory)
        fields.deallocate()
    }

    private static let beyond = 192

    private static func buffer(_ memory: SpareMemory.Piece) -> UnsafeMutableRawBufferPointer {
        let count = memory.count - beyond
        (memory.base + count).initializeMemory(as: UInt8.self, repeating: 0, count: beyond)
        return UnsafeMutableRawBufferPointer(start: memory.base, count: count)
    }

    /// More room behind the bytes at hand.
    mutating func widen(to count: Int) {
        let wider = spare.take(count + Self.beyond)
        wider.base.copyMemory(from: memory.base, byteCount: end)
        spare.give(memory)
        memory = wider
        buffer = Self.buffer(wider)
    }

    enum Failure: Error {
        case refused(OpenDataRefusal)
        case notCSV(CSVScanFault)
    }

    /// Goes to the next record; false at the end. Blank lines are passed over.
    mutating func advance() throws(Failure) -> Bool {
        if isFresh { try begin() }
        repeat {
            if !takePlainRecord(), try !scanRecord() { return false }
        } while isBlank
        return true
    }

    /// The bytes of a field of the current record, doubled quotes still doubled; valid until the next `advance`.
    @inline(__always)
    func bytes(_ index: Int) -> UnsafeRawBufferPointer {
        if isPlain { return bytes(from: index, through: index) }
        let field = fields[index]
        return slice(recordStart &+ field.start, recordStart &+ field.end)
    }

    /// The bytes of neighbouring fields of a plain record, with the commas between them.
    @inline(__always)
    func bytes(from first: Int, through last: Int) -> UnsafeRawBufferPointer {
        slice(Int(ends[first &- 1] &+ 1), last == count &- 1 ? recordEnd : Int(ends[last]))
    }

    /// Bytes between two places that scanning has found in the buffer.
    @inline(__always)
    private func slice(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: buffer.baseAddress.map { $0 + start }, count: end &- start)
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
        return isPlain ? recordEnd == recordStart : fields[0].start == fields[0].end && !fields[0].isQuoted
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

import CByteMarks

/// Records without quotation marks and stray control characters, found many at a time in the bytes at hand.
struct PlainRecords: ~Copyable {
    /// Where the fields of all of them end, as places in the buffer; in front of the first where the record before ends.
    let ends: UnsafeMutablePointer<UInt32>
    /// For each, which of the ends is its last; in front of the first one less than the number of its first end.
    let lasts: UnsafeMutablePointer<UInt32>
    private let way: cg_way
    /// The most that are found at a time.
    static var most: Int { CG_MOST_ROWS }
    var count = 0
    var taken = 0
    var hasHighBytes = false

    init(way: cg_way) {
        self.way = way
        ends = .allocate(capacity: 1 + CG_MOST_FIELDS + CG_SPARE) + 1
        lasts = .allocate(capacity: 1 + CG_MOST_ROWS + CG_SPARE) + 1
        lasts[-1] = UInt32.max
    }

    deinit {
        (ends - 1).deallocate()
        (lasts - 1).deallocate()
    }

    /// Finds the plain records at the beginning of a part of the buffer; whether there are any.
    mutating func find(in buffer: UnsafePointer<UInt8>, _ part: Range<UInt32>) -> Bool {
        ends[-1] = part.lowerBound &- 1
        let found = cg_find_plain_rows(buffer, part.lowerBound, part.upperBound, ends, lasts, way)
        (count, taken, hasHighBytes) = (Int(found.rows), 0, found.has_high != 0)
        return count > 0
    }
}

/// The plain records that come next, to be looked at without going to each; valid until the scanner moves.
struct PlainRecordsAhead {
    fileprivate let buffer: UnsafePointer<UInt8>
    fileprivate let ends: UnsafePointer<UInt32>
    fileprivate let lasts: UnsafePointer<UInt32>
    fileprivate let hasHighBytes: Bool
    fileprivate let mostBytes: Int
    /// How many there are.
    let count: Int

    @inline(__always)
    subscript(number: Int) -> Record {
        let before = lasts[number &- 1]
        return Record(buffer: buffer, ends: ends + Int(before &+ 1), fields: Int(lasts[number] &- before))
    }

    /// Whether a record is short enough and in UTF-8.
    @inline(__always)
    func isSound(_ record: Record) -> Bool {
        let bytes = record.bytes(from: 0, through: record.fields &- 1)
        return bytes.count <= mostBytes && (!hasHighBytes || UTF8Check.firstFault(in: bytes) == nil)
    }

    struct Record {
        fileprivate let buffer: UnsafePointer<UInt8>
        fileprivate let ends: UnsafePointer<UInt32>
        /// How many fields it has.
        let fields: Int

        /// The bytes of a field; of the last one with a carriage return that ends the line.
        @inline(__always)
        func bytes(_ index: Int) -> UnsafeRawBufferPointer { bytes(from: index, through: index) }

        /// The bytes of neighbouring fields with the commas between them.
        @inline(__always)
        func bytes(from first: Int, through last: Int) -> UnsafeRawBufferPointer {
            let start = ends[first &- 1] &+ 1
            return UnsafeRawBufferPointer(start: buffer + Int(start), count: Int(ends[last] &- start))
        }
    }
}

extension CSVScanner {
    /// Goes to the next record when it is a plain one that lies whole within the bytes at hand and within the limits; when not,
    /// nothing is taken, and the careful way is to be gone.
    mutating func takePlainRecord() -> Bool {
        if plain.taken == plain.count, !findPlainRecords() { return false }
        let first = Int(plain.lasts[plain.taken &- 1] &+ 1)
        let last = Int(plain.lasts[plain.taken])
        let stop = Int(plain.ends[last])
        recordStart = next
        recordEnd = stop > next && buffer[stop &- 1] == 0x0D ? stop &- 1 : stop
        count = last &- first &+ 1
        ends = plain.ends + first
        guard isWithinLimits, !plain.hasHighBytes || UTF8Check.firstFault(in: recordBytes) == nil else {
            plain.count = plain.taken
            return false
        }
        (line, isPlain) = (nextLine, true)
        (next, nextLine) = (stop &+ 1, nextLine &+ 1)
        plain.taken &+= 1
        return true
    }

    /// The plain records that come next within the bytes at hand; nil when the next one is not plain.
    mutating func plainRecords() -> PlainRecordsAhead? {
        guard plain.taken < plain.count || findPlainRecords(), let base = buffer.baseAddress else { return nil }
        return PlainRecordsAhead(
            buffer: UnsafePointer(base.assumingMemoryBound(to: UInt8.self)),
            ends: plain.ends,
            lasts: plain.lasts + plain.taken,
            hasHighBytes: plain.hasHighBytes,
            mostBytes: plainBytes,
            count: plain.count - plain.taken
        )
    }

    /// Goes behind some of the plain records that come next.
    mutating func skipPlainRecords(_ count: Int) {
        guard count > 0 else { return }
        plain.taken += count
        next = Int(plain.ends[Int(plain.lasts[plain.taken - 1])]) + 1
        nextLine += count
    }

    private var isWithinLimits: Bool { recordEnd &- recordStart <= plainBytes && count <= limits.fields }

    private mutating func findPlainRecords() -> Bool {
        guard next < end, end < Int(UInt32.max) - 64, let base = buffer.baseAddress else { return false }
        let part = UInt32(truncatingIfNeeded: next)..<UInt32(truncatingIfNeeded: end)
        return plain.find(in: UnsafePointer(base.assumingMemoryBound(to: UInt8.self)), part)
    }
}

/// The counts of one category by LSOA in a few bytes a place, as the database keeps them.
///
/// Each place takes two numbers of seven bits a byte, lowest first, the top bit saying that more follow (LEB128): how far its
/// ``LSOA/number(ofCode:)`` lies above the one before, and its count. Places stand in the order of their codes.
public struct PackedCounts: Hashable, Sendable {
    /// The bytes.
    public private(set) var bytes: [UInt8]
    private var last: UInt32 = 0

    /// No counts yet.
    public init() { bytes = [] }

    /// Bytes as they were kept; nil when they are not packed counts.
    public init?(bytes: [UInt8]) {
        self.bytes = bytes
        var isWhole = true
        var last: UInt32 = 0
        walk { place, _ in
            last = place
        } damaged: {
            isWhole = false
        }
        guard isWhole else { return nil }
        self.last = last
    }

    /// Packs so many places with their counts, which come in the order of codes; those with a count of 0 are passed over.
    ///
    /// - Complexity: O(count), about two nanoseconds a place.
    @inlinable
    public init(sorted count: Int, _ cell: (Int) -> (place: UInt32, count: UInt32)) {
        var last: UInt32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count * Self.mostBytes) { buffer, size in
            for index in 0..<count {
                let (place, count) = cell(index)
                guard count > 0, place > last else { continue }
                Self.put(place &- last, in: buffer, &size)
                Self.put(count, in: buffer, &size)
                last = place
            }
        }
        self.init(packed: bytes, last: last)
    }

    @usableFromInline
    init(packed bytes: [UInt8], last: UInt32) { (self.bytes, self.last) = (bytes, last) }

    /// The bytes that a place can take.
    @usableFromInline static var mostBytes: Int { 10 }

    @inlinable
    @inline(__always)
    static func put(_ value: UInt32, in buffer: UnsafeMutableBufferPointer<UInt8>, _ size: inout Int) {
        var rest = value
        while rest >= 0x80 {
            buffer[size] = UInt8(truncatingIfNeeded: rest) | 0x80
            size &+= 1
            rest >>= 7
        }
        buffer[size] = UInt8(truncatingIfNeeded: rest)
        size &+= 1
    }

    /// Adds a place, whose number must be above those before it; a count of 0 is passed over.
    public mutating func append(_ place: UInt32, _ count: Int) {
        guard count > 0, place > last else { return }
        Self.put(UInt64(place - last), in: &bytes)
        Self.put(UInt64(count), in: &bytes)
        last = place
    }

    /// Hands out each place with its count, in the order of codes.
    ///
    /// - Complexity: O(bytes), about two nanoseconds a place.
    public func forEach<Failure>(_ body: (_ place: UInt32, _ count: Int) throws(Failure) -> Void) throws(Failure) {
        try walk(body, damaged: {})
    }

    /// All counts together.
    public var total: Int {
        var total = 0
        forEach { total += $1 }
        return total
    }

    private func walk<Failure>(
        _ body: (UInt32, Int) throws(Failure) -> Void,
        damaged: () -> Void
    ) throws(Failure) {
        try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
            var (position, place) = (0, UInt64(0))
            while position < bytes.count {
                guard let step = Self.take(bytes, &position), let count = Self.take(bytes, &position), step > 0,
                    count > 0, count <= UInt64(Int32.max), place + step <= UInt64(UInt32.max)
                else { return damaged() }
                place += step
                try body(UInt32(truncatingIfNeeded: place), Int(truncatingIfNeeded: count))
            }
        }
    }

    @inline(__always)
    private static func take(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt64? {
        var (value, shift) = (UInt64(0), UInt64(0))
        while position < bytes.count, shift < 42 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    private static func put(_ value: UInt64, in bytes: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}

extension LSOA {
    /// A GSS code as a number: the letter counted from A times a hundred million, and the digits; 1 or more. Nil for
    /// anything but a capital letter and eight digits, and for `A00000000`.
    public static func number(ofCode code: some StringProtocol) -> UInt32? { number(ofUTF8: code.utf8) }

    @inline(__always)
    static func number(ofUTF8 code: some Sequence<UInt8>) -> UInt32? {
        var number: UInt32 = 0
        var index = 0
        for byte in code {
            switch (index, byte) {
            case (0, 0x41...0x5A): number = UInt32(byte - 0x41)
            case (1...8, 0x30...0x39): number = number * 10 + UInt32(byte - 0x30)
            default: return nil
            }
            index += 1
        }
        return index == 9 && number > 0 ? number : nil
    }

    /// The code of a number.
    public static func code(ofNumber number: UInt32) -> String {
        var rest = number
        var bytes = [UInt8](repeating: 0, count: 9)
        for index in (1...8).reversed() {
            bytes[index] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        bytes[0] = 0x41 + UInt8(truncatingIfNeeded: min(rest, 25))
        return String(decoding: bytes, as: UTF8.self)
    }
}

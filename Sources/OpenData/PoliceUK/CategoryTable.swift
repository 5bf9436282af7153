import Programme

/// Finds a category by the words in the "Crime type" column, in one look at its length and its first and last letters.
struct CategoryTable: ~Copyable {
    private static let size = 64
    private let slots: UnsafeMutablePointer<Int>
    private let names: [[UInt8]]

    init() {
        names = CrimeCategory.allCases.map { Array($0.publishedName.utf8) }
        slots = .allocate(capacity: Self.size)
        slots.initialize(repeating: -1, count: Self.size)
        for (index, name) in names.enumerated() {
            var slot = name.withUnsafeBytes { Self.hash($0) }
            while slots[slot] >= 0 { slot = (slot + 1) & (Self.size - 1) }
            slots[slot] = index
        }
    }

    deinit { slots.deallocate() }

    /// The place of a category in the order of categories; nil for words that nobody publishes.
    @inline(__always)
    func index(of words: UnsafeRawBufferPointer) -> Int? {
        guard words.count >= 4 else { return nil }
        var slot = Self.hash(words)
        while slots[slot] >= 0 {
            let isEqual = names[slots[slot]].withUnsafeBytes { SameBytes.are(words, $0) }
            if isEqual { return slots[slot] }
            slot = (slot + 1) & (Self.size - 1)
        }
        return nil
    }

    @inline(__always)
    private static func hash(_ words: UnsafeRawBufferPointer) -> Int {
        let first = words.loadUnaligned(as: UInt32.self)
        let last = words.loadUnaligned(fromByteOffset: words.count - 4, as: UInt32.self)
        let mixed = (first ^ last << 7 ^ UInt32(truncatingIfNeeded: words.count)) &* 0x9E37_79B9
        return Int(mixed >> 26)
    }
}

/// Compares bytes eight at a time.
enum SameBytes {
    @inline(__always)
    static func are(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        let count = left.count
        guard count == right.count else { return false }
        guard count >= 8 else {
            for index in 0..<count where left[index] != right[index] { return false }
            return true
        }
        var index = 0
        while index + 8 < count {
            guard word(left, index) == word(right, index) else { return false }
            index += 8
        }
        return word(left, count - 8) == word(right, count - 8)
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
}

import Programme

/// Counts by place and category, in memory that grows with the number of places and not with the file.
struct PlaceTable: ~Copyable {
    /// More places than England, Wales and Northern Ireland have had in all census editions together.
    static let limit = 250_000
    /// Room for the categories of one place.
    private static let width = 16

    private struct Slot {
        var key: UInt64
        var place: Int
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var slotCount = 4096
    private var counts: UnsafeMutablePointer<UInt32>
    private var capacity = 1024
    private var keys: [UInt64] = [0]
    private var names: [String] = [""]

    init() {
        slots = Self.empty(slotCount)
        counts = .allocate(capacity: capacity * Self.width)
        counts.initialize(repeating: 0, count: capacity * Self.width)
    }

    deinit {
        slots.deallocate()
        counts.deallocate()
    }

    /// The nine characters of an ONS code in 64 bits: the first eight, and the last digit where the second character says no
    /// more than that it is a digit. Nil for anything that is not a letter and eight digits.
    @inline(__always)
    static func key(_ code: UnsafeRawBufferPointer) -> UInt64? {
        guard code.count == 9 else { return nil }
        let word = UInt64(littleEndian: code.loadUnaligned(as: UInt64.self))
        let last = UInt64(code[8])
        let high: UInt64 = 0xF0F0_F0F0_F0F0_F000, digits: UInt64 = 0x3030_3030_3030_3000
        let sixes: UInt64 = 0x0606_0606_0606_0600
        guard word & high == digits, (word &+ sixes) & high == digits, last &- 0x30 <= 9, word & 0xFF &- 0x41 <= 25
        else {
            return nil
        }
        return word ^ (last & 0xF) << 12
    }

    /// Adds one row without a place.
    mutating func addUnallocated(_ category: Int) { counts[category] &+= 1 }

    /// Adds one row; false when there are more places than there can be.
    @inline(__always)
    mutating func add(_ key: UInt64, name: @autoclosure () -> String, category: Int) -> Bool {
        var slot = Self.hash(key) & (slotCount - 1)
        while slots[slot].key != key {
            if slots[slot].key == 0 { return insert(key, name(), at: slot, category) }
            slot = (slot + 1) & (slotCount - 1)
        }
        counts[slots[slot].place &* Self.width &+ category] &+= 1
        return true
    }

    /// The places in order of their codes, and the counts of every category that has any in the order of categories.
    func sorted() -> (places: [LSOA], categories: [CategoryCounts]) {
        let order = keys.indices.dropFirst().map { (number: Self.number(keys[$0]), place: $0) }
            .sorted { $0.number < $1.number }
        let places = order.map { LSOA(code: LSOA.code(ofNumber: $0.number), name: names[$0.place]) }
        let categories = CrimeCategory.allCases.enumerated().compactMap { index, category in
            var packed = PackedCounts()
            for (number, place) in order {
                packed.append(number, Int(counts[place &* Self.width &+ index]))
            }
            let unallocated = Int(counts[index])
            return packed.bytes.isEmpty && unallocated == 0
                ? nil : CategoryCounts(category: category, places: packed, unallocated: unallocated)
        }
        return (places, categories)
    }

    private static func number(_ key: UInt64) -> UInt32 {
        var number = UInt32(key & 0xFF) &- 0x41
        for index in 1..<UInt64(8) { number = number &* 10 &+ UInt32(key >> (index * 8) & 0xF) }
        return number &* 10 &+ UInt32(key >> 12 & 0xF ^ 3)
    }

    /// A slot by the upper bits of a product, on which every digit has an influence.
    @inline(__always)
    private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 44) }

    private static func empty(_ count: Int) -> UnsafeMutablePointer<Slot> {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
        slots.initialize(repeating: Slot(key: 0, place: 0), count: count)
        return slots
    }

    private mutating func insert(_ key: UInt64, _ name: String, at slot: Int, _ category: Int) -> Bool {
        guard keys.count < Self.limit else { return false }
        slots[slot] = Slot(key: key, place: keys.count)
        if keys.count == capacity { widen() }
        counts[keys.count * Self.width + category] = 1
        keys.append(key)
        names.append(name)
        if keys.count * 2 > slotCount { grow() }
        return true
    }

    private mutating func widen() {
        let (old, count) = (counts, capacity * Self.width)
        capacity *= 2
        counts = .allocate(capacity: capacity * Self.width)
        counts.moveInitialize(from: old, count: count)
        (counts + count).initialize(repeating: 0, count: capacity * Self.width - count)
        old.deallocate()
    }

    private mutating func grow() {
        let (old, oldCount) = (slots, slotCount)
        slotCount *= 2
        slots = Self.empty(slotCount)
        for index in 0..<oldCount where old[index].key != 0 {
            var slot = Self.hash(old[index].key) & (slotCount - 1)
            while slots[slot].key != 0 { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = old[index]
        }
        old.deallocate()
    }
}

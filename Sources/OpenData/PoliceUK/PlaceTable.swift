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

    private let spare: SpareMemory
    private var slots: Zeros<Slot>
    private var slotCount = 4096
    private var counts: Zeros<UInt32>
    private var capacity = 1024
    private var keys: [UInt64] = [0]
    /// The names as they came, one after another, and where each begins.
    private var names: [UInt8] = []
    private var nameStarts = [0]

    init(_ spare: SpareMemory) {
        self.spare = spare
        slots = Zeros(slotCount, spare)
        counts = Zeros(capacity * Self.width, spare)
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
    mutating func addUnallocated(_ category: Int) { counts.base[category] &+= 1 }

    /// Adds one row; false when nothing was added because the place is new.
    @inline(__always)
    mutating func add(_ key: UInt64, _ category: Int) -> Bool {
        let slots = slots.base
        var slot = Self.hash(key) & (slotCount &- 1)
        while slots[slot].key != key {
            if slots[slot].key == 0 { return false }
            slot = (slot &+ 1) & (slotCount &- 1)
        }
        counts.base[slots[slot].place &* Self.width &+ category] &+= 1
        return true
    }

    /// Whether so many more places can be held.
    func hasRoom(for count: Int) -> Bool { keys.count + count <= Self.limit }

    /// Adds one row of a new place, for which there must be room.
    mutating func insert(_ key: UInt64, named name: UnsafeRawBufferPointer, _ category: Int) {
        var slot = Self.hash(key) & (slotCount - 1)
        while slots.base[slot].key != 0 { slot = (slot + 1) & (slotCount - 1) }
        slots.base[slot] = Slot(key: key, place: keys.count)
        if keys.count == capacity { widen() }
        counts.base[keys.count * Self.width + category] = 1
        keys.append(key)
        nameStarts.append(names.count)
        names.append(contentsOf: name)
        if keys.count * 2 > slotCount { grow() }
    }

    /// The places in order of their codes, and the counts of every category that has any in the order of categories.
    func sorted() -> (places: PlaceNames, categories: [CategoryCounts]) {
        let order = keys.indices.dropFirst().map { UInt64(Self.number(keys[$0])) << 32 | UInt64($0) }.sorted()
        var places = PlaceNames()
        places.reserveCapacity(order.count)
        names.withUnsafeBytes { names in
            for entry in order {
                let place = Int(entry & 0xFFFF_FFFF)
                let end = place + 1 < nameStarts.count ? nameStarts[place + 1] : names.count
                places.append(UInt32(entry >> 32), UnsafeRawBufferPointer(rebasing: names[nameStarts[place]..<end]))
            }
        }
        let counts = counts.base
        let categories = CrimeCategory.allCases.enumerated().compactMap { index, category in
            let packed = PackedCounts(sorted: order.count) { number in
                let entry = order[number]
                return (UInt32(entry >> 32), counts[Int(entry & 0xFFFF_FFFF) &* Self.width &+ index])
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

    private mutating func widen() {
        let wider = Zeros<UInt32>(capacity * 2 * Self.width, spare)
        wider.base.update(from: counts.base, count: capacity * Self.width)
        counts = wider
        capacity *= 2
    }

    private mutating func grow() {
        let wider = Zeros<Slot>(slotCount * 2, spare)
        for index in 0..<slotCount where slots.base[index].key != 0 {
            var slot = Self.hash(slots.base[index].key) & (slotCount * 2 - 1)
            while wider.base[slot].key != 0 { slot = (slot + 1) & (slotCount * 2 - 1) }
            wider.base[slot] = slots.base[index]
        }
        slots = wider
        slotCount *= 2
    }
}

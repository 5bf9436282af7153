/// The Crime IDs seen in a file, as 64-bit hashes: two different IDs are taken for one with a chance of one in ten million
/// at the limit of a million.
struct CrimeIDSet: ~Copyable {
    enum Answer {
        case new, seen, full
    }

    private static let limit = 1 << 20
    private var slots = [UInt64](repeating: 0, count: 1 << 14)
    private var count = 0

    /// Takes an ID; `full` when it is not among those held and no more are held.
    mutating func insert(_ id: UnsafeRawBufferPointer) -> Answer {
        let key = Self.hash(id)
        var slot = Int(truncatingIfNeeded: key) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == key { return .seen }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard count < Self.limit else { return .full }
        slots[slot] = key
        count += 1
        if count * 2 > slots.count { grow() }
        return .new
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for key in old where key != 0 {
            var slot = Int(truncatingIfNeeded: key) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = key
        }
    }

    /// Never 0. Folds 128-bit products, as wyhash does.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var state = UInt64(truncatingIfNeeded: bytes.count) ^ 0xA076_1D64_78BD_642F
        var index = 0
        while index + 8 <= bytes.count {
            state = fold(state ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self), 0xE703_7ED1_A0B4_28DB)
            index += 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = rest << 8 | UInt64(bytes[index])
            index += 1
        }
        let hash = fold(state ^ rest, 0x8EBC_6AF0_9C88_C6E3)
        return hash == 0 ? 1 : hash
    }

    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}

import CByteMarks

/// The Crime IDs seen in a file, as 64-bit hashes: two different IDs are taken for one with a chance of one in ten million
/// at the limit of a million.
struct CrimeIDSet: ~Copyable {
    enum Answer {
        case new, seen, full
    }

    private static let limit = 1 << 20
    private let spare: SpareMemory
    private var slots: Zeros<UInt64>
    private var capacity = 1 << 15
    private var count = 0

    init(_ spare: SpareMemory) {
        self.spare = spare
        slots = Zeros(capacity, spare)
    }

    /// Lets the processor fetch the place of a hash before it is asked for.
    @inline(__always)
    func fetch(_ key: UInt64) { cg_fetch(slots.base + (Int(truncatingIfNeeded: key) & (capacity &- 1))) }

    /// Takes the hash of an ID; `full` when it is not among those held and no more are held.
    @inline(__always)
    mutating func insert(_ key: UInt64) -> Answer {
        let slots = slots.base
        var slot = Int(truncatingIfNeeded: key) & (capacity &- 1)
        while slots[slot] != 0 {
            if slots[slot] == key { return .seen }
            slot = (slot &+ 1) & (capacity &- 1)
        }
        guard count < Self.limit else { return .full }
        slots[slot] = key
        count &+= 1
        if count &* 2 > capacity { grow() }
        return .new
    }

    private mutating func grow() {
        let wider = Zeros<UInt64>(capacity * 2, spare)
        for index in 0..<capacity where slots.base[index] != 0 {
            var slot = Int(truncatingIfNeeded: slots.base[index]) & (capacity * 2 - 1)
            while wider.base[slot] != 0 { slot = (slot + 1) & (capacity * 2 - 1) }
            wider.base[slot] = slots.base[index]
        }
        slots = wider
        capacity *= 2
    }

    /// Never 0. Folds 128-bit products, as wyhash does; the eight words of a published ID independently of each other.
    @inline(__always)
    static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let state = UInt64(truncatingIfNeeded: bytes.count) ^ 0xA076_1D64_78BD_642F
        guard bytes.count != 64 else {
            let one = fold(word(bytes, 0) ^ 0xE703_7ED1_A0B4_28DB, word(bytes, 1) ^ 0x8EBC_6AF0_9C88_C6E3)
            let two = fold(word(bytes, 2) ^ 0x5896_89E1_7B2B_9D4F, word(bytes, 3) ^ 0x1D8E_4E27_C47D_124F)
            let three = fold(word(bytes, 4) ^ 0xEB44_ACCA_B455_D165, word(bytes, 5) ^ 0xA3B1_95F4_F6C2_28D7)
            let four = fold(word(bytes, 6) ^ 0xC2B2_AE3D_27D4_EB4F, word(bytes, 7) ^ 0x9E37_79B9_7F4A_7C15)
            let hash = fold(one ^ three ^ state, two ^ four ^ 0x8EBC_6AF0_9C88_C6E3)
            return hash == 0 ? 1 : hash
        }
        return hash(unusual: bytes, state)
    }

    private static func hash(unusual bytes: UnsafeRawBufferPointer, _ start: UInt64) -> UInt64 {
        var (state, index) = (start, 0)
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

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
    }

    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}

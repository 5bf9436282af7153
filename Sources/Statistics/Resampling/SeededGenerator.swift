/// A generator of random numbers that gives the same numbers for the same seed on every machine: xoshiro256\*\*, its state
/// filled by SplitMix64.
///
/// It is for simulation, never for secrets.
///
/// Source: D. Blackman, S. Vigna, ACM Transactions on Mathematical Software 47 (2021), 36; G. L. Steele, D. Lea,
/// C. H. Flood, OOPSLA 2014 (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// A generator for this seed; near seeds give unrelated numbers.
    public init(seed: UInt64) {
        var mixer = seed
        state = (Self.mixed(&mixer), Self.mixed(&mixer), Self.mixed(&mixer), Self.mixed(&mixer))
    }

    /// One of many generators of the same seed, for work that is shared out: each stream gives numbers unrelated to the others'.
    init(seed: UInt64, stream: UInt64) {
        var mixer = seed
        mixer = Self.mixed(&mixer) ^ (stream &* 0xD134_2543_DE82_EF95)
        self.init(seed: mixer)
    }

    init(state: (UInt64, UInt64, UInt64, UInt64)) { self.state = state }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        let scrambled = Self.rotated(state.1 &* 5, 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotated(state.3, 45)
        return scrambled
    }

    /// A number from 0 up to but not including 1, a multiple of 2^-53.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A whole number below `bound`, each as likely as the others (D. Lemire, ACM TOMACS 29 (2019), 3).
    mutating func index(below bound: Int) -> Int {
        let bound = UInt64(bound)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }

    /// The elements in random order (R. Durstenfeld, Communications of the ACM 7 (1964), 420).
    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var order = elements
        for place in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(place, index(below: place + 1))
        }
        return order
    }

    /// Two whole numbers below `bound`, which must be below 2³², from one random number.
    @inline(__always)
    mutating func twoIndices(below bound: Int) -> (Int, Int) {
        let bits = next(), bound = UInt64(truncatingIfNeeded: bound)
        let first = (bits >> 32) &* bound, second = (bits & 0xFFFF_FFFF) &* bound
        if UInt32(truncatingIfNeeded: first) < bound || UInt32(truncatingIfNeeded: second) < bound {
            let threshold = (1 << 32) % bound
            if UInt64(UInt32(truncatingIfNeeded: first)) < threshold
                || UInt64(UInt32(truncatingIfNeeded: second)) < threshold
            {
                return (index(below: Int(bound)), index(below: Int(bound)))
            }
        }
        return (Int(first >> 32), Int(second >> 32))
    }

    /// One step of SplitMix64.
    static func mixed(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    private static func rotated(_ value: UInt64, _ by: UInt64) -> UInt64 { (value << by) | (value >> (64 - by)) }
}

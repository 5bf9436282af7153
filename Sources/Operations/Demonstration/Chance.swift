/// The demonstration's own chance: the same seed and topic give the same sequence on every machine and in every release.
///
/// Numbers come from SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). Only whole numbers, sums, products and square roots are
/// used, which IEEE 754 fixes to the last bit; the standard library's shuffles and ranges may change and are not used.
struct Chance {
    private var state: UInt64

    /// The sequence that SplitMix64 gives from a state.
    init(state: UInt64) { self.state = state }

    /// A sequence of its own for each topic, so that a change in one part of the demonstration leaves the others alone.
    init(seed: UInt64, topic: String) {
        // FNV-1a over the topic's bytes.
        state = topic.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        _ = next()
    }

    /// 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 to `count` - 1; 0 when `count` is below 1.
    mutating func below(_ count: Int) -> Int {
        count < 1 ? 0 : Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }

    /// A whole number of a range.
    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// A number from 0 up to but not including 1.
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Whether something of this probability happens.
    mutating func happens(_ probability: Double) -> Bool { uniform() < probability }

    /// A number that is nearly normal with mean 0 and variance 1: twelve uniform numbers less six (Irwin-Hall).
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += uniform() }
        return sum
    }

    /// One of the elements, all equally likely; nil of none.
    mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// One of the elements, each as likely as its whole-number weight; nil when no weight is above 0.
    mutating func pick<Element>(_ elements: [Element], weight: (Element) -> Int) -> Element? {
        var rest = below(elements.reduce(0) { $0 + max(0, weight($1)) })
        return elements.first { element in
            rest -= max(0, weight(element))
            return rest < 0
        }
    }

    /// The elements in an order of chance (Fisher and Yates).
    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for last in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(last, below(last + 1)) }
        return elements
    }

    /// So many bytes.
    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 56) } }

    /// `total` cut into `count` whole parts of 1 or more, the largest about five times the smallest.
    mutating func parts(of total: Int, _ count: Int) -> [Int] {
        let weights = (0..<count).map { _ in 0.5 + 2 * uniform() }
        let sum = weights.reduce(0, +)
        var parts = weights.map { max(1, Int(Double(total) * $0 / sum)) }
        guard !parts.isEmpty else { return [] }
        var rest = total - parts.reduce(0, +)
        var index = 0
        while rest != 0, total >= count {
            let step = rest > 0 ? 1 : parts[index] > 1 ? -1 : 0
            parts[index] += step
            rest -= step
            index = (index + 1) % count
        }
        return parts
    }
}

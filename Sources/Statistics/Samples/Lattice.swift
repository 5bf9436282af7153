/// Numbers that are whole multiples of one step, as answers on a scale and their means over a few items are.
struct Lattice {
    /// The multiples, in the order of the numbers.
    let multiples: [Int]

    /// Finds the largest step 1/q, q up to 1,000, of which all numbers are multiples to ten decimals; nil when there is none.
    /// - Complexity: O(n) for each q tried.
    init?(_ numbers: [Double]) {
        let most = numbers.reduce(0) { max($0, abs($1)) }
        guard most < 1e6 else { return nil }
        guard
            let parts = (1...1000).first(where: { parts in
                let parts = Double(parts), slack = parts * 1e-10
                return numbers.allSatisfy { abs($0 * parts - ($0 * parts).rounded()) <= slack }
            })
        else { return nil }
        let whole = numbers.map { Int(($0 * Double(parts)).rounded()) }
        let common = max(1, whole.reduce(0) { Self.commonDivisor($0, $1.magnitude) })
        multiples = whole.map { $0 / Int(common) }
    }

    private static func commonDivisor(_ first: UInt, _ second: UInt) -> UInt {
        var (first, second) = (first, second)
        while second != 0 { (first, second) = (second, first % second) }
        return first
    }
}

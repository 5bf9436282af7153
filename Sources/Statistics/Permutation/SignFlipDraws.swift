/// Random patterns of signs, eight changes at a time by a table of all their 256 sums.
struct SignFlipDraws {
    private let tables: [Double]
    private let bytes: Int
    private let bound: Double

    init(_ changes: [Double]) throws(StatisticsError) {
        let total = changes.reduce(0) { $0 + abs($1) }
        guard total.isFinite else { throw .notFinite }
        bound = abs(compensatedSum(changes)) - 1e-12 * total
        bytes = (changes.count + 7) / 8
        var tables = Array(repeating: 0.0, count: bytes * 256)
        for (place, change) in changes.enumerated() {
            let table = place / 8 * 256
            for pattern in 0..<256 { tables[table + pattern] += (pattern >> (place % 8)) & 1 == 0 ? change : -change }
        }
        self.tables = tables
    }

    /// How many of `flips` patterns have a sum as far from zero as the one seen, or further.
    /// - Complexity: O(flips × n / 8), on all cores; the blocks have generators of their own, so the count depends on the
    ///   seed only.
    func reached(flips: Int, seed: UInt64) -> Int {
        let block = 4096
        let counts = Parallel.map((flips + block - 1) / block) { index in
            reached(min(block, flips - index * block), SeededGenerator(seed: seed, stream: UInt64(index)))
        }
        return counts.reduce(0, +)
    }

    private func reached(_ flips: Int, _ generator: SeededGenerator) -> Int {
        var generator = generator, reached = 0
        tables.withUnsafeBufferPointer { tables in
            for _ in 0..<flips {
                var sum = 0.0, table = 0
                for _ in 0..<(bytes / 8) {
                    var bits = generator.next()
                    for _ in 0..<8 {
                        sum += tables[table + Int(bits & 255)]
                        bits >>= 8
                        table += 256
                    }
                }
                if bytes % 8 > 0 {
                    var bits = generator.next()
                    for _ in 0..<(bytes % 8) {
                        sum += tables[table + Int(bits & 255)]
                        bits >>= 8
                        table += 256
                    }
                }
                if abs(sum) >= bound { reached += 1 }
            }
        }
        return reached
    }
}

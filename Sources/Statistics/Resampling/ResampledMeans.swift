/// Means of samples drawn with replacement from deviations around their mean.
struct ResampledMeans {
    /// The deviations, ascending.
    private let deviations: [Double]
    private let groups: [(value: Double, count: Int)]
    /// A mean of this size is nothing but rounding.
    private let rounding: Double

    /// Takes deviations in ascending order.
    init(_ deviations: [Double]) {
        self.deviations = deviations
        rounding = 1e-12 * max(abs(deviations.first ?? 0), abs(deviations.last ?? 0))
        var groups: [(value: Double, count: Int)] = []
        for value in deviations {
            if let last = groups.last, last.value == value {
                groups[groups.count - 1].count += 1
            } else {
                groups.append((value, 1))
            }
        }
        self.groups = groups
    }

    /// `count` resampled means, in an order that depends on the seed only.
    func drawn(_ count: Int, seed: UInt64) -> [Double] {
        let block = 512
        return Parallel.map((count + block - 1) / block) { index in
            var generator = SeededGenerator(seed: seed, stream: UInt64(index))
            let size = min(block, count - index * block)
            return groups.count * 24 < deviations.count ? counted(size, &generator) : listed(size, &generator)
        }
        .flatMap { $0 }
    }

    private func mean(_ sum: Double) -> Double {
        let mean = sum / Double(deviations.count)
        return abs(mean) <= rounding ? 0 : mean
    }

    /// Draws how often each distinct value occurs.
    private func counted(_ size: Int, _ generator: inout SeededGenerator) -> [Double] {
        (0..<size).map { _ in
            var sum = 0.0, draws = deviations.count, left = deviations.count
            for group in groups {
                let drawn = generator.binomial(trials: draws, probability: Double(group.count) / Double(left))
                sum += Double(drawn) * group.value
                draws -= drawn
                left -= group.count
                if draws == 0 { break }
            }
            return mean(sum)
        }
    }

    /// Draws person by person, two from each random number.
    private func listed(_ size: Int, _ generator: inout SeededGenerator) -> [Double] {
        deviations.withUnsafeBufferPointer { values in
            (0..<size).map { _ in
                var one = 0.0, other = 0.0
                for _ in 0..<(values.count / 2) {
                    let (first, second) = generator.twoIndices(below: values.count)
                    one += values[first]
                    other += values[second]
                }
                if values.count % 2 == 1 { one += values[generator.index(below: values.count)] }
                return mean(one + other)
            }
        }
    }
}

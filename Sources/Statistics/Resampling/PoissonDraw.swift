import CSpecialFunctions

extension SeededGenerator {
    /// A Poisson number with this mean: by inversion below 10, above by transformed rejection with squeeze (PTRS).
    /// - Complexity: O(1) on average; O(10) steps below 10.
    ///
    /// Source: W. Hörmann, Insurance: Mathematics and Economics 12 (1993), 39-45.
    mutating func poisson(mean: Double) -> Double {
        guard mean > 0 else { return 0 }
        return mean < 10 ? invertedPoisson(mean) : rejectedPoisson(mean)
    }

    private mutating func invertedPoisson(_ mean: Double) -> Double {
        var remaining = unit(), density = cg_exp(-mean), count = 0.0
        while remaining >= density {
            remaining -= density
            count += 1
            density *= mean / count
            if density < 1e-300 { break }
        }
        return count
    }

    private mutating func rejectedPoisson(_ mean: Double) -> Double {
        let root = mean.squareRoot(), logarithm = cg_log(mean)
        let b = 0.931 + 2.53 * root
        let a = -0.059 + 0.02483 * b
        let squeeze = 0.9277 - 3.6224 / (b - 2), inverse = 1.1239 + 1.1328 / (b - 3.4)
        while true {
            let u = unit() - 0.5, v = 1 - unit()
            let room = 0.5 - abs(u)
            let count = ((2 * a / room + b) * u + mean + 0.43).rounded(.down)
            if room >= 0.07, v <= squeeze { return count }
            guard count >= 0, room >= 0.013 || v <= room else { continue }
            let height = cg_log(v * inverse / (a / (room * room) + b))
            if height <= count * logarithm - mean - cg_log_gamma(count + 1) { return count }
        }
    }
}

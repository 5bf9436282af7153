import CSpecialFunctions

/// Standard normal numbers two by two, by Marsaglia's polar method.
///
/// Source: G. Marsaglia, T. A. Bray, SIAM Review 6 (1964), 260-264.
struct NormalDraws {
    private var spare: Double?

    mutating func next(_ generator: inout SeededGenerator) -> Double {
        if let spare {
            self.spare = nil
            return spare
        }
        while true {
            let x = 2 * generator.unit() - 1, y = 2 * generator.unit() - 1
            let square = x * x + y * y
            guard square > 0, square < 1 else { continue }
            let scale = (-2 * cg_log(square) / square).squareRoot()
            spare = y * scale
            return x * scale
        }
    }
}

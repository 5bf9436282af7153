import CSpecialFunctions

extension SeededGenerator {
    /// The number of successes in `trials` independent trials with this chance of success.
    ///
    /// Small means are inverted step by step; larger ones use transformed rejection with squeeze (BTRS), which takes about
    /// 1.2 pairs of random numbers whatever the size.
    /// - Complexity: O(1) on average; O(10) steps for means below 10.
    ///
    /// Source: W. Hörmann, Journal of Statistical Computation and Simulation 46 (1993), 101-110.
    mutating func binomial(trials: Int, probability: Double) -> Int {
        guard trials > 0, probability > 0 else { return 0 }
        guard probability < 1 else { return trials }
        if probability > 0.5 { return trials - binomial(trials: trials, probability: 1 - probability) }
        return Double(trials) * probability < 10
            ? inverted(trials, probability) : rejected(Double(trials), probability)
    }

    private mutating func inverted(_ trials: Int, _ probability: Double) -> Int {
        let odds = probability / (1 - probability)
        var remaining = unit()
        var density = cg_exp(Double(trials) * cg_log1p(-probability))
        for k in 0..<trials {
            if remaining < density { return k }
            remaining -= density
            density *= odds * Double(trials - k) / Double(k + 1)
            // Beyond the mean the density falls; what is left below its rounding is not worth a step.
            if density < 1e-300 { return k + 1 }
        }
        return trials
    }

    private mutating func rejected(_ trials: Double, _ probability: Double) -> Int {
        let spread = (trials * probability * (1 - probability)).squareRoot()
        let b = 1.15 + 2.53 * spread
        let a = -0.0873 + 0.0248 * b + 0.01 * probability
        let centre = trials * probability + 0.5, squeeze = 0.92 - 4.2 / b
        let odds = probability / (1 - probability), scale = (2.83 + 5.1 / b) * spread
        let mode = ((trials + 1) * probability).rounded(.down)
        while true {
            let u = unit() - 0.5, v = 1 - unit()
            let room = 0.5 - abs(u)
            let k = ((2 * a / room + b) * u + centre).rounded(.down)
            if room >= 0.07, v <= squeeze { return Int(k) }
            guard k >= 0, k <= trials else { continue }
            let height = cg_log(v * scale / (a / (room * room) + b))
            let bound =
                (mode + 0.5) * cg_log((mode + 1) / (odds * (trials - mode + 1)))
                + (trials + 1) * cg_log((trials - mode + 1) / (trials - k + 1))
                + (k + 0.5) * cg_log(odds * (trials - k + 1) / (k + 1))
                + Self.stirling(mode) + Self.stirling(trials - mode) - Self.stirling(k) - Self.stirling(trials - k)
            if height <= bound { return Int(k) }
        }
    }

    /// ln k! less Stirling's formula for it, in the form (k + ½) ln(k + 1) - (k + 1) + ½ ln 2π.
    private static func stirling(_ k: Double) -> Double {
        if k < 10 {
            return cg_log_gamma(k + 1) - ((k + 0.5) * cg_log(k + 1) - (k + 1) + 0.918938533204672741780)
        }
        let square = (k + 1) * (k + 1)
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1)
    }
}

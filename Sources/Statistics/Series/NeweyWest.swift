/// Newey and West's variance of a sum of terms that may be correlated over neighbouring months.
///
/// Products of terms l months apart count with Bartlett's weight 1 - l / (L + 1), up to the lag L; lag 0 is White's variance.
/// Terms of different series are taken as uncorrelated. A gap is passed over: the months on its two sides count as
/// neighbours (the equal-spacing form of Datta and Du), as R's `sandwich::NeweyWest(prewhite = FALSE, adjust = FALSE)` does
/// with the rows that are there.
///
/// Source: W. K. Newey, K. D. West, Econometrica 55 (1987), 703-708; D. D. Datta, W. Du, NBER Technical Working Paper
/// 0100 (2012).
public enum NeweyWest {
    /// The lag floor(4 (n / 100)^(2/9)) often used for n observations.
    public static func usualLag(observations: Int) -> Int {
        // The largest L with (L / 4)^9 ≤ (n / 100)^2, found without a power function.
        let square = Double(observations) / 100 * Double(observations) / 100
        var lag = 0
        while power9(Double(lag + 1) / 4) <= square * (1 + 1e-12) { lag += 1 }
        return lag
    }

    private static func power9(_ base: Double) -> Double {
        let cube = base * base * base
        return cube * cube * cube
    }

    /// The variance of the sum of terms, in the order of months within each run.
    /// - Complexity: O(terms × lag).
    static func variance(_ terms: [Double], runs: [Range<Int>], lag: Int) -> Double {
        var total = 0.0
        for run in runs {
            for place in run { total += terms[place] * terms[place] }
            for distance in stride(from: 1, through: min(lag, run.count - 1), by: 1) {
                var sum = 0.0
                for place in (run.lowerBound + distance)..<run.upperBound {
                    sum += terms[place] * terms[place - distance]
                }
                total += 2 * (1 - Double(distance) / Double(lag + 1)) * sum
            }
        }
        return total
    }
}

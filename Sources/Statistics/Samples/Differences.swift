/// Differences between two numbers that people wrote as decimals.
public enum Differences {
    /// `to - from`, rounded to ten decimal places, so that 0.8 - (-0.2) equals 1.0 - 0.0 when ties and zeros are looked for.
    ///
    /// Means and deviations use the plain difference; only the questions "zero?" and "equal?" use this one.
    public static func decimal(from: Double, to: Double) -> Double {
        let difference = to - from
        let scaled = (difference * 1e10).rounded()
        guard scaled.isFinite else { return difference }
        return scaled / 1e10 + 0
    }
}

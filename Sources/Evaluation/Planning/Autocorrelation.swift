/// ρ: how much a month's surplus of calls carries over to the next, and where the number comes from.
public struct Autocorrelation: Hashable, Sendable {
    /// Where an autocorrelation comes from.
    public enum Source: Hashable, Sendable {
        /// Somebody chose it; the sentence says so.
        case assumed
        /// Estimated from what neighbouring months of the areas' own counts have in common.
        case estimated(lagOne: Double?)
    }

    /// The autocorrelation, 0 to below 1.
    public let value: Double
    /// Where it comes from.
    public let source: Source

    /// An autocorrelation.
    public init(value: Double, source: Source) { (self.value, self.source) = (value, source) }

    /// An assumed autocorrelation.
    public static func assumed(_ value: Double) -> Autocorrelation { Autocorrelation(value: value, source: .assumed) }

    /// What a sentence says of it.
    var words: String {
        let number = Wording.number(value, decimals: value == 0 ? 0 : 2)
        switch source {
        case .assumed: return "autocorrelation \(number), assumed"
        case .estimated(let lagOne?) where lagOne < 0:
            return "autocorrelation 0, as neighbouring months have nothing in common (\(Wording.signed(lagOne)))"
        case .estimated: return "autocorrelation \(number), estimated"
        }
    }
}

/// A price index, with which a cost of one year becomes a cost in the prices of another.
public struct PriceIndex: Hashable, Sendable {
    /// The index of a year.
    public struct Year: Hashable, Sendable {
        /// The year as sources write it: `2011/12` for a financial year, `2003` for a calendar year.
        public var year: String
        /// The index, above 0.
        public var index: Double

        /// A year.
        public init(_ year: String, index: Double) { (self.year, self.index) = (year, index) }
    }

    /// The name, as printed: "GDP deflator at market prices".
    public var name: String
    /// The years in the order of the file, each once.
    public var years: [Year]
    /// Where it is from.
    public var provenance: Provenance

    /// An index.
    public init(name: String, years: [Year], provenance: Provenance) {
        (self.name, self.years, self.provenance) = (name, years, provenance)
    }

    /// What a price of one year is multiplied by to stand in the prices of another; nil when a year is not in the index.
    public func factor(from: String, to: String) -> Double? {
        guard let start = years.first(where: { $0.year == from }), let end = years.first(where: { $0.year == to })
        else {
            return nil
        }
        return end.index / start.index
    }
}

import Statistics

/// How the months of a year differ from their mean.
public struct YearShape: Hashable, Sendable {
    /// Where a shape comes from.
    public enum Source: String, Hashable, Sendable {
        /// All months alike.
        case flat = "none"
        /// A summer wave that somebody chose.
        case assumed
        /// Two waves fitted to the areas' own months.
        case estimated
    }

    /// January to December, each over the mean of the year.
    public let months: [Double]
    /// Where the shape comes from.
    public let source: Source
    /// The month of the year in which training would start, 0 for January.
    public let start: Int

    /// A shape.
    public init(months: [Double], source: Source, start: Int = 0) {
        (self.months, self.source, self.start) = (months, source, start)
    }

    /// All months alike.
    public static let flat = YearShape(months: Array(repeating: 1, count: 12), source: .flat)

    /// A wave with its top in July, so much above the mean.
    public static func wave(_ height: Double) -> YearShape {
        let cosine = (try? SeasonalTerms.columns(harmonics: 1, times: Array(0..<12)))?.last?.values ?? []
        guard height > 0, cosine.count == 12 else { return .flat }
        return YearShape(months: cosine.map { 1 - height * $0 }, source: .assumed)
    }

    /// The factors of the months before and after the start.
    func factors(before: Int, after: Int) -> [Double] {
        (-before..<after).map { months[(((start + $0) % 12) + 12) % 12] }
    }

    /// Whether months differ.
    var differs: Bool { source != .flat }

    var words: String {
        switch source {
        case .flat: "no seasons, assumed"
        case .assumed: "a summer \(Wording.percent((months.max() ?? 1) - 1)) above the mean, assumed"
        case .estimated: "seasons estimated"
        }
    }
}

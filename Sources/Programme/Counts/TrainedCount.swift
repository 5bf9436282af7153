/// How many people of one area were trained in one month: a row of `dose.csv`.
///
/// A person counts where they live and where they work, once in each, and never where the course was held.
public struct TrainedCount: Hashable, Sendable {
    /// The area's name; ``unknownArea`` for people whose home and work place nobody knows.
    public var area: String
    /// The month in which their course ended.
    public var month: Month
    /// People who live or work there, each once.
    public var trained: Int
    /// Of these, people who live there; nil when nobody says.
    public var live: Int?
    /// Of these, people who work there; nil when nobody says.
    public var work: Int?
    /// Residents of the area, when the source says.
    public var residents: Double?

    /// The name under which people stand whose place nobody knows.
    public static let unknownArea = "unknown"

    /// People of an area and a month.
    public init(
        area: String,
        month: Month,
        trained: Int,
        live: Int? = nil,
        work: Int? = nil,
        residents: Double? = nil
    ) {
        (self.area, self.month, self.trained) = (area, month, trained)
        (self.live, self.work, self.residents) = (live, work, residents)
    }
}

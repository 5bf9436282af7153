/// What a person must have been at to be given a certificate, and for how long it stands.
public struct CertificateRule: Hashable, Sendable, Codable {
    /// The share of the contact minutes, in whole per cent, 1 to 100.
    public var contactPercent: Int
    /// The modules that must be among them, whatever the minutes.
    public var requiredModules: [Int]
    /// After how many years it should be refreshed; nil when never.
    public var refreshYears: Int?

    /// A rule.
    public init(contactPercent: Int, requiredModules: [Int], refreshYears: Int?) {
        (self.contactPercent, self.requiredModules, self.refreshYears) = (contactPercent, requiredModules, refreshYears)
    }

    /// The fewest minutes that are enough, rounded up to a whole minute.
    public func minutesNeeded(of contactMinutes: Int) -> Int { (contactMinutes * contactPercent + 99) / 100 }

    /// The day from which a certificate of `date` should be refreshed; nil when never.
    public func refreshDate(of date: CalendarDate) -> CalendarDate? {
        refreshYears.map { date.adding(months: 12 * $0) }
    }
}

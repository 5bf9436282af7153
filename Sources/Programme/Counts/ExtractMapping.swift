/// How a force's own incident extract is to be read: which of its columns mean what.
public struct ExtractMapping: Hashable, Sendable {
    /// In which order a date's numbers stand.
    public enum DateOrder: String, Hashable, Sendable, CaseIterable {
        /// `2026-03-31`.
        case yearFirst = "year-month-day"
        /// `31/03/2026`.
        case dayFirst = "day-month-year"
        /// `03/31/2026`.
        case monthFirst = "month-day-year"
    }

    /// What a column may hold.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        /// When the call came in, or the incident was recorded.
        case dateTime = "date_time"
        /// The category, of which some are anti-social behaviour.
        case category
        /// The type within the category.
        case type
        /// Whether somebody was sent and came.
        case attended
        /// The grade of response.
        case grade
        /// How the log was closed.
        case closingCode = "closing_code"
        /// What the force calls the person who rang; it is pseudonymised on the way in.
        case caller
        /// The name or code of a policing area.
        case area
        /// The code of an LSOA.
        case lsoa
    }

    /// The force the extract is from.
    public var force: Slug<PoliceForce>
    /// The heading of the column for each field; date-time, category, and one of area and LSOA are always there.
    public var columns: [Field: String]
    /// In which order a date's numbers stand.
    public var dates: DateOrder
    /// The categories that are counted; rows of others are left out and their number told.
    public var counted: Set<String>
    /// The words that say that somebody came.
    public var attended: Set<String>
    /// The words that say that nobody did.
    public var notAttended: Set<String>
    /// The field whose words say that a call was escalated, if any.
    public var escalationField: Field?
    /// The words that say that a call was escalated.
    public var escalated: Set<String>

    /// A mapping.
    public init(
        force: Slug<PoliceForce>,
        columns: [Field: String],
        dates: DateOrder = .yearFirst,
        counted: Set<String>,
        attended: Set<String> = [],
        notAttended: Set<String> = [],
        escalationField: Field? = nil,
        escalated: Set<String> = []
    ) {
        (self.force, self.columns, self.dates, self.counted) = (force, columns, dates, counted)
        (self.attended, self.notAttended) = (attended, notAttended)
        (self.escalationField, self.escalated) = (escalationField, escalated)
    }
}

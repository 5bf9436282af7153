/// When a wave is asked and what it asks.
public struct WavePlan: Hashable, Sendable, Codable {
    /// The wave.
    public var wave: Wave
    /// What the form is called in that wave.
    public var title: String
    /// The items' codes.
    public var items: [String]
    /// The first day on which it may be answered.
    public var opens: WaveMoment
    /// The day from which it is due and may be asked for again.
    public var due: WaveMoment
    /// The last day on which an answer counts as in time.
    public var closes: WaveMoment

    /// A wave's plan.
    public init(wave: Wave, title: String, items: [String], opens: WaveMoment, due: WaveMoment, closes: WaveMoment) {
        self.wave = wave
        self.title = title
        self.items = items
        self.opens = opens
        self.due = due
        self.closes = closes
    }
}

/// A day told from a day of the person's own time with the course.
public struct WaveMoment: Hashable, Sendable, Codable {
    /// A day that is known for each booking. For coaching these are the day the case was accepted, the first and the last
    /// session.
    public enum Anchor: String, Hashable, Sendable, Codable, CaseIterable {
        /// The day of the booking.
        case booking
        /// The day of the first sitting.
        case firstSitting = "first-sitting"
        /// The day of the last sitting.
        case lastSitting = "last-sitting"
    }

    /// The day counted from.
    public var anchor: Anchor
    /// Months after it, 0 or more; the last day of a shorter month stands in.
    public var months: Int
    /// Days after that, negative for before.
    public var days: Int

    /// A day told from another.
    public init(_ anchor: Anchor, months: Int = 0, days: Int = 0) {
        (self.anchor, self.months, self.days) = (anchor, months, days)
    }

    /// The day in the calendar.
    public func date(in course: PersonalCourseDates) -> CalendarDate {
        let day =
            switch anchor {
            case .booking: course.bookedOn
            case .firstSitting: course.firstSitting
            case .lastSitting: course.lastSitting
            }
        return day.adding(months: months).adding(days: days)
    }
}

/// The days from which a person's survey windows are counted.
public struct PersonalCourseDates: Hashable, Sendable {
    /// The day of the booking.
    public var bookedOn: CalendarDate
    /// The day of the first sitting.
    public var firstSitting: CalendarDate
    /// The day of the last sitting; the first one for a course of one day.
    public var lastSitting: CalendarDate

    /// The days; without `firstSitting` the course has one sitting.
    public init(bookedOn: CalendarDate, firstSitting: CalendarDate? = nil, lastSitting: CalendarDate) {
        self.bookedOn = bookedOn
        self.firstSitting = firstSitting ?? lastSitting
        self.lastSitting = lastSitting
    }
}

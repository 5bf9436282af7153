import Programme

/// A run as the demonstration plans it, before anybody has booked.
struct PilotRun: Sendable {
    /// What is to become of it.
    enum Fate: Sendable {
        /// Taught, with a register, answers and certificates.
        case held
        /// Taught yesterday: everybody came, and exactly two have not answered the survey after the course.
        case heldYesterday
        /// Taking bookings.
        case open
        /// Under way today, not yet marked.
        case today
        /// Not shown to the public.
        case draft
        /// Called off on a day, for a reason that those booked have read.
        case cancelled(on: CalendarDate, reason: String)
    }

    let area: PilotArea
    let hall: Int
    let course: Course
    /// When each sitting starts.
    let starts: [LocalDateTime]
    let capacity: Int
    /// How many people ask for a place.
    let demand: Int
    /// How many of the first to book give their place up again.
    let givenUp: Int
    let fate: Fate
    /// The languages of the first names on the list; the rest come as they come.
    var languages: [String] = []

    /// The first day.
    var day: CalendarDate { starts[0].date }
    /// The day from which it could be booked: eight weeks before.
    var opened: CalendarDate { day.adding(days: -56) }
}

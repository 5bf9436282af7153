public import Programme

/// People who had a place on a course that has begun.
public struct BookingTally: Hashable, Sendable {
    /// Everybody who had a place at some time.
    public let people: Int
    /// Those who gave it back.
    public let cancelled: Int
}

extension Reader {
    /// The bookings, without those that never left the waiting list, of runs that began by a day and were not cancelled.
    public func bookingTally(until day: CalendarDate) throws -> BookingTally {
        let rows = try connection.rows(
            """
            SELECT booking.state, COUNT(*) AS people FROM booking JOIN run ON run.id = booking.run
            WHERE run.state <> 'cancelled' AND booking.state <> 'waiting' AND substr(run.starts, 1, 10) <= $1
            GROUP BY booking.state
            """,
            .text(day.description)
        )
        let counts: [String: Int] = try rows.reduce(into: [:]) { counts, row in
            counts[try row.text("state")] = try row.int("people")
        }
        let cancelled = counts[BookingState.cancelled.rawValue] ?? 0
        return BookingTally(people: counts.values.reduce(0, +), cancelled: cancelled)
    }

    /// The number of the last change in the audit trail after which an evaluation may find something else; 0 without one.
    public func latestChange() throws -> Int {
        let others = Action.allCases.filter { !$0.movesFindings }
        let places = others.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        return try connection.rows(
            "SELECT number FROM audit WHERE action NOT IN (\(places)) ORDER BY number DESC LIMIT 1",
            others.map { .text($0.rawValue) }
        )
        .first?.int("number") ?? 0
    }
}

public import Programme

/// Where a person who was trained lives and works, with nothing that names them.
public struct TrainedPlaces: Hashable, Sendable {
    /// The person.
    public let person: ID<Person>
    /// The month in which their course ended.
    public let month: Month
    /// The code of the area they live in.
    public let homeArea: String?
    /// The code of the area they work in.
    public let workArea: String?
    /// The small area they live in.
    public let homeLSOA: String?
    /// The small area they work in.
    public let workLSOA: String?
}

extension Reader {
    /// Everybody who was marked as there at one sitting at least of a run that was not cancelled: one row a booking, in the
    /// order of the runs' last sittings.
    public func trainedPlaces() throws -> [TrainedPlaces] {
        try connection.rows(
            """
            SELECT booking.person, booking.home_area, booking.work_area, booking.home_lsoa, booking.work_lsoa,
              (SELECT MAX(starts) FROM sitting WHERE sitting.run = run.id) AS last
            FROM booking JOIN run ON run.id = booking.run
            WHERE booking.state = 'confirmed' AND run.state <> 'cancelled'
              AND EXISTS (SELECT 1 FROM register_mark WHERE register_mark.booking = booking.id AND mark <> 'absent')
            ORDER BY last, booking.id
            """
        ).map { row in
            TrainedPlaces(
                person: try row.id("person"),
                month: try row.local("last").date.monthOfYear,
                homeArea: try row.optionalText("home_area"),
                workArea: try row.optionalText("work_area"),
                homeLSOA: try row.optionalText("home_lsoa"),
                workLSOA: try row.optionalText("work_lsoa")
            )
        }
    }
}

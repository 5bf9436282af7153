public import Programme

extension Reader {
    /// Who was marked as there at one sitting at least of a run, by the run's programme; under nil those of runs without one.
    public func trainedPeople() throws -> [String?: Set<ID<Person>>] {
        let rows = try connection.rows(
            """
            SELECT DISTINCT booking.person, run.programme FROM booking JOIN run ON run.id = booking.run
            WHERE booking.state = 'confirmed' AND run.state <> 'cancelled'
              AND EXISTS (SELECT 1 FROM register_mark WHERE register_mark.booking = booking.id AND mark <> 'absent')
            """
        )
        return try rows.reduce(into: [:]) { people, row in
            people[try row.optionalText("programme"), default: []].insert(try row.id("person"))
        }
    }
}

public import Programme

/// What one run or awareness session added to a programme.
public struct UptakeRecord: Hashable, Sendable {
    /// The area's code.
    public let area: String
    /// The day of the first sitting or of the session.
    public let date: CalendarDate
    /// What is counted.
    public let measure: TargetMeasure
    /// How many.
    public let count: Int
}

extension Reader {
    /// What a programme's runs and awareness sessions add up to, one record each: people who attended and runs held, heads
    /// and sessions.
    public func uptake(of programme: String) throws -> [UptakeRecord] {
        let runs = try connection.rows(
            """
            SELECT run.area, substr(run.starts, 1, 10) AS day, run.state,
              (SELECT COUNT(DISTINCT booking.id) FROM booking JOIN register_mark ON register_mark.booking = booking.id
                WHERE booking.run = run.id AND booking.state = 'confirmed' AND register_mark.mark <> 'absent') AS attended
            FROM run WHERE run.programme = $1 AND run.state <> 'cancelled' ORDER BY run.starts, run.id
            """,
            .text(programme)
        ).flatMap { row in
            let (area, date) = (try row.text("area"), try row.date("day"))
            let held = try row.text("state") == RunState.held.rawValue ? 1 : 0
            return [
                UptakeRecord(area: area, date: date, measure: .attended, count: try row.int("attended")),
                UptakeRecord(area: area, date: date, measure: .runs, count: held),
            ]
        }
        let sessions = try connection.rows(
            "SELECT area, held_on, heads FROM awareness_session WHERE programme = $1 ORDER BY held_on, id",
            .text(programme)
        ).flatMap { row in
            let (area, date) = (try row.text("area"), try row.date("held_on"))
            return [
                UptakeRecord(area: area, date: date, measure: .heads, count: try row.int("heads")),
                UptakeRecord(area: area, date: date, measure: .sessions, count: 1),
            ]
        }
        return runs + sessions
    }
}

public import Programme

/// A person who took part, with what an evaluation needs to know and nothing that names them.
public struct Participation: Hashable, Sendable {
    /// The booking's code.
    public let reference: String
    /// The run.
    public let run: ID<Run>
    /// The area of the run.
    public let area: String
    /// What the person does in the community.
    public let role: CommunityRole
    /// The leading trainer's name.
    public let trainer: String?
    /// The day of the run's first sitting.
    public let firstSitting: CalendarDate
    /// The day of the run's last sitting.
    public let lastSitting: CalendarDate
    /// The day of the booking, in universal time.
    public let bookedOn: CalendarDate
    /// The sittings the person was marked as having been at.
    public let sittingsAttended: Int
    /// Whether the person agreed to the surveys.
    public let agreesToSurveys: Bool
}

extension Reader {
    /// Everybody who was marked as there at one sitting at least of a run that was not cancelled.
    public func participations(areas: Set<String>? = nil) throws -> [Participation] {
        try connection.rows(
            """
            SELECT booking.reference, booking.run, booking.role, booking.made_at, run.area,
              (SELECT name FROM run_trainer WHERE run_trainer.run = run.id AND position = 1) AS trainer,
              (SELECT MIN(starts) FROM sitting WHERE sitting.run = run.id) AS first,
              (SELECT MAX(starts) FROM sitting WHERE sitting.run = run.id) AS last,
              (SELECT COUNT(*) FROM register_mark WHERE register_mark.booking = booking.id AND mark <> 'absent') AS attended,
              COALESCE((SELECT granted FROM consent WHERE consent.booking = booking.id AND purpose = 'surveys'
                ORDER BY at DESC LIMIT 1), 0) AS surveys
            FROM booking JOIN run ON run.id = booking.run
            WHERE booking.state = 'confirmed' AND run.state <> 'cancelled' ORDER BY booking.id
            """
        ).compactMap { row in
            let area = try row.text("area")
            let attended = try row.int("attended")
            guard attended > 0, areas?.contains(area) != false else { return nil }
            return Participation(
                reference: try row.text("reference"),
                run: try row.id("run"),
                area: area,
                role: CommunityRole(rawValue: try row.text("role")) ?? .ratherNotSay,
                trainer: try row.optionalText("trainer"),
                firstSitting: try row.local("first").date,
                lastSitting: try row.local("last").date,
                bookedOn: try row.parsed("made_at", "instant") { CalendarDate($0.prefix(10)) },
                sittingsAttended: attended,
                agreesToSurveys: try row.flag("surveys")
            )
        }
    }
}

/// Something on record that does not fit the rules.
public struct Drift: Hashable, Sendable, CustomStringConvertible {
    /// The sentence.
    public let description: String
    /// A drift told in a sentence.
    public init(description: String) { self.description = description }
}

extension Reader {
    /// Whether anything is on record at all.
    public func isEmpty() throws -> Bool {
        let tables = ["run", "person", "account", "programme", "awareness_session", "count_file", "audit"]
        return try tables.allSatisfy {
            try connection.count("SELECT COUNT(*) AS n FROM (SELECT 1 FROM \($0) LIMIT 1)") == 0
        }
    }

    /// Recomputes places, queue, register, answers, certificates, areas and foreign keys.
    public func drift(knownAreas: Set<String>) throws -> [Drift] {
        var drift: [Drift] = []
        func name(_ sentence: String, _ sql: String) throws {
            for row in try connection.rows(sql) {
                drift.append(Drift(description: "\(try row.text("subject")) \(sentence)"))
            }
        }
        try name(
            "has more confirmed bookings than places, walk-ins aside.",
            """
            SELECT 'Run ' || run.id AS subject FROM run WHERE capacity <
              (SELECT COUNT(*) FROM booking WHERE run = run.id AND state = 'confirmed' AND source <> 'walk-in')
            """
        )
        try name(
            "is cancelled but has live bookings.",
            """
            SELECT 'Run ' || run.id AS subject FROM run WHERE state = 'cancelled'
              AND EXISTS (SELECT 1 FROM booking WHERE booking.run = run.id AND booking.state <> 'cancelled')
            """
        )
        try name(
            "does not start with its first sitting.",
            """
            SELECT 'Run ' || run.id AS subject FROM run WHERE starts IS NOT
              (SELECT MIN(sitting.starts) FROM sitting WHERE sitting.run = run.id)
            """
        )
        try name(
            "is marked on the register without having a place.",
            """
            SELECT DISTINCT 'Booking ' || booking.id AS subject FROM booking
              JOIN register_mark ON register_mark.booking = booking.id WHERE booking.state <> 'confirmed'
            """
        )
        try name(
            "is marked at a sitting its run does not have.",
            """
            SELECT DISTINCT 'Booking ' || booking.id AS subject FROM register_mark
              JOIN booking ON booking.id = register_mark.booking
            WHERE NOT EXISTS
              (SELECT 1 FROM sitting WHERE sitting.run = booking.run AND sitting.number = register_mark.sitting)
            """
        )
        try name(
            "has a certificate although nobody marked it as there.",
            """
            SELECT DISTINCT 'Booking ' || certificate.booking AS subject FROM certificate WHERE revoked_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM register_mark WHERE booking = certificate.booking AND mark <> 'absent')
            """
        )
        try name(
            "breaks a foreign key.",
            "SELECT 'Row ' || rowid || ' of ' || \"table\" AS subject FROM pragma_foreign_key_check"
        )
        for row in try connection.rows("SELECT integrity_check AS said FROM pragma_integrity_check") {
            let said = try row.text("said")
            if said != "ok" { drift.append(Drift(description: "The database file is damaged: \(said).")) }
        }
        for row in try connection.rows(
            "SELECT DISTINCT area FROM run UNION SELECT DISTINCT area FROM awareness_session UNION SELECT area FROM account_area"
        ) {
            let area = try row.text("area")
            if !knownAreas.contains(area) {
                drift.append(Drift(description: "The area \"\(area)\" is on record but not in the reference material."))
            }
        }
        return try drift + brokenAnswerHistories()
    }
}

public import Programme

/// A logged awareness session with its key.
public struct LoggedSession: Hashable, Sendable {
    /// The key.
    public let id: ID<AwarenessSession>
    /// The session.
    public let session: AwarenessSession
}

extension Reader {
    /// Awareness sessions, latest first.
    public func awarenessSessions(areas: Set<String>? = nil) throws -> [LoggedSession] {
        try connection.rows("SELECT * FROM awareness_session ORDER BY held_on DESC, id DESC").compactMap { row in
            let (date, area) = (try row.date("held_on"), try row.text("area"))
            guard areas?.contains(area) != false else { return nil }
            return LoggedSession(
                id: try row.id("id"),
                session: try AwarenessSession(
                    date: date,
                    area: area,
                    setting: try row.parsed("setting", "setting") { AwarenessSetting(rawValue: $0) },
                    audience: try row.text("audience"),
                    heads: try row.int("heads"),
                    estimated: try row.flag("estimated"),
                    programme: try row.optionalText("programme"),
                    today: date
                )
            )
        }
    }
}

extension Ledger {
    /// Puts an awareness session on record.
    public func insert(_ session: AwarenessSession) throws -> LoggedSession {
        let id: ID<AwarenessSession> = try inserted(
            """
            INSERT INTO awareness_session (programme, held_on, area, setting, audience, heads, estimated)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """,
            [
                .optional(session.programme), .text(session.date.description), .text(session.area),
                .text(session.setting.rawValue), .text(session.audience), .integer(session.heads),
                .flag(session.estimated),
            ]
        )
        return LoggedSession(id: id, session: session)
    }
}

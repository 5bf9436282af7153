import FoundationEssentials
import Material
public import Programme
public import Records

extension Office {
    /// Logs an awareness session that was held; the area is a name or code on its day.
    public func logAwareness(
        on date: CalendarDate,
        area: String,
        setting: AwarenessSetting,
        audience: String,
        heads: Int,
        estimated: Bool,
        programme: String? = nil,
        by actor: Actor
    ) async throws -> LoggedSession {
        let found = try reference.areas.area(named: area, on: date)
        try actor.require(.awarenessLogged, on: Subject(area: found.code.rawValue))
        let session = try AwarenessSession(
            date: date,
            area: found.code.rawValue,
            setting: setting,
            audience: audience,
            heads: heads,
            estimated: estimated,
            programme: programme,
            today: try today()
        )
        let logged = try await records.change(actor, .awarenessLogged, at: surroundings.now()) { ledger in
            if let programme { _ = try ledger.read.existingProgramme(programme) }
            let logged = try ledger.insert(session)
            try ledger.note("awareness:\(logged.id)", ["area": session.area, "heads": "\(heads)"])
            return logged
        }
        tell(.awarenessLogged, ["area": "\(session.area)"])
        return logged
    }

    /// The awareness sessions the actor may see, latest first.
    public func awarenessSessions(by actor: Actor) async throws -> [LoggedSession] {
        try actor.requireAnyReach(of: .awarenessSeen)
        return try await records.read { reader in
            try reader.awarenessSessions().filter { actor.may(.awarenessSeen, on: Subject(area: $0.session.area)) }
        }
    }
}

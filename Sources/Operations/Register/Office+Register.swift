import FoundationEssentials
public import Programme
public import Records

/// One mark to be made.
public struct RegisterEntry: Hashable, Sendable {
    /// The booking.
    public var booking: ID<Booking>
    /// The sitting, from 1.
    public var sitting: Int
    /// The mark; nil takes it back to "not recorded".
    public var mark: RegisterMark?

    /// A mark to be made.
    public init(booking: ID<Booking>, sitting: Int = 1, mark: RegisterMark?) {
        self.booking = booking
        self.sitting = sitting
        self.mark = mark
    }
}

extension Office {
    /// The register of a run, for those who teach it or plan it.
    public func register(of run: ID<Run>, by actor: Actor) async throws -> RegisterSheet {
        try await records.read { reader in
            guard let sheet = try reader.register(of: run) else {
                throw UnknownThing.run(run, nearest: try reader.runNumbers(near: run))
            }
            try actor.require(.registerSeen, on: sheet.summary.run.subject)
            return sheet
        }
    }

    /// Marks people on a run's register in one transaction; once the run was held a change needs a reason.
    public func mark(
        _ entries: [RegisterEntry],
        on run: ID<Run>,
        reason: String? = nil,
        by actor: Actor
    ) async throws -> RegisterSheet {
        try await mark(on: run, reason: reason, by: actor) { _ in entries }
    }

    /// Marks everybody who is not recorded at a sitting as present; marks that others made meanwhile stay as they are.
    public func markAllPresent(on run: ID<Run>, sitting: Int = 1, reason: String? = nil, by actor: Actor) async throws
        -> RegisterSheet
    {
        try await mark(on: run, reason: reason, by: actor) { sheet in
            let count = sheet.summary.run.sittings.count
            guard (1...max(count, 1)).contains(sitting) else {
                throw RegisterRefusal.unknownSitting(number: sitting, count: count)
            }
            return sheet.lines.filter { $0.marks[sitting - 1] == nil }.map {
                RegisterEntry(booking: $0.booking, sitting: sitting, mark: .present)
            }
        }
    }

    private func mark(
        on run: ID<Run>,
        reason: String?,
        by actor: Actor,
        _ entries: @escaping @Sendable (RegisterSheet) throws -> [RegisterEntry]
    ) async throws -> RegisterSheet {
        let now = surroundings.now()
        let sheet = try await records.change(actor, .registerMarked, at: now) { ledger in
            guard let sheet = try ledger.read.register(of: run) else {
                throw UnknownThing.run(run, nearest: try ledger.read.runNumbers(near: run))
            }
            try actor.require(.registerMarked, on: sheet.summary.run.subject)
            let entries = try entries(sheet)
            for entry in entries { try mark(entry, on: sheet, reason: reason, by: actor, at: now, in: ledger) }
            if entries.isEmpty { try ledger.note("run:\(run)", ["marks": "0"]) }
            return try ledger.read.register(of: run) ?? sheet
        }
        tell(.registerMarked, ["run": "\(run)"])
        return sheet
    }

    private func mark(
        _ entry: RegisterEntry,
        on sheet: RegisterSheet,
        reason: String?,
        by actor: Actor,
        at now: Date,
        in ledger: Ledger
    ) throws {
        let run = sheet.summary.run
        try requireMarkable(entry, on: run, reason: reason, at: now)
        guard let line = sheet.lines.first(where: { $0.booking == entry.booking }) else {
            let name = try ledger.read.booking(entry.booking)?.person.name.text
            throw RegisterRefusal.notOnRegister(name: name ?? "Booking \(entry.booking)")
        }
        let before = line.marks[entry.sitting - 1]
        guard before != entry.mark else {
            return try ledger.note("booking:\(entry.booking)", ["sitting": "\(entry.sitting)", "unchanged": "yes"])
        }
        try ledger.mark(entry.booking, sitting: entry.sitting, entry.mark, by: actor.word, at: now)
        var detail = [
            "sitting": "\(entry.sitting)", "from": before?.label ?? "not recorded",
            "to": entry.mark?.label ?? "not recorded",
        ]
        if let reason, !reason.isEmpty { detail["reason"] = try ledger.keepReason(reason) }
        try ledger.note("booking:\(entry.booking)", detail)
    }

    private func requireMarkable(_ entry: RegisterEntry, on run: Run, reason: String?, at now: Date) throws {
        guard run.state != .draft, run.state != .cancelled else {
            throw RegisterRefusal.runNot(state: run.state.rawValue, run: run.label)
        }
        guard run.sittings.indices.contains(entry.sitting - 1) else {
            throw RegisterRefusal.unknownSitting(number: entry.sitting, count: run.sittings.count)
        }
        let sitting = run.sittings[entry.sitting - 1]
        let opens = sitting.starts.instant(in: try timeZone(run.zone)).addingTimeInterval(-7200)
        guard now >= opens else { throw RegisterRefusal.tooSoon(run: run.label, starts: sitting.starts) }
        if let mark = entry.mark, mark.minutesLate + mark.minutesEarly >= sitting.minutes {
            throw RegisterRefusal.minutesTooMany(missed: mark.minutesLate + mark.minutesEarly, sitting: sitting.minutes)
        }
        if run.state == .held, reason?.isEmpty != false { throw RegisterRefusal.reasonMissing(run: run.label) }
    }
}

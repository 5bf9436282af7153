public import FoundationEssentials
public import Programme
public import Records

/// Who has answered what on a run, and where the sheets are.
public struct SurveyOverview: Hashable, Sendable {
    /// The register: the people with a place, by name.
    public let register: RegisterSheet
    /// The waves of the run's survey; empty without one.
    public let waves: [Wave]
    /// The sheets on record.
    public let sheets: [SheetHead]
    /// What became of each wave, of those marked as there.
    public let flows: [WaveFlow]
    /// How well sheets were keyed.
    public let quality: EntryQuality

    /// The sheet of a booking in a wave, or nil.
    public func sheet(of booking: ID<Booking>, _ wave: Wave) -> SheetHead? {
        sheets.first { $0.booking == booking && $0.wave == wave }
    }

    /// What became of a wave for a person, or nil for somebody who was not marked as there.
    public func flow(of reference: String, _ wave: Wave) -> WaveFlow? {
        flows.first { $0.attendee == reference && $0.wave == wave }
    }

    /// The people whose sheets of a wave are still to be keyed, in the order of the register: those without an answer, or,
    /// for a second keying, those keyed once from paper that this hand may key again now.
    public func toKey(_ wave: Wave, again: Bool, by hand: String, at now: Date) -> [RegisterLine] {
        register.lines.filter { line in
            let sheet = sheet(of: line.booking, wave)
            guard again else {
                let status = flow(of: line.reference, wave)?.status
                return sheet == nil && ![.refused, .unreachable, .withdrawn].contains(status)
            }
            guard let sheet else { return false }
            let mayKey: Void? = try? DoubleEntry.require(
                line.reference,
                isOnPaper: sheet.mode != .web,
                first: (sheet.keyedBy, sheet.receivedAt),
                isKeyedTwice: sheet.isKeyedTwice,
                by: hand,
                at: now
            )
            return mayKey != nil
        }
    }

    /// The next of those to be keyed after a person, going round to the first; nil when nobody is left.
    public func next(after booking: ID<Booking>, _ wave: Wave, again: Bool, by hand: String, at now: Date)
        -> RegisterLine?
    {
        let left = toKey(wave, again: again, by: hand, at: now).filter { $0.booking != booking }
        let order = register.lines.map(\.booking)
        let place = order.firstIndex(of: booking) ?? -1
        return left.first { (order.firstIndex(of: $0.booking) ?? 0) > place } ?? left.first
    }
}

extension Office {
    /// Who has answered what on a run.
    public func surveyOverview(of run: ID<Run>, by actor: Actor) async throws -> SurveyOverview {
        let today = try today()
        return try await records.read { reader in
            guard let register = try reader.register(of: run) else {
                throw UnknownThing.run(run, nearest: try reader.runNumbers(near: run))
            }
            try actor.require(.surveyLinksMade, on: register.summary.run.subject)
            return SurveyOverview(
                register: register,
                waves: try reader.frozenInstrument(of: run)?.waves.map(\.wave) ?? [],
                sheets: try reader.sheetHeads(on: run),
                flows: try reader.waveFlows(on: today, run: run),
                quality: try reader.entryQuality(of: run)
            )
        }
    }
}

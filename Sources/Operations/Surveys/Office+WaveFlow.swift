import FoundationEssentials
public import Programme
public import Records

extension Office {
    /// Notes what staff know about asking one person in one wave.
    ///
    /// - Parameters:
    ///   - kind: One of ``WaveEvent/Kind/byStaff``.
    ///   - wave: A wave of the run's survey.
    ///   - booking: Whom it is about.
    ///   - day: The day it happened; today when nil.
    ///   - reason: Words for the file; they stand apart from the audit trail.
    ///   - actor: Who notes it.
    /// - Throws: ``WaveNoteRefusal``, ``AnswerRefusal`` for a wave that is not asked, ``NotAllowed``.
    public func note(
        _ kind: WaveEvent.Kind,
        wave: Wave,
        of booking: ID<Booking>,
        on day: CalendarDate? = nil,
        reason: String? = nil,
        by actor: Actor
    ) async throws {
        let now = surroundings.now()
        try await records.change(actor, .waveNoted, at: now) { ledger in
            let form = try surveyForm(booking, wave: wave, keyed: true, at: now, ledger.read)
            try actor.require(.waveNoted, on: form.run.subject)
            let today = LocalDateTime(now, in: try timeZone(form.run.zone)).date
            try form.entry.requireAnswerable(on: day ?? today, today: today)
            guard WaveEvent.Kind.byStaff.contains(kind) else { throw WaveNoteRefusal.notByStaff(kind) }
            let known = try ledger.read.waveEvents(of: booking).map(\.event)
            if kind == .takenBack, !known.contains(where: { $0.wave == wave }) {
                throw WaveNoteRefusal.nothingNoted(form.sheetName)
            }
            if kind != .takenBack, form.sheet != nil { throw WaveNoteRefusal.answered(form.sheetName) }
            let words = reason.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
            try ledger.insert(
                WaveEvent(wave: wave, kind: kind, day: day ?? today),
                of: booking,
                by: actor.hand,
                reason: words,
                at: now
            )
            try ledger.note("booking:\(booking)", ["wave": wave.name, "kind": kind.rawValue])
        }
        tell(.waveNoted, ["booking": "\(booking)", "wave": "\(wave.name)", "kind": kind.rawValue])
    }

    /// What is known about asking one person, in the order noted, with the names of those who noted it.
    public func waveNotes(of booking: ID<Booking>, by actor: Actor) async throws -> (
        notes: [NotedWaveEvent], names: [String: String]
    ) {
        try await records.read { reader in
            let entry = try reader.existingBooking(booking)
            try actor.require(.waveNoted, on: try reader.existingRun(entry.booking.run).run.subject)
            let notes = try reader.waveEvents(of: booking)
            return (notes, try reader.names(ofHands: notes.map(\.by)))
        }
    }

    /// What became of every wave: of one run for those who ask there, of all for whoever evaluates.
    public func waveFlows(of run: ID<Run>? = nil, by actor: Actor) async throws -> [WaveFlow] {
        if run == nil { try actor.require(.evaluated) }
        let today = try today()
        return try await records.read { reader in
            if let run { try actor.require(.surveyLinksMade, on: try reader.existingRun(run).run.subject) }
            return try reader.waveFlows(on: today, run: run)
        }
    }

    /// Notes that a link was opened for a wave, once.
    func noteOpening(_ wave: Wave, of form: SurveyForm) async throws {
        let (now, id) = (surroundings.now(), form.entry.booking.id)
        let opened: @Sendable (Reader) throws -> Bool = { reader in
            try reader.waveEvents(of: id).contains { $0.event.wave == wave && $0.event.kind == .opened }
        }
        guard try await !records.read(opened) else { return }
        let today = LocalDateTime(now, in: try timeZone(form.run.zone)).date
        try await records.change(.linkHolder, .surveyOpened, at: now) { ledger in
            if try !opened(ledger.read) {
                let event = WaveEvent(wave: wave, kind: .opened, day: today)
                try ledger.insert(event, of: id, by: Actor.linkHolder.hand, reason: nil, at: now)
            }
            try ledger.note("booking:\(id)", ["wave": wave.name])
        }
    }
}

extension Reader {
    /// What became of every wave by a day, for everybody who was marked as there; by run, booking and wave.
    func waveFlows(on today: CalendarDate, run: ID<Run>? = nil) throws -> [WaveFlow] {
        let (days, events) = (try answeredDays(on: run), try waveEvents(on: run))
        let people = try participations().filter { run == nil || $0.run == run }
        let runs = Dictionary(grouping: people, by: \.run).sorted { $0.key.rawValue < $1.key.rawValue }
        var instruments: [CourseEdition: Instrument] = [:]
        return try runs.flatMap { run, people -> [WaveFlow] in
            guard let edition = try instrument(of: run) else { return [] }
            guard let survey = try instruments[edition] ?? frozenInstrument(of: run) else { return [] }
            instruments[edition] = survey
            return people.flatMap { person in
                let dates = PersonalCourseDates(
                    bookedOn: person.bookedOn,
                    firstSitting: person.firstSitting,
                    lastSitting: person.lastSitting
                )
                return survey.waves.map { plan in
                    plan.flow(
                        of: person.reference,
                        on: run,
                        dates: dates,
                        today: today,
                        answeredOn: days[person.reference]?[plan.wave],
                        agrees: person.agreesToSurveys,
                        events: events[person.reference] ?? []
                    )
                }
            }
        }
    }
}

/// Why something cannot be noted about a wave.
public enum WaveNoteRefusal: Refusal, Hashable {
    /// The program notes this itself.
    case notByStaff(WaveEvent.Kind)
    /// There is nothing to take back.
    case nothingNoted(String)
    /// The person has answered.
    case answered(String)

    /// The sentence.
    public var description: String {
        switch self {
        case .notByStaff(let kind):
            "\"\(kind.rawValue)\" is noted by itself when it happens. Staff note "
                + WaveEvent.Kind.byStaff.map(\.rawValue).joined(separator: ", ") + "."
        case .nothingNoted(let sheet): "\(sheet) has no note to take back. See what is noted about it first."
        case .answered(let sheet):
            "\(sheet) is answered, so there is nothing to note. Correct the answers if they are wrong."
        }
    }
}

import FoundationEssentials
public import Programme
public import Records

/// A survey as one person sees it.
public struct SurveyForm: Hashable, Sendable {
    /// The booking.
    public let entry: BookingEntry
    /// The run.
    public let run: Run
    /// The survey, as it stood when the run was scheduled.
    public let instrument: Instrument
    /// Where each wave stands.
    public let standings: [WaveStanding]
    /// The wave asked now; nil when none is open.
    public let wave: Wave?
    /// The sections of that wave.
    public let sections: [InstrumentSection]
    /// The parallel form of each safety question that this person sees in this wave, by item.
    public let guardForms: [String: GuardForm]
    /// What was answered so far, by item, as ``Answer/text``.
    public let given: [String: String]
    /// What is on record for that wave; nil before anything is.
    public let sheet: StoredResponse?
    /// Whether the answers call for an offer of help.
    public let offersSupport: Bool
}

extension SurveyForm {
    /// What a sentence calls this person's sheet of the wave.
    var sheetName: String { "The sheet \(entry.booking.reference), wave \(wave?.name ?? "none")," }

    /// The sheet on record, which `actor` may change for a reason.
    func sheetToCorrect(_ reason: String, by actor: Actor) throws -> (sheet: StoredResponse, id: ID<StoredResponse>) {
        try actor.require(.surveyCorrected, on: run.subject)
        guard let sheet, let id = sheet.id else { throw SurveyRefusal.noSheet(sheetName) }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw SurveyRefusal.reasonMissing(sheet: sheetName) }
        return (sheet, id)
    }

    /// The answers on record as the instrument reads them.
    static func answers(_ given: [String: String], _ instrument: Instrument, in wave: Wave) -> [String: Answer] {
        given.reduce(into: [:]) { answers, pair in
            answers[pair.key] = try? instrument.answer(pair.value, to: pair.key, in: wave)
        }
    }
}

extension Office {
    /// The survey a private link opens, with the wave that is open now or the one asked for.
    ///
    /// Opening a wave for the first time is noted: the person was reached.
    public func surveyForm(with token: PrivateToken, wave: Wave? = nil) async throws -> SurveyForm {
        let id = try await surveySubject(of: token)
        let form = try await surveyForm(id, wave: wave)
        if let shown = form.wave, form.sheet == nil { try await noteOpening(shown, of: form) }
        return form
    }

    /// The survey of one booking, for staff who key answers from paper; any wave of the instrument may be asked for.
    public func surveyForm(of booking: ID<Booking>, wave: Wave?, by actor: Actor) async throws -> SurveyForm {
        let form = try await surveyForm(booking, wave: wave, keyed: true)
        try actor.require(.surveyAnswered, on: form.run.subject)
        return form
    }

    /// The key of the booking with a code or a number, for whoever names a sheet; what may be done with it is asked later.
    public func surveyBooking(_ text: String) async throws -> ID<Booking> {
        try await records.read { reader in
            let found = try ID<Booking>(text).map { try reader.booking($0) } ?? reader.booking(reference: text)
            guard let entry = found else { throw UnknownThing.booking(text) }
            return entry.booking.id
        }
    }

    func surveySubject(of token: PrivateToken) async throws -> ID<Booking> {
        do {
            return try await subject(of: token, .survey)
        } catch UnknownThing.link {
            // A booking's own link opens everything of that booking.
            do { return try await subject(of: token, .booking) } catch UnknownThing.link {
                throw UnknownThing.link(.survey)
            }
        }
    }

    private func surveyForm(_ id: ID<Booking>, wave: Wave?, keyed: Bool = false) async throws -> SurveyForm {
        let now = surroundings.now()
        return try await records.read { reader in try surveyForm(id, wave: wave, keyed: keyed, at: now, reader) }
    }

    func surveyForm(_ id: ID<Booking>, wave: Wave?, keyed: Bool, at now: Date, _ reader: Reader) throws
        -> SurveyForm
    {
        let entry = try reader.existingBooking(id)
        let run = try reader.existingRun(entry.booking.run).run
        guard let instrument = try reader.frozenInstrument(of: run.id) else {
            throw SurveyRefusal.noSurvey(run: run.label)
        }
        let zone = try timeZone(run.zone)
        let standings = instrument.standings(
            for: run.dates(bookedAt: entry.madeAt, zone),
            on: LocalDateTime(now, in: zone).date,
            answered: Set(try reader.wavesAnswered(by: id).keys)
        )
        let shown = try shownWave(wave, standings, instrument, on: LocalDateTime(now, in: zone).date, keyed: keyed)
        let response = try shown.flatMap { try reader.response(of: id, wave: $0) }
        let given = (response?.answers ?? []).reduce(into: [String: String]()) {
            $0[$1.item] = $1.text ?? $1.value.text
        }
        let seed = Self.seed(of: entry.booking.reference)
        var forms: [String: GuardForm] = [:]
        for item in shown.map(instrument.items(in:)) ?? [] {
            forms[item.code] = shown.flatMap { instrument.guardForm(of: item.code, in: $0, seed: seed) }
        }
        return SurveyForm(
            entry: entry,
            run: run,
            instrument: instrument,
            standings: standings,
            wave: shown,
            sections: shown.map(instrument.sections(in:)) ?? [],
            guardForms: forms,
            given: given,
            sheet: response,
            offersSupport: shown.map {
                instrument.offersSupport(after: SurveyForm.answers(given, instrument, in: $0), in: $0)
            } ?? false
        )
    }

    /// The wave to show; what was answered can be changed by its link while the wave's window is open, and no longer.
    private func shownWave(
        _ asked: Wave?,
        _ standings: [WaveStanding],
        _ instrument: Instrument,
        on today: CalendarDate,
        keyed: Bool
    ) throws -> Wave? {
        guard let asked else { return standings.last { $0.canBeAnswered }?.wave }
        guard let standing = standings.first(where: { $0.wave == asked }) else {
            throw AnswerRefusal.unknownWave(asked, instrument: instrument.title, known: instrument.waves.map(\.wave))
        }
        let isOpen =
            standing.canBeAnswered
            || standing.state == .answered && standing.opens <= today && today <= standing.closes
        return keyed || isOpen ? asked : nil
    }

    /// A number that belongs to a booking and never changes: the first eight bytes of its code's SHA-256.
    static func seed(of reference: String) -> UInt64 {
        PrivateToken.hash(of: reference).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

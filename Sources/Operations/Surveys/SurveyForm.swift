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
}

extension Office {
    /// The survey a private link opens, with the wave that is open now or the one asked for.
    public func surveyForm(with token: PrivateToken, wave: Wave? = nil) async throws -> SurveyForm {
        let id = try await surveySubject(of: token)
        return try await surveyForm(id, wave: wave)
    }

    /// The survey of one booking, for staff who key answers from paper; any wave of the instrument may be asked for.
    public func surveyForm(of booking: ID<Booking>, wave: Wave?, by actor: Actor) async throws -> SurveyForm {
        let form = try await surveyForm(booking, wave: wave, keyed: true)
        try actor.require(.surveyAnswered, on: form.run.subject)
        return form
    }

    /// Stores one person's answers of a wave; what is not given stays as it was.
    public func answer(_ answers: [String: String], wave: Wave, with token: PrivateToken) async throws -> SurveyForm {
        let id = try await surveySubject(of: token)
        return try await store(answers, wave: wave, of: id, mode: .web, answeredOn: nil, by: .linkHolder)
    }

    /// Stores answers keyed by staff from paper or the telephone.
    public func key(
        _ answers: [String: String],
        wave: Wave,
        of booking: ID<Booking>,
        mode: AnswerMode,
        answeredOn: CalendarDate?,
        by actor: Actor
    ) async throws -> SurveyForm {
        try await store(answers, wave: wave, of: booking, mode: mode, answeredOn: answeredOn, by: actor)
    }

    private func surveySubject(of token: PrivateToken) async throws -> ID<Booking> {
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

    private func surveyForm(_ id: ID<Booking>, wave: Wave?, keyed: Bool, at now: Date, _ reader: Reader) throws
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
        var given: [String: String] = [:]
        for answer in response?.answers ?? [] {
            given[answer.item] =
                answer.text ?? answer.choice ?? answer.score.map { String(Int($0)) } ?? Answer.cannotSayText
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
            given: given
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

    private func store(
        _ answers: [String: String],
        wave: Wave,
        of id: ID<Booking>,
        mode: AnswerMode,
        answeredOn: CalendarDate?,
        by actor: Actor
    ) async throws -> SurveyForm {
        let now = surroundings.now()
        let form = try await records.change(actor, .surveyAnswered, at: now) { ledger in
            let form = try surveyForm(id, wave: wave, keyed: mode != .web, at: now, ledger.read)
            try actor.require(.surveyAnswered, on: mode == .web ? .ownLink : form.run.subject)
            guard form.wave == wave else { throw SurveyRefusal.notOpen(wave, run: form.run.label) }
            let today = LocalDateTime(now, in: try timeZone(form.run.zone)).date
            try form.entry.requireAnswerable(on: answeredOn ?? today, today: today)
            let stored = try answers.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { code, given in
                try StoredAnswer(form.instrument.answer(given, to: code, in: wave), of: form.instrument.item(code))
            }
            let response = StoredResponse(
                booking: id,
                wave: wave,
                answeredOn: answeredOn ?? today,
                mode: mode,
                language: form.entry.person.language,
                answers: stored
            )
            try ledger.store(response, at: now)
            try ledger.queueAlerts(of: stored, form, answers, wave: wave)
            try ledger.note("booking:\(id)", ["wave": wave.name, "mode": mode.rawValue, "items": "\(stored.count)"])
            return try surveyForm(id, wave: wave, keyed: true, at: now, ledger.read)
        }
        tell(.surveyAnswered, ["run": "\(form.run.id)", "wave": "\(wave.name)"])
        return form
    }

    /// A number that belongs to a booking and never changes: the first eight bytes of its code's SHA-256.
    static func seed(of reference: String) -> UInt64 {
        PrivateToken.hash(of: reference).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// Why a survey cannot be answered.
public enum SurveyRefusal: Refusal, Equatable {
    /// The course asks nothing.
    case noSurvey(run: String)
    /// The wave's window is not open.
    case notOpen(Wave, run: String)
    /// Nobody of that code is on any run.
    case unknownAttendee(String, nearest: String?)
    /// The booking was given up.
    case cancelled(String)
    /// An answer of a day to come.
    case future(CalendarDate)
    /// The person is on another run than the file says.
    case otherCourse(String, given: String, actual: String)

    /// The sentence.
    public var description: String {
        switch self {
        case .noSurvey(let run): "\(run) has no survey. Choose a course that has one."
        case .notOpen(let wave, let run):
            "The survey \"\(wave.name)\" of \(run) cannot be answered on this day. Open the link again when it is due."
        case .unknownAttendee(let code, let nearest):
            "there is no booking \"\(code)\"\(nearest.map { "; did you mean \"\($0)\"?" } ?? "; codes are in \"bookings list\"")"
        case .cancelled(let code):
            "Booking \(code) is cancelled, so its surveys are closed. Check the code, or book anew."
        case .future(let date): "\(date) is still to come. Give the day on which the survey was answered."
        case .otherCourse(let code, let given, let actual):
            "\(code) is booked on run \(actual), not \(given); leave course_id empty or give \(actual)"
        }
    }
}

extension BookingEntry {
    /// Refuses answers of a booking that was given up, or of a day to come.
    func requireAnswerable(on day: CalendarDate, today: CalendarDate) throws(SurveyRefusal) {
        guard booking.state != .cancelled else { throw .cancelled(booking.reference) }
        guard day <= today else { throw .future(day) }
    }
}

extension StoredAnswer {
    /// An answer as kept on record: words apart, scores as numbers, choices as text.
    init(_ answer: Answer, of item: SurveyItem) {
        switch answer {
        case .words(let words): self.init(item: item.code, text: words)
        case .cannotSay: self.init(item: item.code)
        case .point, .count: self.init(item: item.code, score: item.score(of: answer))
        case .option, .options, .yes, .guarded:
            self.init(item: item.code, score: item.score(of: answer), choice: answer.text)
        }
    }
}

extension Ledger {
    /// Queues a letter to whoever must be told of an answer: the safeguarding lead, or those who offer help.
    func queueAlerts(of stored: [StoredAnswer], _ form: SurveyForm, _ answers: [String: String], wave: Wave) throws {
        for answer in stored {
            guard let item = try? form.instrument.item(answer.item), let given = answers[answer.item],
                let parsed = try? form.instrument.answer(given, to: answer.item, in: wave),
                let reader = item.alert(for: parsed)
            else { continue }
            try queueLetter(
                "alert-\(reader.rawValue)",
                subject: form.entry.booking.id.rawValue,
                occasion: "\(wave.name):\(item.code)"
            )
        }
    }
}

import FoundationEssentials
public import Programme
public import Records

/// What an import of answers did.
public struct SurveyImport: Hashable, Sendable {
    /// Rows read.
    public let rows: Int
    /// People and waves stored.
    public let responses: Int
    /// Scores that were missing.
    public let missing: Int
    /// Answers on record that were corrected.
    public let corrected: Int
}

extension Office {
    /// Stores answers from a file, all or none; `attendee` is a booking's code or number.
    ///
    /// Each record is checked against the survey its run was scheduled with. An answer, day, mode or language that is on
    /// record otherwise is corrected when there is a `reason`, and refused when there is none. A refusal carries the record's
    /// index.
    public func importResponses(_ rows: [ResponseRecord], reason: String? = nil, by actor: Actor) async throws
        -> SurveyImport
    {
        let now = surroundings.now()
        let today = try today()
        let result = try await records.change(actor, .surveysImported, at: now) { ledger in
            var sheets: [ResponseKey: ImportedSheet] = [:]
            var bookings: [String: BookingSurvey] = [:]
            for (index, row) in rows.enumerated() {
                do {
                    let known = try bookings[row.attendee] ?? ledger.read.survey(ofAttendee: row.attendee)
                    bookings[row.attendee] = known
                    try actor.require(.surveysImported, on: known.run.subject)
                    try known.require(row, today: today)
                    // "followup" is the first one the survey has, so that its answers are found under one name.
                    let wave = known.instrument.plan(row.wave)?.wave ?? row.wave
                    let key = ResponseKey(booking: known.booking, wave: wave)
                    var sheet = sheets[key] ?? ImportedSheet(known)
                    try sheet.add(row, index)
                    sheets[key] = sheet
                } catch let refusal as any Refusal {
                    throw RowRefusal(row: index, reason: refusal.description)
                }
            }
            var corrected = 0
            for (key, sheet) in sheets.sorted(by: { ($0.key.booking, $0.key.wave) < ($1.key.booking, $1.key.wave) }) {
                let changed = try take(sheet, key, reason: reason, today: today, by: actor, at: now, in: ledger)
                corrected += changed
                try ledger.note(
                    "booking:\(key.booking)",
                    ["wave": key.wave.name, "items": "\(sheet.answers.count)", "corrected": "\(changed)"]
                )
            }
            if sheets.isEmpty { try ledger.note("surveys", ["responses": "0"]) }
            return SurveyImport(
                rows: rows.count,
                responses: sheets.count,
                missing: rows.count { $0.score == nil },
                corrected: corrected
            )
        }
        tell(.surveysImported, ["responses": "\(result.responses)"])
        return result
    }

    /// Every scored answer as rows of `responses.csv`, without names.
    public func exportResponses(by actor: Actor) async throws -> [ResponseRecord] {
        try actor.require(.surveysExported)
        let answers = try await records.read { reader in try reader.responseRecords() }
        try await noteReading(.export, isOutcome: answers.contains { $0.wave >= .post }, by: actor)
        return answers
    }

    /// A survey link for each person with a place on a run.
    public func surveyLinks(of run: ID<Run>, by actor: Actor) async throws -> [SurveyLink] {
        let now = surroundings.now()
        let tokens = try await register(of: run, by: actor).lines.map { ($0, mintToken()) }
        return try await records.change(actor, .surveyLinksMade, at: now) { ledger in
            let run = try ledger.read.existingRun(run).run
            try actor.require(.surveyLinksMade, on: run.subject)
            let today = LocalDateTime(now, in: try timeZone(run.zone)).date
            let instrument = try ledger.read.frozenInstrument(of: run.id)
            for (line, token) in tokens {
                let dates = run.dates(
                    bookedAt: try ledger.read.existingBooking(line.booking).madeAt,
                    try timeZone(run.zone)
                )
                for standing in instrument?.standings(for: dates, on: today, answered: line.answered) ?? []
                where standing.canBeAnswered {
                    let event = WaveEvent(wave: standing.wave, kind: .link, day: today)
                    try ledger.insert(event, of: line.booking, by: actor.hand, reason: nil, at: now)
                }
                try ledger.mintLink(
                    token,
                    .survey,
                    subject: line.booking.rawValue,
                    at: now,
                    expires: linkExpiry(of: run)
                )
            }
            try ledger.note("run:\(run.id)", ["links": "\(tokens.count)"])
            return tokens.map { SurveyLink(line: $0.0, token: $0.1) }
        }
    }
}

/// A person's survey link.
public struct SurveyLink: Hashable, Sendable {
    /// The person's line of the register.
    public let line: RegisterLine
    /// The token of the link.
    public let token: PrivateToken
}

private struct ResponseKey: Hashable {
    let booking: ID<Booking>
    let wave: Wave
}

/// A booking with the survey its run was scheduled with.
private struct BookingSurvey {
    let entry: BookingEntry
    let run: Run
    let instrument: Instrument
    var booking: ID<Booking> { entry.booking.id }

    /// Refuses a row that is about another run, another trainer or a day to come.
    func require(_ row: ResponseRecord, today: CalendarDate) throws {
        if let course = row.course, course != run.id.description {
            throw SurveyRefusal.otherCourse(row.attendee, given: course, actual: run.id.description)
        }
        if let trainer = row.trainer, !run.trainers.contains(where: { $0.name == trainer }) {
            throw SurveyRefusal.otherTrainer(trainer, actual: run.trainers.map(\.name))
        }
        try entry.requireAnswerable(on: row.answeredOn ?? today, today: today)
    }
}

/// The rows of one person and wave.
private struct ImportedSheet {
    let known: BookingSurvey
    var answers: [StoredAnswer] = []
    var lines: [String: Int] = [:]
    var firstLine = 0
    var facts = SheetCorrection()

    init(_ known: BookingSurvey) { self.known = known }

    mutating func add(_ row: ResponseRecord, _ index: Int) throws {
        if answers.isEmpty { firstLine = index }
        let item = try known.instrument.item(row.item, in: row.wave)
        let answer = try row.score.map { StoredAnswer(try item.answer(score: $0), of: item) }
        answers.append(answer ?? StoredAnswer(item: item.code))
        lines[item.code] = index
        let sheet = "\(row.attendee) in \(row.wave.name)"
        let mode = try row.mode.map { word in
            guard let mode = AnswerMode(rawValue: word) else { throw SurveyRefusal.unknownMode(word) }
            return mode
        }
        facts.answeredOn = try Self.same(facts.answeredOn, row.answeredOn, "answered_on", sheet)
        facts.mode = try Self.same(facts.mode, mode, "mode", sheet) { $0.rawValue }
        facts.language = try Self.same(facts.language, row.language, "language", sheet)
    }

    private static func same<Value: Equatable>(
        _ first: Value?,
        _ second: Value?,
        _ fact: String,
        _ sheet: String,
        _ text: (Value) -> String = { "\($0)" }
    ) throws -> Value? {
        guard let first, let second, first != second else { return first ?? second }
        throw SurveyRefusal.rowsDisagree(fact: fact, sheet: sheet, first: text(first), second: text(second))
    }
}

extension Office {
    /// Stores one imported sheet; how many answers on record were corrected by it.
    private func take(
        _ sheet: ImportedSheet,
        _ key: ResponseKey,
        reason: String?,
        today: CalendarDate,
        by actor: Actor,
        at now: Date,
        in ledger: Ledger
    ) throws -> Int {
        let before = try ledger.read.response(of: key.booking, wave: key.wave)
        let response = StoredResponse(
            booking: key.booking,
            wave: key.wave,
            answeredOn: sheet.facts.answeredOn ?? today,
            mode: sheet.facts.mode ?? .paper,
            language: sheet.facts.language,
            answers: sheet.answers,
            keyedBy: (sheet.facts.mode ?? .paper) == .web ? nil : actor.hand
        )
        try ledger.store(response, at: now)
        guard let before, let id = before.id else { return 0 }
        let values = sheet.answers.filter { answer in
            guard let known = before.values[answer.item], known != answer.value else { return false }
            // A file of scores cannot tell which option or form was behind one.
            return known.choice == nil || known.score == nil || known.score != answer.score
        }
        let facts = sheet.facts.facts.filter { before.facts[$0.0.rawValue] != $0.1 }
        let changes =
            facts.map { ($0.0.rawValue, before.facts[$0.0.rawValue], $0.1) }
            + values.map { ($0.item, before.values[$0.item], $0.value) }
        for (item, from, to) in changes {
            guard let reason else {
                let refusal = SurveyRefusal.onRecordOtherwise(
                    item: item,
                    sheet: "\(sheet.known.entry.booking.reference) in \(key.wave.name)",
                    onRecord: from?.text ?? "blank",
                    given: to.text
                )
                throw RowRefusal(row: sheet.lines[item] ?? sheet.firstLine, reason: refusal.description)
            }
            try actor.require(.surveyCorrected, on: sheet.known.run.subject)
            let change = AnswerChange(
                item: item,
                from: from,
                to: to,
                source: .file,
                by: actor.hand,
                at: now,
                reason: reason
            )
            try ledger.change(change, in: id)
            try ledger.settle(item, in: id, by: actor.hand, reason: reason, at: now)
        }
        return changes.count
    }
}

extension Reader {
    fileprivate func survey(ofAttendee text: String) throws -> BookingSurvey {
        guard let entry = try booking(reference: text) ?? ID<Booking>(text).flatMap({ try booking($0) }) else {
            throw SurveyRefusal.unknownAttendee(text, nearest: nil)
        }
        let run = try existingRun(entry.booking.run).run
        guard let instrument = try frozenInstrument(of: run.id) else { throw SurveyRefusal.noSurvey(run: run.label) }
        return BookingSurvey(entry: entry, run: run, instrument: instrument)
    }
}

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
}

extension Office {
    /// Stores answers from a file, all or none; `attendee` is a booking's code or number.
    ///
    /// Each record is checked against the survey its run was scheduled with. A refusal carries the record's index.
    public func importResponses(_ rows: [ResponseRecord], by actor: Actor) async throws -> SurveyImport {
        let now = surroundings.now()
        let today = try today()
        let result = try await records.change(actor, .surveysImported, at: now) { ledger in
            var responses: [ResponseKey: StoredResponse] = [:]
            var bookings: [String: BookingSurvey] = [:]
            for (index, row) in rows.enumerated() {
                do {
                    let known = try bookings[row.attendee] ?? ledger.read.survey(ofAttendee: row.attendee)
                    bookings[row.attendee] = known
                    try actor.require(.surveysImported, on: known.run.subject)
                    if let course = row.course, course != known.run.id.description {
                        throw SurveyRefusal.otherCourse(row.attendee, given: course, actual: known.run.id.description)
                    }
                    try known.entry.requireAnswerable(on: row.answeredOn ?? today, today: today)
                    let key = ResponseKey(booking: known.booking, wave: row.wave)
                    var response = responses[key] ?? known.response(row, answeredOn: row.answeredOn ?? today)
                    response.answers.append(try known.answer(row))
                    responses[key] = response
                } catch let refusal as any Refusal {
                    throw RowRefusal(row: index, reason: refusal.description)
                }
            }
            for response in responses.values.sorted(by: { ($0.booking, $0.wave) < ($1.booking, $1.wave) }) {
                try ledger.store(response, at: now)
                try ledger.note(
                    "booking:\(response.booking)",
                    ["wave": response.wave.name, "mode": response.mode.rawValue, "items": "\(response.answers.count)"]
                )
            }
            if responses.isEmpty { try ledger.note("surveys", ["responses": "0"]) }
            return SurveyImport(
                rows: rows.count,
                responses: responses.count,
                missing: rows.count { $0.score == nil }
            )
        }
        tell(.surveysImported, ["responses": "\(result.responses)"])
        return result
    }

    /// Every scored answer as rows of `responses.csv`, without names.
    public func exportResponses(by actor: Actor) async throws -> [ResponseRecord] {
        try actor.require(.surveysExported)
        return try await records.read { reader in try reader.responseRecords() }
    }

    /// A survey link for each person with a place on a run.
    public func surveyLinks(of run: ID<Run>, by actor: Actor) async throws -> [SurveyLink] {
        let now = surroundings.now()
        let tokens = try await register(of: run, by: actor).lines.map { ($0, mintToken()) }
        return try await records.change(actor, .surveyLinksMade, at: now) { ledger in
            let run = try ledger.read.existingRun(run).run
            try actor.require(.surveyLinksMade, on: run.subject)
            for (line, token) in tokens {
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

    func response(_ row: ResponseRecord, answeredOn: CalendarDate) -> StoredResponse {
        StoredResponse(
            booking: booking,
            wave: row.wave,
            answeredOn: answeredOn,
            mode: row.mode.flatMap(AnswerMode.init) ?? .paper,
            language: row.language,
            answers: []
        )
    }

    func answer(_ row: ResponseRecord) throws -> StoredAnswer {
        let item = try instrument.item(row.item, in: row.wave)
        guard let score = row.score else { return StoredAnswer(item: item.code) }
        return StoredAnswer(try item.answer(score: score), of: item)
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

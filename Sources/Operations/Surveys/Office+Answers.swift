import FoundationEssentials
public import Programme
public import Records

extension Office {
    /// Stores one person's answers of a wave; what is not given stays as it was, and what is given anew keeps its history.
    public func answer(_ answers: [String: String], wave: Wave, with token: PrivateToken) async throws -> SurveyForm {
        let id = try await surveySubject(of: token)
        return try await store(answers, wave: wave, of: id, mode: .web, answeredOn: nil, by: .linkHolder)
    }

    /// Stores answers keyed by staff from paper or the telephone; what is on record otherwise is refused, since that is a
    /// correction (``correct(_:wave:of:facts:reason:by:)``) or a second keying (``keyAgain(_:wave:of:by:)``).
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
            let keyed = try KeyedSheet(answers, form, wave: wave)
            // Whoever empties a field of their own form takes the answer back.
            let emptied = mode == .web ? answers.keys.filter { answers[$0] == "" && form.given[$0] != nil } : []
            guard !keyed.answers.isEmpty || !emptied.isEmpty else {
                throw SurveyRefusal.nothingKeyed(sheet: form.sheetName)
            }
            let changed = keyed.changed(on: form.sheet)
            guard mode == .web || changed.isEmpty else {
                throw SurveyRefusal.onRecord(items: changed.map(\.item).sorted(), sheet: form.sheetName)
            }
            let response = StoredResponse(
                booking: id,
                wave: wave,
                answeredOn: answeredOn ?? today,
                mode: mode,
                language: form.instrument.languages.first,
                answers: keyed.answers,
                keyedBy: mode == .web ? nil : actor.hand
            )
            try ledger.store(response, at: now)
            try ledger.change(changed, emptied: emptied.sorted(), on: form.sheet, by: actor.hand, at: now)
            let stored = try surveyForm(id, wave: wave, keyed: true, at: now, ledger.read)
            try ledger.queueAlerts(of: stored, wave: wave)
            try ledger.note(
                "booking:\(id)",
                [
                    "wave": wave.name, "mode": mode.rawValue, "items": "\(keyed.answers.count)",
                    "changed": "\(changed.count)",
                ]
            )
            return stored
        }
        tell(.surveyAnswered, ["run": "\(form.run.id)", "wave": "\(wave.name)"])
        return form
    }
}

/// Answers of one sheet as they were given, checked against the instrument.
struct KeyedSheet {
    /// The answers as kept on record.
    let answers: [StoredAnswer]

    /// Reads what was given; blanks are left out.
    init(_ given: [String: String], _ form: SurveyForm, wave: Wave) throws {
        let given = given.filter { !$0.value.isEmpty }
        let all = SurveyForm.answers(form.given.merging(given) { _, new in new }, form.instrument, in: wave)
        answers = try given.sorted { $0.key < $1.key }.map { code, text in
            let item = try form.instrument.item(code, in: wave)
            var answer = StoredAnswer(try item.answer(text), of: item)
            answer.mayQuote = form.instrument.mayQuote(code, after: all)
            return answer
        }
    }

    /// Answers of a sheet read elsewhere.
    init(answers: [StoredAnswer]) { self.answers = answers }

    /// The values that are no words, by item.
    var values: [String: AnswerValue] {
        answers.filter { $0.text == nil }.reduce(into: [:]) { $0[$1.item] = $1.value }
    }

    /// The answers that are on record otherwise.
    func changed(on sheet: StoredResponse?) -> [StoredAnswer] {
        let known = (sheet?.answers ?? []).reduce(into: [String: StoredAnswer]()) { $0[$1.item] = $1 }
        return answers.filter { answer in
            guard let before = known[answer.item] else { return false }
            return before.text != answer.text || before.value != answer.value
        }
    }
}

extension Ledger {
    /// Changes a person's own answers on record, each with its history.
    fileprivate func change(
        _ changed: [StoredAnswer],
        emptied: [String],
        on sheet: StoredResponse?,
        by hand: String,
        at now: Date
    ) throws {
        guard let sheet, let id = sheet.id else { return }
        func step(_ item: String, _ from: AnswerValue?, _ to: AnswerValue?) -> AnswerChange {
            AnswerChange(item: item, from: from, to: to, source: .own, by: hand, at: now, reason: nil)
        }
        for answer in changed {
            if let text = answer.text {
                try changeWords(to: text, mayQuote: answer.mayQuote, step(answer.item, .words, .words), in: id)
            } else {
                try change(step(answer.item, sheet.values[answer.item], answer.value), in: id)
            }
        }
        for item in emptied {
            if let value = sheet.values[item] {
                try change(step(item, value, nil), in: id)
            } else {
                try changeWords(to: nil, mayQuote: false, step(item, .words, nil), in: id)
            }
        }
    }

    /// Queues a letter to whoever must be told of an answer, once a wave and item, and keeps with the words whether they may
    /// be quoted as the wave's answers now say.
    func queueAlerts(of form: SurveyForm, wave: Wave) throws {
        let answers = SurveyForm.answers(form.given, form.instrument, in: wave)
        for (item, reader) in form.instrument.alerts(after: answers, in: wave) {
            try queueLetter(
                "alert-\(reader.rawValue)",
                subject: form.entry.booking.id.rawValue,
                occasion: "\(wave.name):\(item)"
            )
        }
        guard let sheet = form.sheet, let id = sheet.id else { return }
        for answer in sheet.answers where answer.text != nil {
            let mayQuote = form.instrument.mayQuote(answer.item, after: answers)
            if mayQuote != answer.mayQuote { try setQuoting(mayQuote, of: answer.item, in: id) }
        }
    }
}

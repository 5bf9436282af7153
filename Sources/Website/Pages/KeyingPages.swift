import Hummingbird
import Operations
import Programme
import Records

/// Who has answered the surveys of a run, and keying answers from paper: a first time, a second time, and corrections.
struct KeyingPages: Sendable {
    let site: Site

    /// What is done with a sheet on the keying page.
    enum Entry: String, Sendable {
        /// Keyed for the first time, or the rest of it.
        case first
        /// Keyed a second time without seeing the first.
        case again
        /// Put right, with a reason.
        case correct
    }

    /// Who has answered which survey.
    @Sendable func list(_ visit: Visit) async throws -> Response {
        let run: ID<Run> = try visit.id("run")
        let overview = try await site.office.surveyOverview(of: run, by: visit.actor)
        let model = SurveyListPage(overview, site: site, visit: visit)
        let head = PageHead(
            title: "Surveys of run \(run)",
            terminal: [
                TerminalWords.command("surveys links \(run)"), TerminalWords.command("surveys flow \(run)"),
                TerminalWords.command("surveys disagreements \(run)"),
                TerminalWords.command("surveys import answers.csv"),
            ],
            notice: Self.notice(visit.query)
        )
        return try await site.page(.surveys, visit, head, model)
    }

    /// The form for one person's sheet.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        let (form, entry) = try await form(visit, visit.query)
        let answers = SurveyAnswers(given: form.given)
        return try await page(visit, form, entry, entry == .again ? SurveyAnswers(given: [:]) : answers)
    }

    /// Stores one person's sheet, and goes on to the next.
    @Sendable func store(_ visit: Visit) async throws -> Response {
        let (form, entry) = try await form(visit, visit.form)
        guard let wave = form.wave else { throw HTTPError(.badRequest) }
        var answers = SurveyAnswers(keyed: visit.form, form: form)
        let day = try answers.errors.read("answered_on") {
            try visit.form.given("answered_on").map(DayTyped.init(parsing:))
        }
        let mode = AnswerMode(rawValue: visit.form["mode"])
        if answers.valid.isEmpty, answers.errors.isEmpty, entry != .correct {
            answers.errors.note("Nothing was keyed. Key at least one answer, or go back to the list.")
        }
        guard answers.errors.isEmpty else { return try await page(visit, form, entry, answers) }
        let booking = form.entry.booking.id
        var needsHelp = false
        do {
            switch entry {
            case .first:
                let kept = try await site.office.key(
                    answers.valid,
                    wave: wave,
                    of: booking,
                    mode: mode == .telephone ? .telephone : .paper,
                    answeredOn: day.flatMap(\.self)?.date,
                    by: visit.actor
                )
                needsHelp = kept.offersSupport
            case .again: _ = try await site.office.keyAgain(answers.valid, wave: wave, of: booking, by: visit.actor)
            case .correct:
                _ = try await site.office.correct(
                    answers.corrections(of: form),
                    wave: wave,
                    of: booking,
                    facts: SheetCorrection(answeredOn: day.flatMap(\.self)?.date, mode: mode),
                    reason: visit.form["reason"],
                    by: visit.actor
                )
            }
        } catch let refusal as NotAllowed {
            throw refusal
        } catch let refusal as any Refusal {
            answers.errors.note(refusal.description, on: Self.field(of: refusal))
            return try await page(visit, form, entry, answers)
        }
        let help = needsHelp ? "&help=\(form.entry.booking.reference)" : ""
        return site.redirect(to: try await after(form, wave, entry, visit) + help)
    }

    /// Notes what is known about asking somebody who has not answered.
    @Sendable func note(_ visit: Visit) async throws -> Response {
        let (form, entry) = try await form(visit, visit.form)
        guard let wave = form.wave else { throw HTTPError(.badRequest) }
        var errors = FormErrors()
        let day = try errors.read("noted_on") { try visit.form.given("noted_on").map(DayTyped.init(parsing:)) }
        let kind = WaveEvent.Kind(rawValue: visit.form["kind"])
        if kind == nil { errors.note("Choose what is known.", on: "kind-1") }
        if errors.isEmpty, let kind {
            do {
                try await site.office.note(
                    kind,
                    wave: wave,
                    of: form.entry.booking.id,
                    on: day.flatMap(\.self)?.date,
                    reason: visit.form.given("words"),
                    by: visit.actor
                )
                return site.redirect(to: Route.surveys.path(form.run.id) + "?done=noted")
            } catch let refusal as NotAllowed {
                throw refusal
            } catch let refusal as any Refusal {
                errors.note(refusal.description)
            }
        }
        var answers = SurveyAnswers(given: form.given)
        answers.errors = errors
        return try await page(visit, form, entry, answers)
    }

    /// Where the sentence of a refusal belongs.
    private static func field(of refusal: any Refusal) -> String? {
        switch refusal {
        case SurveyRefusal.reasonMissing: "reason"
        case SurveyRefusal.future: "answered_on"
        default: nil
        }
    }

    private static func notice(_ query: Fields) -> String? {
        let sentence = [
            "keyed": "The answers are saved. No sheet of this wave is left to key.", "saved": "The answers are saved.",
            "again": "The second keying is saved. What differs stands on the list of disagreements.",
            "correct": "The sheet is corrected. What it said before stays in its history.", "noted": "It is noted.",
        ][query["done"]]
        return sentence.map { $0 + help(query) }
    }

    /// What to do about a sheet that tells of somebody hurt or asks for help: on paper nobody has offered any yet.
    private static func help(_ query: Fields) -> String {
        query.given("help").map {
            " \($0) tells of a threat or an injury, or asks for help: offer it to them, and speak with the safeguarding lead."
        } ?? ""
    }

    /// The next sheet to be keyed in this wave, else the list.
    private func after(_ form: SurveyForm, _ wave: Programme.Wave, _ entry: Entry, _ visit: Visit) async throws
        -> String
    {
        let (run, booking) = (form.run.id, form.entry.booking.id)
        let list = Route.surveys.path(run)
        guard visit.form.has("next"), entry != .correct else {
            return "\(list)?done=\(entry == .first ? "saved" : entry.rawValue)"
        }
        let overview = try await site.office.surveyOverview(of: run, by: visit.actor)
        let now = site.office.surroundings.now()
        guard
            let next = overview.next(after: booking, wave, again: entry == .again, by: visit.actor.hand, at: now)
        else { return "\(list)?done=\(entry == .first ? "keyed" : entry.rawValue)" }
        return KeyingPage.address(run, next.booking, wave, entry) + "&kept=\(form.entry.booking.reference)"
    }

    /// The sheet and what is done with it: what is on record is corrected, everything else keyed.
    private func form(_ visit: Visit, _ fields: Fields) async throws -> (SurveyForm, Entry) {
        let run: ID<Run> = try visit.id("run")
        let wave = try fields.given("wave").map { name in
            guard let wave = Programme.Wave(name: name) else { throw HTTPError(.notFound) }
            return wave
        }
        let booking: ID<Booking> = try visit.id("booking")
        if fields["entry"] == Entry.again.rawValue, let wave {
            let form = try await site.office.secondForm(of: booking, wave: wave, by: visit.actor)
            guard form.run.id == run else { throw UnknownThing.booking(try visit.text("booking")) }
            return (form, .again)
        }
        let form = try await site.office.surveyForm(of: booking, wave: wave, by: visit.actor)
        guard form.run.id == run else { throw UnknownThing.booking(try visit.text("booking")) }
        return (form, form.sheet == nil || fields["entry"] == Entry.first.rawValue ? .first : .correct)
    }

    private func page(_ visit: Visit, _ form: SurveyForm, _ entry: Entry, _ answers: SurveyAnswers) async throws
        -> Response
    {
        let booking = form.entry.booking.id
        var history: SheetHistory?
        if entry == .correct, let wave = form.wave {
            history = try await site.office.sheetHistory(of: booking, wave: wave, by: visit.actor)
        }
        let overview = try await site.office.surveyOverview(of: form.run.id, by: visit.actor)
        let notes = try await site.office.waveNotes(of: booking, by: visit.actor)
        let known = notes.notes.filter { $0.event.wave == form.wave }
        let model = KeyingPage(
            form: form,
            entry: entry,
            answers: answers,
            typed: visit.form,
            place: KeyingPlace(form, entry, overview, hand: visit.actor.hand, at: site.office.surroundings.now()),
            history: history.map { history in history.changes.reversed().map { KeyingPage.Change($0, history.names) } }
                ?? [],
            notes: entry == .first ? known.map { KeyingPage.Note($0, notes.names) } : [],
            canBeKeyedAgain: form.sheet.map { $0.mode != .web } == true
                && form.wave.flatMap { overview.sheet(of: booking, $0) }?.isKeyedTwice == false
        )
        let wave = form.wave?.name ?? ""
        let code = form.entry.booking.reference
        let head = PageHead(
            title: "\(model.heading), \(code)",
            status: answers.errors.isEmpty ? .ok : .unprocessableContent,
            terminal: entry == .correct
                ? [
                    TerminalWords.command("surveys show \(code) \(wave)"),
                    TerminalWords.command("surveys correct \(code) \(wave) A1=7", ["reason": "read 1 as 7"]),
                ]
                : [
                    TerminalWords.command(
                        "surveys \(entry == .again ? "double-entry" : "key") \(code) \(wave) A1=7 A2=x"
                    )
                ],
            script: site.assets.address(of: .keying),
            summary: answers.errors.summary(),
            notice: visit.query.given("kept").map { "\($0) is saved." + Self.help(visit.query) }
        )
        return try await site.page(.keySurvey, visit, head, model)
    }
}

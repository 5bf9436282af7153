import Hummingbird
import Operations
import Programme
import Records

/// Who has answered the surveys of a run, and keying answers from paper.
struct KeyingPages: Sendable {
    let site: Site

    /// Who has answered which survey.
    @Sendable func list(_ visit: Visit) async throws -> Response {
        let run: ID<Run> = try visit.id("run")
        let sheet = try await site.office.register(of: run, by: visit.actor)
        let first = sheet.lines.first?.booking
        let instrument = try await first.asyncMap { booking in
            try await site.office.surveyForm(of: booking, wave: nil, by: visit.actor).instrument
        }
        let waves = (instrument?.waves.map(\.wave) ?? []).filter { $0 != .booking }
        let model = SurveyListPage(
            card: StaffRunCard(sheet.summary, site: site, visit: visit),
            waves: waves.map { wave in
                let answered = sheet.lines.count { $0.answered.contains(wave) }
                return SurveyListPage.Head(
                    label: SurveyWords.short(wave),
                    count: "\(answered) of \(sheet.lines.count)"
                )
            },
            lines: sheet.lines.map { line in
                SurveyListPage.Line(
                    name: NameText(line.name, language: line.language),
                    reference: line.reference,
                    cells: waves.map { wave in
                        SurveyListPage.Cell(
                            isAnswered: line.answered.contains(wave),
                            address: "\(Route.keySurvey.path(run, line.booking))?wave=\(wave.name)",
                            label: "\(SurveyWords.title(wave)) of \(line.name.text)"
                        )
                    }
                )
            },
            isEmpty: sheet.lines.isEmpty || waves.isEmpty
        )
        let head = PageHead(
            title: "Surveys of run \(run)",
            terminal: [
                TerminalWords.command("surveys links \(run)"), TerminalWords.command("surveys import answers.csv"),
            ],
            notice: visit.query.has("done") ? "The answers are saved." : nil
        )
        return try await site.page(.surveys, visit, head, model)
    }

    /// The form for one person's answers from paper.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        let form = try await form(visit, wave: Self.wave(visit.query))
        return try await page(visit, form, SurveyAnswers(given: form.given))
    }

    /// Stores one person's answers from paper, and goes on to the next person.
    @Sendable func store(_ visit: Visit) async throws -> Response {
        let form = try await form(visit, wave: Self.wave(visit.form))
        guard let wave = form.wave else { throw HTTPError(.badRequest) }
        var answers = SurveyAnswers(keyed: visit.form, form: form)
        let day = try answers.errors.read("answered_on") {
            try visit.form.given("answered_on").map(DayTyped.init(parsing:))
        }
        let mode: AnswerMode = visit.form["mode"] == AnswerMode.telephone.rawValue ? .telephone : .paper
        if answers.valid.isEmpty, answers.errors.isEmpty {
            answers.errors.note("Nothing was keyed. Key at least one answer, or go back to the list.")
        }
        guard answers.errors.isEmpty else { return try await page(visit, form, answers) }
        let booking = form.entry.booking.id
        _ = try await site.office.key(
            answers.valid,
            wave: wave,
            of: booking,
            mode: mode,
            answeredOn: day.flatMap(\.self)?.date,
            by: visit.actor
        )
        return site.redirect(to: try await after(booking, on: form.run.id, wave, visit))
    }

    /// The next person on the register without an answer in this wave, else the list.
    private func after(_ booking: ID<Booking>, on run: ID<Run>, _ wave: Programme.Wave, _ visit: Visit) async throws
        -> String
    {
        let list = Route.surveys.path(run) + "?done=keyed"
        guard visit.form.has("next") else { return list }
        let lines = try await site.office.register(of: run, by: visit.actor).lines
        let rest = lines.drop { $0.booking != booking }.dropFirst()
        guard let next = rest.first(where: { !$0.answered.contains(wave) }) else { return list }
        return "\(Route.keySurvey.path(run, next.booking))?wave=\(wave.name)"
    }

    private func form(_ visit: Visit, wave: Programme.Wave?) async throws -> SurveyForm {
        let run: ID<Run> = try visit.id("run")
        let form = try await site.office.surveyForm(of: try visit.id("booking"), wave: wave, by: visit.actor)
        guard form.run.id == run else { throw UnknownThing.booking(try visit.text("booking")) }
        return form
    }

    private static func wave(_ fields: Fields) throws -> Programme.Wave? {
        try fields.given("wave").map { name in
            guard let wave = Programme.Wave(name: name) else { throw HTTPError(.notFound) }
            return wave
        }
    }

    private func page(_ visit: Visit, _ form: SurveyForm, _ answers: SurveyAnswers) async throws -> Response {
        let run = form.run
        let model = KeyingPage(
            name: NameText(form.entry.person),
            reference: form.entry.booking.reference,
            course: "\(run.title), \(DateWords.day(run.starts.date))",
            wave: form.wave?.name ?? "",
            title: form.wave.map(SurveyWords.title) ?? "",
            action: Route.storeSurvey.path(run.id, form.entry.booking.id),
            back: Route.surveys.path(run.id),
            rows: form.sections.flatMap(\.items).map { KeyingRow($0, form: form, answers: answers) },
            day: TextField(
                "answered_on",
                "Day on the sheet",
                hint: "Empty means today.",
                value: visit.form["answered_on"],
                error: answers.errors["answered_on"],
                type: "date",
                width: "middle"
            ),
            modes: ChoiceField(
                "mode",
                "How it was answered",
                chosen: [visit.form.given("mode") ?? AnswerMode.paper.rawValue],
                from: [(AnswerMode.paper.rawValue, "On paper"), (AnswerMode.telephone.rawValue, "By telephone")]
            )
        )
        let head = PageHead(
            title: "Key answers, \(form.entry.booking.reference)",
            status: answers.errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [TerminalWords.command("surveys import answers.csv")],
            summary: answers.errors.summary()
        )
        return try await site.page(.keySurvey, visit, head, model)
    }
}

extension Optional {
    /// The value put through an asynchronous question.
    func asyncMap<Result>(_ body: (Wrapped) async throws -> Result) async rethrows -> Result? {
        guard let value = self else { return nil }
        return try await body(value)
    }
}

import Hummingbird
import Operations
import Programme

/// A survey by private link.
struct SurveyPages: Sendable {
    let site: Site

    /// The survey that is open now, or the one asked for.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        let wave = try Self.wave(visit.query)
        let form = try await site.office.surveyForm(with: try visit.token(), wave: wave)
        return try await page(visit, form, SurveyAnswers(given: form.given))
    }

    /// Keeps what was answered; what cannot be kept is asked for again beside what was typed.
    @Sendable func answer(_ visit: Visit) async throws -> Response {
        let token = try visit.token()
        guard let wave = try Self.wave(visit.form) else { throw HTTPError(.badRequest) }
        let form = try await site.office.surveyForm(with: token, wave: wave)
        var answers = SurveyAnswers(sent: visit.form, form: form)
        if form.wave == nil { throw SurveyRefusal.notOpen(wave, run: form.run.title) }
        if answers.valid.isEmpty, answers.errors.isEmpty {
            answers.errors.note("You have not answered anything yet. Answer at least one question, or close the page.")
        }
        if !answers.valid.isEmpty {
            let stored = try await site.office.answer(answers.valid, wave: wave, with: token)
            if answers.errors.isEmpty {
                return site.redirect(to: "\(Route.survey.path(token))?wave=\(wave.name)&saved=yes")
            }
            return try await page(visit, stored, answers)
        }
        return try await page(visit, form, answers)
    }

    private static func wave(_ fields: Fields) throws -> Wave? {
        guard let name = fields.given("wave") else { return nil }
        guard let wave = Wave(name: name.lowercased()) else { throw HTTPError(.notFound) }
        return wave
    }

    private func page(_ visit: Visit, _ form: SurveyForm, _ answers: SurveyAnswers) async throws -> Response {
        let token = try visit.token()
        let plan = form.wave.flatMap { form.instrument.plan($0) }
        let items = form.sections.flatMap(\.items)
        let count = items.count { form.given[$0.code] != nil }
        let isSaved = visit.query.has("saved") && count > 0
        let heading = isSaved ? "Thank you" : plan?.title ?? "No survey is open today"
        let model = SurveyPage(
            heading: heading,
            course: "\(form.run.title), \(DateWords.day(form.run.starts.date))",
            introduction: Paragraphs.of(form.instrument.introduction),
            wave: form.wave?.name,
            action: Route.answer.path(token),
            isSaved: isSaved,
            saved: "\(count) of \(NumberWords.many(items.count, "question")) answered.",
            change: form.wave.map { "\(Route.survey.path(token))?wave=\($0.name)" },
            sections: form.sections.map { section in
                SurveyPage.Section(
                    title: section.title,
                    question: section.question,
                    items: section.items.map { SurveyItemView($0, form: form, answers: answers) }
                )
            },
            standings: form.standings.compactMap { standing in
                SurveyWords.state(of: standing).map {
                    SurveyPage.Standing(title: SurveyWords.title(standing.wave), state: $0)
                }
            },
            booking: Route.booking.path(token)
        )
        let head = PageHead(
            title: heading,
            status: answers.errors.isEmpty ? .ok : .unprocessableContent,
            terminal: form.wave == nil ? [] : [TerminalWords.command("surveys import answers.csv")],
            hasQuickExit: true,
            summary: answers.errors.summary(anchors: answers.anchors(items))
        )
        return try await site.page(.survey, visit, head, model)
    }
}

/// A survey.
struct SurveyPage: Sendable {
    struct Section: Sendable {
        let title: String
        let question: String?
        let items: [SurveyItemView]
    }
    struct Standing: Sendable {
        let title: String
        let state: String
    }
    let heading: String
    let course: String
    let introduction: [String]
    let wave: String?
    let action: String
    let isSaved: Bool
    let saved: String
    let change: String?
    let sections: [Section]
    let standings: [Standing]
    let booking: String
}

import HTTPTypes
import Hummingbird
import NIOCore
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
        let next = visit.form.given("next").flatMap { code in form.sections.first { $0.code == code }?.code }
        if answers.valid.isEmpty, answers.errors.isEmpty, next == nil, !visit.wantsPlainText {
            answers.errors.note("You have not answered anything yet. Answer at least one question, or close the page.")
        }
        var stored = form
        if !answers.valid.isEmpty {
            stored = try await site.office.answer(answers.valid, wave: wave, with: token)
        }
        if visit.wantsPlainText { return Self.plain(answers.errors) }
        guard answers.errors.isEmpty else { return try await page(visit, stored, answers) }
        let address = "\(Route.survey.path(token))?wave=\(wave.name)"
        return site.redirect(to: next.map { "\(address)#part-\($0)" } ?? "\(address)&saved=yes")
    }

    /// What the page's script is told: nothing but a word, or the sentence.
    private static func plain(_ errors: FormErrors) -> Response {
        Response(
            status: errors.isEmpty ? .ok : .unprocessableContent,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: errors.items.first?.text ?? "saved"))
        )
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
        let parsed = form.wave.map { _ in
            items.reduce(into: [String: Answer]()) { $0[$1.code] = try? $1.answer(form.given[$1.code] ?? "") }
        }
        let asked = items.filter { $0.isAsked(after: parsed ?? [:]) }
        let count = asked.count { form.given[$0.code] != nil }
        let isSaved = visit.query.has("saved") && count > 0
        let heading = isSaved ? "Thank you" : plan?.title ?? "No survey is open today"
        let model = SurveyPage(
            heading: heading,
            course: "\(form.run.title), \(DateWords.day(form.run.starts.date))",
            introduction: Paragraphs.of(form.instrument.introduction),
            wave: form.wave?.name,
            action: Route.answer.path(token),
            isSaved: isSaved,
            saved: "\(count) of \(NumberWords.many(asked.count, "question")) answered.",
            support: form.offersSupport ? Self.support(form, parsed ?? [:]) : nil,
            progress: "\(count) of \(NumberWords.many(asked.count, "question")) answered",
            questions: "\(asked.count)",
            answered: "\(count)",
            change: form.wave.map { "\(Route.survey.path(token))?wave=\($0.name)" },
            sections: form.sections.enumerated().map { index, section in
                let question = section.question.map { _ in "part-\(section.code)-question" }
                return SurveyPage.Section(
                    code: section.code,
                    title: section.title,
                    part: "part \(index + 1) of \(form.sections.count)",
                    question: section.question,
                    items: section.items.map { SurveyItemView($0, form: form, answers: answers, question: question) },
                    next: form.sections.dropFirst(index + 1).first?.code
                )
            },
            standings: form.standings.compactMap { standing in
                SurveyWords.state(of: standing).map {
                    SurveyPage.Standing(
                        title: SurveyWords.title(standing.wave),
                        state: $0,
                        address: standing.canBeAnswered && (standing.wave != form.wave || isSaved)
                            ? "\(Route.survey.path(token))?wave=\(standing.wave.name)" : nil
                    )
                }
            },
            booking: Route.booking.path(token)
        )
        let head = PageHead(
            title: heading,
            status: answers.errors.isEmpty ? .ok : .unprocessableContent,
            terminal: form.wave == nil ? [] : [TerminalWords.command("surveys import answers.csv")],
            script: form.wave == nil || isSaved ? nil : site.assets.address(of: .survey),
            hasQuickExit: true,
            summary: answers.errors.summary(anchors: answers.anchors(items))
        )
        return try await site.page(.survey, visit, head, model)
    }
}

extension SurveyPages {
    /// What happens now, for somebody who was threatened or hurt or asks for help.
    private static func support(_ form: SurveyForm, _ answers: [String: Answer]) -> String {
        let readers = form.wave.map { form.instrument.alerts(after: answers, in: $0).map(\.reader) } ?? []
        if readers.contains(.safeguarding) {
            return "Thank you for telling us. Our safeguarding lead is told and will get in touch with you."
        }
        if readers.contains(.support) {
            return "Thank you for telling us. Somebody from the programme is told and will get in touch with you."
        }
        return
            "Thank you for telling us. Nobody is told about it unless you say so here; we should be glad to help, and so would these."
    }
}

/// A survey.
struct SurveyPage: Sendable {
    struct Section: Sendable {
        let code: String
        let title: String
        let part: String
        let question: String?
        let items: [SurveyItemView]
        let next: String?
    }
    struct Standing: Sendable {
        let title: String
        let state: String
        let address: String?
    }
    let heading: String
    let course: String
    let introduction: [String]
    let wave: String?
    let action: String
    let isSaved: Bool
    let saved: String
    let support: String?
    let progress: String
    let questions: String
    let answered: String
    let change: String?
    let sections: [Section]
    let standings: [Standing]
    let booking: String
}

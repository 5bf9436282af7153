import Hummingbird
import Operations
import Programme
import Records

/// Funded programmes with their uptake, and awareness sessions.
struct ProgrammePages: Sendable {
    let site: Site

    /// Uptake against target, area by area.
    @Sendable func list(_ visit: Visit) async throws -> Response {
        let programmes = try await site.office.programmes(by: visit.actor)
        var parts: [ProgrammePage.Part] = []
        for programme in programmes {
            let uptake = try await site.office.uptake(of: programme.code, by: visit.actor)
            parts.append(ProgrammePage.Part(programme, uptake, site: site))
        }
        let head = PageHead(
            title: "Programmes",
            terminal: [TerminalWords.command("programmes list")]
                + (programmes.first.map { [TerminalWords.command("programmes targets \($0.code)")] } ?? [])
        )
        return try await site.page(.programmes, visit, head, ProgrammePage(parts: parts, isEmpty: parts.isEmpty))
    }

    /// Sessions where only heads are counted, and the form that logs one.
    @Sendable func awareness(_ visit: Visit) async throws -> Response { try await page(visit, FormErrors()) }

    /// Logs a session.
    @Sendable func logAwareness(_ visit: Visit) async throws -> Response {
        var errors = FormErrors()
        let form = visit.form
        let day = try errors.read("date") { try DayTyped(parsing: form["date"]) }
        let setting = try errors.read("setting") { try AwarenessSetting(parsing: form["setting"]) }
        let heads = Int(form["heads"])
        if heads == nil { errors.note("Type how many people came, as a whole number.", on: "heads") }
        if form.given("area") == nil { errors.note("Choose the area.", on: "area") }
        if form.given("audience") == nil { errors.note("Say in a few words who came.", on: "audience") }
        if errors.isEmpty, let day, let setting, let heads {
            do {
                let (office, actor) = (site.office, visit.actor)
                _ = try await site.submissions.once("\(actor.word):awareness:\(form["attempt"])") {
                    _ = try await office.logAwareness(
                        on: day.date,
                        area: form["area"],
                        setting: setting,
                        audience: form["audience"],
                        heads: heads,
                        estimated: form["counted"] == "estimated",
                        programme: form.given("programme"),
                        by: actor
                    )
                    return ""
                }
                return site.redirect(to: Route.awareness.path() + "?done=logged")
            } catch let refusal as NotAllowed {
                throw refusal
            } catch let refusal as any Refusal {
                errors.note(refusal.description)
            }
        }
        return try await page(visit, errors)
    }

    private func page(_ visit: Visit, _ errors: FormErrors) async throws -> Response {
        let sessions = try await site.office.awarenessSessions(by: visit.actor)
        let canLog = Route.logAwareness.isOpen(to: visit.actor.role)
        let model = AwarenessPage(
            form: canLog ? try await AwarenessPage.Form(visit.form, errors, site: site, visit: visit) : nil,
            sessions: sessions.prefix(200).map { AwarenessPage.Row($0.session, site: site) },
            count: AwarenessPage.sentence(sessions.map(\.session)),
            isEmpty: sessions.isEmpty,
            isCut: sessions.count > 200
        )
        let today = try site.office.today()
        let head = PageHead(
            title: "Awareness sessions",
            status: errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [
                TerminalWords.command("awareness list"),
                TerminalWords.command(
                    "awareness log",
                    [
                        "date": visit.form.given("date") ?? "\(today)",
                        "area": visit.form.given("area") ?? "milton-keynes",
                        "setting": visit.form.given("setting") ?? "community",
                        "audience": visit.form.given("audience") ?? "residents",
                        "heads": visit.form.given("heads") ?? "24",
                    ]
                ),
            ],
            summary: errors.summary(anchors: ["setting": "setting-1"]),
            notice: visit.query["done"] == "logged" ? "The session is logged." : nil
        )
        return try await site.page(.awareness, visit, head, model)
    }
}

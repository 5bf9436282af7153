import Hummingbird
import NIOCore
import Operations
import Programme
import Records

/// The register: marks by keyboard or by buttons, walk-ins, certificates.
struct RegisterPages: Sendable {
    let site: Site

    /// The register of a run.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        let run: ID<Run> = try visit.id("run")
        let sheet = try await site.office.register(of: run, by: visit.actor)
        return try await page(visit, sheet, sitting: sitting(visit.query, sheet), FormErrors())
    }

    /// Marks everybody who is not recorded as present, or each row as its buttons say.
    @Sendable func mark(_ visit: Visit) async throws -> Response {
        let run: ID<Run> = try visit.id("run")
        let before = try await site.office.register(of: run, by: visit.actor)
        let number = sitting(visit.form, before)
        let reason = visit.form.given("reason")
        var errors = FormErrors()
        do {
            if visit.form.has("all_present") {
                _ = try await site.office.markAllPresent(on: run, sitting: number, reason: reason, by: visit.actor)
            } else {
                let entries = try Self.entries(visit.form, before, sitting: number, &errors)
                if !entries.isEmpty {
                    _ = try await site.office.mark(entries, on: run, reason: reason, by: visit.actor)
                }
            }
        } catch let refusal as RegisterRefusal {
            if case .reasonMissing = refusal {
                errors.note(refusal.description, on: "reason")
            } else {
                errors.note(refusal.description)
            }
        }
        if visit.wantsPlainText { return Self.plain(errors) }
        if errors.isEmpty { return done(run, number, "marked") }
        let sheet = try await site.office.register(of: run, by: visit.actor)
        return try await page(visit, sheet, sitting: number, errors)
    }

    /// Adds somebody at the door by name, marked present.
    @Sendable func walkIn(_ visit: Visit) async throws -> Response {
        let run: ID<Run> = try visit.id("run")
        let before = try await site.office.register(of: run, by: visit.actor)
        let number = sitting(visit.form, before)
        var errors = FormErrors()
        if let name = try errors.read("walk_in", { try PersonName(parsing: visit.form.raw("walk_in") ?? "") }) {
            do {
                let (office, actor) = (site.office, visit.actor)
                let language = NameLanguages.known(visit.form["walk_in_language"])
                let reason = visit.form.given("reason")
                let address = try await site.submissions.once("\(actor.word):\(run):\(visit.form["attempt"])") {
                    let receipt = try await office.addWalkIn(name, language: language, to: run, by: actor)
                    let entry = RegisterEntry(booking: receipt.entry.booking.id, sitting: number, mark: .present)
                    _ = try await office.mark([entry], on: run, reason: reason ?? "came to the door", by: actor)
                    return "\(Route.register.path(run))?sitting=\(number)&done=walk-in"
                }
                return site.redirect(to: address)
            } catch let refusal as NotAllowed {
                throw refusal
            } catch let refusal as any Refusal {
                errors.note(refusal.description, on: "walk_in")
            }
        }
        return try await page(visit, before, sitting: number, errors)
    }

    private func done(_ run: ID<Run>, _ sitting: Int, _ word: String) -> Response {
        site.redirect(to: "\(Route.register.path(run))?sitting=\(sitting)&done=\(word)")
    }

    /// The answer to the register's script: nothing, or the sentence that says what is wrong.
    private static func plain(_ errors: FormErrors) -> Response {
        guard let text = errors.items.first?.text else { return Response(status: .noContent) }
        return Response(
            status: .unprocessableContent,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    func sitting(_ fields: Fields, _ sheet: RegisterSheet) -> Int {
        let asked = Int(fields["sitting"])
        let count = sheet.summary.run.sittings.count
        if let asked, (1...max(1, count)).contains(asked) { return asked }
        let today = try? site.office.today()
        return (sheet.summary.run.sittings.lastIndex { $0.starts.date <= today ?? $0.starts.date } ?? 0) + 1
    }

    /// What the rows of a form say, where it differs from the register.
    private static func entries(
        _ form: Fields,
        _ sheet: RegisterSheet,
        sitting: Int,
        _ errors: inout FormErrors
    ) throws -> [RegisterEntry] {
        var entries: [RegisterEntry] = []
        for line in sheet.lines {
            guard let word = form.given("mark_\(line.booking)") else { continue }
            let before = line.marks.indices.contains(sitting - 1) ? line.marks[sitting - 1] : nil
            if word == "none" {
                if before != nil { entries.append(RegisterEntry(booking: line.booking, sitting: sitting, mark: nil)) }
                continue
            }
            let (late, early) = ("late_\(line.booking)", "early_\(line.booking)")
            let mark = try errors.read(word == "left-early" ? early : late) { () throws -> RegisterMark in
                try RegisterMark(word: word, late: Int(form[late]), early: Int(form[early]))
            }
            if let mark, mark != before {
                entries.append(RegisterEntry(booking: line.booking, sitting: sitting, mark: mark))
            }
        }
        return entries
    }
}

extension Visit {
    /// Whether the register's script asks, which reads a sentence rather than a page.
    var wantsPlainText: Bool { request.headers[.accept] == "text/plain" }
}

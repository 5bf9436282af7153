import Hummingbird
import Operations
import Programme
import Records

/// One person on a run's register: the name as the certificate draws it, and the certificate.
struct AttendeePages: Sendable {
    let site: Site

    /// The person's page.
    @Sendable func show(_ visit: Visit) async throws -> Response { try await page(visit, FormErrors()) }

    /// The name as the certificate will draw it.
    @Sendable func nameDrawing(_ visit: Visit) async throws -> Response {
        let line = try await line(visit).line
        return site.drawing(try site.office.nameSVG(line.name.given, language: line.language))
    }

    /// Corrects the name, and issues the certificates that bear it again.
    @Sendable func correctName(_ visit: Visit) async throws -> Response {
        let line = try await line(visit).line
        var errors = FormErrors()
        let typed = visit.form.raw("name") ?? ""
        guard let name = try errors.read("name", { try PersonName(parsing: typed) }) else {
            return try await page(visit, errors)
        }
        return try await change(visit, done: "name", errorOn: "name") {
            _ = try await site.office.correctName(
                of: line.person,
                to: name,
                language: NameLanguages.known(visit.form["language"]),
                reason: visit.form["reason"],
                by: visit.actor
            )
        }
    }

    /// Issues the certificate again from what the register says.
    @Sendable func reissue(_ visit: Visit) async throws -> Response {
        let number = try await number(visit)
        return try await change(visit, done: "reissued") {
            _ = try await site.office.reissueCertificate(number, reason: visit.form["reason"], by: visit.actor)
        }
    }

    /// Takes the certificate back.
    @Sendable func revoke(_ visit: Visit) async throws -> Response {
        let number = try await number(visit)
        return try await change(visit, done: "revoked") {
            _ = try await site.office.revokeCertificate(number, reason: visit.form["reason"], by: visit.actor)
        }
    }

    private func change(
        _ visit: Visit,
        done: String,
        errorOn field: String? = nil,
        _ body: () async throws -> Void
    ) async throws -> Response {
        do {
            try await body()
        } catch let refusal as NotAllowed {
            throw refusal
        } catch let refusal as any Refusal {
            var errors = FormErrors()
            errors.note(refusal.description, on: field)
            return try await page(visit, errors)
        }
        let (run, booking): (ID<Run>, ID<Booking>) = (try visit.id("run"), try visit.id("booking"))
        return site.redirect(to: Route.attendee.path(run, booking) + "?done=\(done)")
    }

    private func line(_ visit: Visit) async throws -> (run: Run, line: RegisterLine) {
        let (run, booking): (ID<Run>, ID<Booking>) = (try visit.id("run"), try visit.id("booking"))
        let sheet = try await site.office.register(of: run, by: visit.actor)
        guard let line = sheet.lines.first(where: { $0.booking == booking }) else {
            throw UnknownThing.booking(booking.description)
        }
        return (sheet.summary.run, line)
    }

    private func number(_ visit: Visit) async throws -> String {
        let (run, line) = try await line(visit)
        guard let record = try await site.office.certificateRecord(of: line.booking, on: run.id, by: visit.actor) else {
            throw NoCertificates(run: run.label)
        }
        return record.standing.number
    }

    private func page(_ visit: Visit, _ errors: FormErrors) async throws -> Response {
        let (run, line) = try await line(visit)
        let record =
            visit.may(.runCertificate, on: run)
            ? try await site.office.certificateRecord(of: line.booking, on: run.id, by: visit.actor) : nil
        let typed = visit.route == .correctName ? visit.form : .none
        let model = AttendeePage(
            run: run.id.description,
            register: Route.register.path(run.id),
            name: NameText(line.name, language: line.language),
            drawing: DrawnName(
                line.name,
                language: line.language,
                at: Route.attendeeName.path(run.id, line.booking),
                office: site.office
            ),
            correct: visit.may(.correctName, on: run) ? Route.correctName.path(run.id, line.booking) : nil,
            nameField: TextField(
                "name",
                "Name",
                hint: "As it should stand on the certificate, in any script.",
                value: typed.raw("name") ?? line.name.given,
                error: errors["name"],
                autocomplete: "off",
                isRequired: true,
                isAnyScript: true,
                longest: 600
            ),
            languageField: ChoiceField(
                "language",
                "Language of the name",
                chosen: [typed.given("language") ?? line.language ?? ""],
                from: NameLanguages.all
            ),
            reasonField: TextField("reason", "Why (optional)", value: typed["reason"], longest: 200),
            hasCertificate: record?.standing.status == .valid,
            certificate: record.map { AttendeePage.Certificate($0.standing, on: run, of: line.booking, visit: visit) }
        )
        let head = PageHead(
            title: line.name.text,
            status: errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [TerminalWords.command("people correct-name \(line.person)", ["name": "NAME"])],
            summary: errors.summary(),
            notice: RunNotice.sentence(visit.query)
        )
        return try await site.page(.attendee, visit, head, model)
    }
}

/// One person on a register.
struct AttendeePage: Sendable {
    /// The newest certificate.
    struct Certificate: Sendable {
        let number: String
        let verify: String
        let version: String
        let issuedOn: String
        let state: String
        let file: String?
        let reissue: String?
        let revoke: String?

        init(_ standing: CertificateStanding, on run: Run, of booking: ID<Booking>, visit: Visit) {
            let isRevoked = standing.status == .revoked
            number = standing.number
            verify = Route.verifyCode.path(standing.number)
            version = String(standing.version)
            issuedOn = DateWords.day(standing.issuedOn)
            state = isRevoked ? "taken back" : standing.status.rawValue
            file = isRevoked ? nil : Route.runCertificate.path(run.id, booking)
            let mayReissue = visit.may(.reissue, on: run) && (!isRevoked || visit.may(.revoke, on: run))
            reissue = mayReissue ? Route.reissue.path(run.id, booking) : nil
            revoke = !isRevoked && visit.may(.revoke, on: run) ? Route.revoke.path(run.id, booking) : nil
        }
    }

    let run: String
    let register: String
    let name: NameText
    let drawing: DrawnName
    let correct: String?
    let nameField: TextField
    let languageField: ChoiceField
    let reasonField: TextField
    let hasCertificate: Bool
    let certificate: Certificate?
}

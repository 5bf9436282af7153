import Hummingbird
import NIOCore
import Operations
import Programme

/// One's own certificate by private link, and checking anybody's by its number.
struct CertificatePages: Sendable {
    let site: Site

    /// One's own certificate.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        let token = try visit.token()
        let own = try await site.office.ownCertificate(with: token)
        let facts = own.facts
        let model = CertificatePage(
            name: facts.name,
            language: facts.language,
            number: facts.number.description,
            course: facts.course,
            dates: NumberWords.list(facts.dates.map(DateWords.day)),
            hours: DurationWords.hours(facts.contactMinutes),
            area: facts.area,
            outcomes: facts.outcomes,
            file: Route.certificateFile.path(token),
            verify: Route.verifyCode.path(facts.number),
            verifyAddress: facts.verifyAddress,
            refresh: facts.refreshBy.map(DateWords.day)
        )
        let head = PageHead(
            title: "Your certificate",
            terminal: [TerminalWords.command("certificates verify \(facts.number)")]
        )
        return try await site.page(.certificate, visit, head, model)
    }

    /// One's own certificate as a PDF.
    @Sendable func file(_ visit: Visit) async throws -> Response {
        let own = try await site.office.ownCertificate(with: try visit.token())
        return Self.pdf(try site.office.pdf(of: own), named: own.facts.number.description)
    }

    /// One person's certificate, for staff of the run.
    @Sendable func ofBooking(_ visit: Visit) async throws -> Response {
        let issued = try await site.office.certificate(
            of: try visit.id("booking"),
            on: try visit.id("run"),
            by: visit.actor
        )
        return Self.pdf(try site.office.pdf(of: issued), named: issued.facts.number.description)
    }

    /// All certificates of a run in one file to print.
    @Sendable func printFile(_ visit: Visit) async throws -> Response {
        let run: ID<Run> = try visit.id("run")
        return Self.pdf(
            try await site.office.printFile(ofRun: run, by: visit.actor),
            named: "certificates-run-\(run)"
        )
    }

    private static func pdf(_ bytes: [UInt8], named name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/pdf",
                .contentDisposition: "inline; filename=\"\(name).pdf\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// The form for a number.
    @Sendable func ask(_ visit: Visit) async throws -> Response {
        guard let code = visit.query.given("code") else { return try await form(visit, "", FormErrors()) }
        return site.redirect(to: Route.verifyCode.path(code))
    }

    /// Whether a certificate holds, and what it says, without its holder's name.
    @Sendable func verify(_ visit: Visit) async throws -> Response {
        let code = try visit.text("code")
        do {
            return try await page(visit, try await site.office.standing(ofCertificate: code))
        } catch let refusal as any Refusal {
            var errors = FormErrors()
            errors.note(refusal.description, on: "code")
            return try await form(visit, code, errors)
        }
    }

    private func page(_ visit: Visit, _ standing: CertificateStanding) async throws -> Response {
        let model = VerifiedPage(
            heading: Self.heading(standing.status),
            explanation: Self.explanation(standing),
            isValid: standing.status == .valid,
            number: standing.number,
            course: standing.course,
            dates: NumberWords.list(standing.dates.map(DateWords.day)),
            hours: DurationWords.hours(standing.contactMinutes),
            area: standing.area,
            provider: standing.provider,
            trainers: NumberWords.list(standing.trainers),
            issuedOn: DateWords.day(standing.issuedOn),
            refreshBy: standing.refreshBy.map(DateWords.day)
        )
        let head = PageHead(
            title: model.heading,
            terminal: [TerminalWords.command("certificates verify \(standing.number)")]
        )
        return try await site.page(.verified, visit, head, model)
    }

    private func form(_ visit: Visit, _ code: String, _ errors: FormErrors) async throws -> Response {
        let model = VerifyPage(
            code: TextField(
                "code",
                "Certificate number",
                hint: "Under the square code, like CG-7K3M-9QXA-B2C4-H. Capitals, spaces and hyphens do not matter.",
                value: code,
                error: errors["code"],
                autocomplete: "off",
                isRequired: true,
                width: "middle",
                longest: 60
            )
        )
        let head = PageHead(
            title: "Check a certificate",
            status: errors.isEmpty ? .ok : .notFound,
            terminal: [TerminalWords.command("certificates verify CG-7K3M-9QXA-B2C4-H")],
            summary: errors.summary()
        )
        return try await site.page(.verify, visit, head, model)
    }

    private static func heading(_ status: CertificateStanding.Status) -> String {
        switch status {
        case .valid: "This certificate is valid"
        case .superseded: "A newer version replaces this certificate"
        case .revoked: "This certificate was taken back"
        case .expired: "This certificate is due to be refreshed"
        }
    }

    private static func explanation(_ standing: CertificateStanding) -> String {
        switch standing.status {
        case .valid: "It was issued by this programme under this number, and nobody has taken it back."
        case .superseded: "Ask its holder for the newer one. The number stays the same."
        case .revoked: "Do not rely on it. If it is yours, ask the programme why."
        case .expired:
            "It was issued by this programme, and the course should have been taken again by "
                + "\(standing.refreshBy.map(DateWords.day) ?? "now")."
        }
    }
}

/// One's own certificate.
struct CertificatePage: Sendable {
    let name: String
    let language: String?
    let number: String
    let course: String
    let dates: String
    let hours: String
    let area: String
    let outcomes: [String]
    let file: String
    let verify: String
    let verifyAddress: String
    let refresh: String?
}

/// The form for a number.
struct VerifyPage: Sendable {
    let code: TextField
}

/// Whether a certificate holds.
struct VerifiedPage: Sendable {
    let heading: String
    let explanation: String
    let isValid: Bool
    let number: String
    let course: String
    let dates: String
    let hours: String
    let area: String
    let provider: String?
    let trainers: String
    let issuedOn: String
    let refreshBy: String?
}

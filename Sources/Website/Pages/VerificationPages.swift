import Hummingbird
import NIOCore
import Operations
import Programme

/// Checking anybody's certificate by its number, and the keys to check its file with.
///
/// A number that was never issued and one with a slip get the same page and no more; the number is too long to be guessed.
struct VerificationPages: Sendable {
    let site: Site

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
            issuer: standing.issuer,
            issuedOn: DateWords.day(standing.issuedOn),
            refreshBy: standing.refreshBy.map(DateWords.day),
            isReissued: standing.version > 1
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

    /// The public keys certificates were signed with, and how to check a file with them.
    @Sendable func keys(_ visit: Visit) async throws -> Response {
        let listed = try await site.office.certificateKeys()
        let rows = PublicKeyList(listed).keys.map { entry in
            KeysPage.Row(
                name: entry.name,
                publicKey: entry.publicKey,
                since: Self.day(entry.since),
                retired: entry.retired.map(Self.day)
            )
        }
        let model = KeysPage(keys: rows, isEmpty: rows.isEmpty, file: Route.verifyKeyFile.path())
        let head = PageHead(
            title: "Keys of our certificates",
            terminal: [TerminalWords.command("certificates verify FILE.pdf --keys key.json")]
        )
        return try await site.page(.keys, visit, head, model)
    }

    private static func day(_ instant: String) -> String {
        CalendarDate(instant.prefix(10)).map(DateWords.day) ?? instant
    }

    /// The same as a file for programs.
    @Sendable func keyFile(_ visit: Visit) async throws -> Response {
        let json = try PublicKeyList(try await site.office.certificateKeys()).json()
        return Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json))
        )
    }
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
    let issuer: String
    let issuedOn: String
    let refreshBy: String?
    let isReissued: Bool
}

/// The public keys.
struct KeysPage: Sendable {
    struct Row: Sendable {
        let name: String
        let publicKey: String
        let since: String
        let retired: String?
    }
    let keys: [Row]
    let isEmpty: Bool
    let file: String
}

import Hummingbird
import NIOCore
import Operations
import Programme

/// One's own certificate by private link, and those of a run for its staff.
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

import Hummingbird
import Operations
import Programme
import Records

extension RegisterPages {
    /// Issues certificates, and says who got none and why.
    @Sendable func issue(_ visit: Visit) async throws -> Response {
        let run: ID<Run> = try visit.id("run")
        var errors = FormErrors()
        var result: RegisterPage.IssueResult?
        do {
            result = Self.result(try await site.office.issueCertificates(run: run, by: visit.actor))
        } catch let refusal as NotAllowed {
            throw refusal
        } catch let refusal as any Refusal {
            errors.note(refusal.description)
        }
        let sheet = try await site.office.register(of: run, by: visit.actor)
        return try await page(visit, sheet, sitting: sitting(visit.form, sheet), errors, result: result)
    }

    private static func result(_ report: IssueReport) -> RegisterPage.IssueResult {
        let new = report.issued.count(where: \.isNew)
        let before = report.issued.count - new
        let parts = [
            "\(NumberWords.many(new, "certificate")) issued now",
            before > 0 ? "\(before) issued before" : nil,
            report.notIssued.isEmpty ? nil : "\(report.notIssued.count) not issued",
        ]
        return RegisterPage.IssueResult(
            sentence: parts.compactMap(\.self).joined(separator: ", ") + ".",
            issued: report.issued.map { certificate in
                RegisterPage.Issued(
                    name: NameText(text: certificate.facts.name, language: certificate.facts.language),
                    number: certificate.facts.number.description,
                    verify: Route.verifyCode.path(certificate.facts.number),
                    file: Route.runCertificate.path(report.run.id, certificate.booking)
                )
            },
            notIssued: report.notIssued.map { other in
                RegisterPage.NotIssued(
                    name: NameText(other.line.name, language: other.line.language),
                    reason: other.reason
                )
            },
            hasNotIssued: !report.notIssued.isEmpty
        )
    }
}

import Operations
import Programme
import Records

/// Certificates issued and not issued, as JSON shows them.
struct IssueView: Encodable {
    let run: Int64
    let issued: [Issued]
    let notIssued: [NotIssued]

    struct Issued: Encodable {
        let booking: Int64
        let name: String
        let number: String
        let version: Int
        let new: Bool
        let file: String?
    }

    struct NotIssued: Encodable {
        let booking: Int64
        let name: String
        let reason: String
    }

    init(_ report: IssueReport, files: [String]) {
        run = report.run.id.rawValue
        issued = report.issued.enumerated().map { index, certificate in
            Issued(
                booking: certificate.booking.rawValue,
                name: certificate.facts.name,
                number: certificate.facts.number.description,
                version: certificate.facts.version,
                new: certificate.isNew,
                file: files.indices.contains(index) ? files[index] : nil
            )
        }
        notIssued = report.notIssued.map { refused in
            NotIssued(booking: refused.line.booking.rawValue, name: refused.line.name.text, reason: refused.reason)
        }
    }
}

/// What anybody may learn of a certificate, as JSON and text show it.
struct StandingView: Encodable {
    let number: String
    let status: String
    let course: String
    let dates: [String]
    let contactMinutes: Int
    let area: String
    let provider: String?
    let trainers: [String]
    let issuedOn: String
    let refreshBy: String?

    init(_ of: CertificateStanding) {
        (number, status, course) = (of.number, of.status.rawValue, of.course)
        (dates, contactMinutes, area) = (of.dates.map(\.description), of.contactMinutes, of.area)
        (provider, trainers) = (of.provider, of.trainers)
        (issuedOn, refreshBy) = (of.issuedOn.description, of.refreshBy?.description)
    }

    var text: String {
        """
        \(number) is \(status).
        \(course), \(dates.joined(separator: ", ")), \(contactMinutes) contact minutes, \(area)
        Taught by \(trainers.joined(separator: ", "))\(provider.map { " for \($0)" } ?? ""), issued \(issuedOn)\
        \(refreshBy.map { ", to be refreshed by \($0)" } ?? "")
        Attendance only: not a qualification, and it gives no power or authority.
        """
    }
}

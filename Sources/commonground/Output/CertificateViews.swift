import CertificateWriter
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
        let takenOut: [String]
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
                takenOut: CertificatePress.takenOut(of: certificate.facts.givenName),
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
    let version: Int
    let status: String
    let course: String
    let dates: [String]
    let contactMinutes: Int
    let issuer: String
    let issuedOn: String
    let refreshBy: String?
    /// What was checked.
    let checked: Checked

    /// How far a check went.
    enum Checked: String, Encodable {
        /// The register was asked for a number.
        case number
        /// A file's signature was checked and the register asked.
        case file
        /// A file's signature was checked, and no register asked.
        case fileOffline = "file offline"
    }

    init(_ of: CertificateStanding, of checked: Checked = .number) {
        (number, version, status, course) = (of.number, of.version, of.status.rawValue, of.course)
        (dates, contactMinutes, issuer) = (of.dates.map(\.description), of.contactMinutes, of.issuer)
        (issuedOn, refreshBy) = (of.issuedOn.description, of.refreshBy?.description)
        self.checked = checked
    }

    /// Whether it may be relied on, or is merely old.
    var holds: Bool { ["valid", "expired"].contains(status) }

    var text: String {
        let lines = [
            "\(number) is \(status)\(version > 1 ? " (version \(version))" : "").",
            "\(course), \(dates.joined(separator: ", ")), \(contactMinutes) contact minutes",
            "Issued by \(issuer) on \(issuedOn)\(refreshBy.map { ", to be refreshed by \($0)" } ?? "")",
            checked == .number ? nil : "The file is byte for byte what was issued.",
            checked == .fileOffline
                ? "No register was asked: whether it was revoked or superseded since, the issuing site knows." : nil,
            "Attendance only: not a qualification, and it gives no power or authority.",
        ]
        return lines.compactMap { $0 }.joined(separator: "\n")
    }
}

import CertificateWriter
import FoundationEssentials
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
    let version: Int
    let status: String
    let course: String
    let dates: [String]
    let contactMinutes: Int
    let issuer: String
    let issuedOn: String
    let refreshBy: String?
    /// For a file: whether it is byte for byte what was issued, or could not be compared here.
    let page: String?
    /// Whether the register was asked.
    let register: String
    private let name: String?

    private enum CodingKeys: String, CodingKey {
        case number, version, status, course, dates, contactMinutes, issuer, issuedOn, refreshBy, page, register
    }

    init(
        _ of: CertificateStanding,
        page: CheckedFile.Page? = nil,
        facts: SealedFacts? = nil,
        isOffline: Bool = false
    ) {
        (number, version, status, course) = (of.number, of.version, of.status.rawValue, of.course)
        (dates, contactMinutes, issuer) = (of.dates.map(\.description), of.contactMinutes, of.issuer)
        (issuedOn, refreshBy) = (of.issuedOn.description, of.refreshBy?.description)
        self.page = page?.rawValue
        register = isOffline ? "not asked" : "asked"
        // Only a person can compare such a page, and only with the name that was signed; a superseded one shows none.
        name = page == .notComparable && of.status != .superseded ? facts?.signedName : nil
    }

    /// Whether it may be relied on, or is merely old.
    var holds: Bool { ["valid", "expired"].contains(status) }

    var text: String {
        let lines = [
            "\(number) is \(status)\(version > 1 ? " (version \(version))" : "").",
            "\(course), \(dates.joined(separator: ", ")), \(contactMinutes) contact minutes",
            "Issued by \(issuer) on \(issuedOn)\(refreshBy.map { ", to be refreshed by \($0)" } ?? "")",
            page == "identical" ? "The file is byte for byte what was issued." : nil,
            page == "not comparable"
                ? "The signature is genuine, but the fonts or the design here are not those of the day: compare the page with these "
                    + "words\(name.map { " and the name \"\($0)\"" } ?? "")." : nil,
            register == "not asked"
                ? "The signature was checked without the register: whether it was revoked or superseded since, the issuing site knows."
                : nil,
            "Attendance only: not a qualification, and it gives no power or authority.",
        ]
        return lines.compactMap { $0 }.joined(separator: "\n")
    }
}

extension SealedFacts {
    /// The name as signed.
    fileprivate var signedName: String? {
        (try? JSONDecoder().decode(CertificateFacts.self, from: Data(json)))?.name
    }
}

import CertificateWriter
public import Programme
import Records

/// What anybody may learn of a certificate by its number: no name, no more than an employer needs.
public struct CertificateStanding: Hashable, Sendable {
    /// Whether it holds.
    public enum Status: String, Hashable, Sendable {
        /// It holds.
        case valid
        /// A newer version holds in its place.
        case superseded
        /// It was taken back.
        case revoked
        /// The day by which the course should be taken again is past.
        case expired
    }

    /// The number.
    public let number: String
    /// The version, from 1; a reissue has the next one.
    public let version: Int
    /// The course's title.
    public let course: String
    /// The days.
    public let dates: [CalendarDate]
    /// Contact minutes.
    public let contactMinutes: Int
    /// Who issued it: the organisation that gave the course, or the site.
    public let issuer: String
    /// The day of issue of this version.
    public let issuedOn: CalendarDate
    /// The day by which the course should be taken again.
    public let refreshBy: CalendarDate?
    /// Whether it holds.
    public let status: Status
}

extension CertificateStanding {
    init(_ stored: StoredCertificate, on today: CalendarDate) throws {
        let facts = try FrozenMaterial.value(CertificateFacts.self, stored.facts)
        self.init(
            facts,
            status: stored.isNewestRevoked
                ? .revoked : stored.version < stored.newest ? .superseded : Self.status(of: facts, on: today)
        )
    }

    /// What the facts say by themselves on a day, for who has no register at hand.
    init(_ facts: CertificateFacts, on today: CalendarDate) {
        self.init(facts, status: Self.status(of: facts, on: today))
    }

    private init(_ facts: CertificateFacts, status: Status) {
        self.init(
            number: facts.number.description,
            version: facts.version,
            course: facts.course,
            dates: facts.dates,
            contactMinutes: facts.contactMinutes,
            issuer: facts.provider ?? facts.verifyHost,
            issuedOn: facts.issuedOn,
            refreshBy: facts.refreshBy,
            status: status
        )
    }

    private static func status(of facts: CertificateFacts, on today: CalendarDate) -> Status {
        facts.refreshBy.map { $0 < today } == true ? .expired : .valid
    }
}

extension CertificateFacts {
    /// The host of the verify address.
    fileprivate var verifyHost: String {
        let parts = verifyAddress.split(separator: "/")
        return parts.count > 1 ? String(parts[1]) : verifyAddress
    }
}

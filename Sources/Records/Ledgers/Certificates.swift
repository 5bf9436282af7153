public import FoundationEssentials
public import Programme

/// A certificate as kept in the register of certificates.
public struct StoredCertificate: Hashable, Sendable {
    /// The key of this version.
    public let id: ID<StoredCertificate>
    /// The number, which a reissue keeps.
    public let number: String
    /// The version, from 1.
    public let version: Int
    /// The newest version under this number.
    public let newest: Int
    /// The booking it was earned with.
    public let booking: ID<Booking>
    /// The design it is drawn with.
    public let design: String
    /// The facts as JSON, frozen when it was issued.
    public let facts: String
    /// When it was issued.
    public let issuedAt: Date
    /// When and why it was taken back.
    public let revoked: (at: Date, reason: String)?

    /// Two rows are one when they have one key.
    public static func == (left: Self, right: Self) -> Bool { left.id == right.id }
    /// Hashes the key.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Reader {
    /// The newest version of a certificate by its number, or nil.
    public func certificate(number: String) throws -> StoredCertificate? {
        try certificates("WHERE number = $1 ORDER BY version DESC LIMIT 1", [.text(number)]).first
    }

    /// Every version of a certificate, the first first.
    public func certificateVersions(number: String) throws -> [StoredCertificate] {
        try certificates("WHERE number = $1 ORDER BY version", [.text(number)])
    }

    /// One version of a certificate by its key, or nil.
    public func certificate(_ id: ID<StoredCertificate>) throws -> StoredCertificate? {
        try certificates("WHERE id = $1", [.id(id)]).first
    }

    /// The newest certificate of a booking, or nil.
    public func certificate(of booking: ID<Booking>) throws -> StoredCertificate? {
        try certificates("WHERE booking = $1 ORDER BY version DESC LIMIT 1", [.id(booking)]).first
    }

    private func certificates(_ condition: String, _ values: [SQLValue]) throws -> [StoredCertificate] {
        try connection.rows(
            """
            SELECT certificate.*, (SELECT MAX(version) FROM certificate AS other WHERE other.number = certificate.number) AS newest
            FROM certificate \(condition)
            """,
            values
        ).map { row in
            let at = try row.optionalInstant("revoked_at")
            let reason = try row.optionalText("revoked_reason")
            return StoredCertificate(
                id: try row.id("id"),
                number: try row.text("number"),
                version: try row.int("version"),
                newest: try row.int("newest"),
                booking: try row.id("booking"),
                design: try row.text("design"),
                facts: try row.text("facts"),
                issuedAt: try row.instant("issued_at"),
                revoked: at.map { ($0, reason ?? "") }
            )
        }
    }
}

extension Ledger {
    /// Puts a certificate in the register.
    public func insertCertificate(
        number: String,
        version: Int,
        booking: ID<Booking>,
        design: String,
        facts: String,
        by actor: String,
        at now: Date
    ) throws -> ID<StoredCertificate> {
        try inserted(
            """
            INSERT INTO certificate (number, version, booking, design, facts, issued_at, issued_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """,
            [
                .text(number), .integer(version), .id(booking), .text(design), .text(facts), .instant(now),
                .text(actor),
            ]
        )
    }

    /// Takes every version of a certificate back.
    public func revokeCertificate(number: String, reason: String, at now: Date) throws {
        try connection.run(
            "UPDATE certificate SET revoked_at = $2, revoked_reason = $3 WHERE number = $1 AND revoked_at IS NULL",
            .text(number),
            .instant(now),
            .text(reason)
        )
    }
}

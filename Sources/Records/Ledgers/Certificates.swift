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
    /// Whether the newest version was taken back.
    public let isNewestRevoked: Bool
    /// The booking it was earned with.
    public let booking: ID<Booking>
    /// The design it is drawn with.
    public let design: String
    /// The facts as JSON, frozen when it was issued; the very bytes that were signed when there is a seal.
    public let facts: String
    /// The signature of the facts; nil for certificates issued before there were seals.
    public let seal: StoredSeal?
    /// The fonts it was typeset with when it was issued, as JSON; nil when they were not recorded.
    public let fonts: String?
    /// Why it took the place of an earlier version; nil for a first version.
    public let reissueReason: String?
    /// When it was issued.
    public let issuedAt: Date
    /// When and why it was taken back.
    public let revoked: (at: Date, reason: String)?

    /// Two rows are one when they have one key.
    public static func == (left: Self, right: Self) -> Bool { left.id == right.id }
    /// Hashes the key.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The signature a certificate carries.
public struct StoredSeal: Hashable, Sendable {
    /// The name of the key it was made with.
    public let key: String
    /// The signature, 64 bytes.
    public let signature: [UInt8]

    /// A signature by a key.
    public init(key: String, signature: [UInt8]) { (self.key, self.signature) = (key, signature) }
}

/// A certificate on its way into the register.
public struct CertificateEntry: Sendable {
    /// The number.
    public var number: String
    /// The SHA-256 of the number.
    public var numberDigest: [UInt8]
    /// The version, from 1.
    public var version: Int
    /// The booking it was earned with.
    public var booking: ID<Booking>
    /// The design it is drawn with.
    public var design: String
    /// The facts as JSON.
    public var facts: String
    /// The signature of exactly those bytes.
    public var seal: StoredSeal?
    /// The fonts it is typeset with, as JSON.
    public var fonts: String?
    /// Why it takes the place of an earlier version.
    public var reissueReason: String?

    /// An entry.
    public init(
        number: String,
        numberDigest: [UInt8],
        version: Int,
        booking: ID<Booking>,
        design: String,
        facts: String,
        seal: StoredSeal? = nil,
        fonts: String? = nil,
        reissueReason: String? = nil
    ) {
        self.number = number
        self.numberDigest = numberDigest
        self.version = version
        self.booking = booking
        self.design = design
        self.facts = facts
        self.seal = seal
        self.fonts = fonts
        self.reissueReason = reissueReason
    }
}

extension Reader {
    /// The newest version of a certificate by the SHA-256 of its number, or nil.
    ///
    /// The index is over digests, so that the time of a look-up tells nothing of numbers that are near the one asked for.
    public func certificate(digest: [UInt8]) throws -> StoredCertificate? {
        try certificates("WHERE number_digest = $1 ORDER BY version DESC LIMIT 1", [.bytes(digest)]).first
    }

    /// Every version of a certificate by the SHA-256 of its number, the first first.
    public func certificateVersions(digest: [UInt8]) throws -> [StoredCertificate] {
        try certificates("WHERE number_digest = $1 ORDER BY version", [.bytes(digest)])
    }

    /// Every certificate with a seal, in order.
    public func sealedCertificates() throws -> [StoredCertificate] {
        try certificates("WHERE signature IS NOT NULL ORDER BY id", [])
    }

    /// The newest certificate of each booking of a person, in order of issue.
    public func certificates(of person: ID<Person>) throws -> [StoredCertificate] {
        try certificates(
            """
            JOIN booking ON booking.id = certificate.booking WHERE booking.person = $1 AND version =
              (SELECT MAX(version) FROM certificate AS other WHERE other.booking = certificate.booking) ORDER BY certificate.id
            """,
            [.id(person)]
        )
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
            SELECT certificate.*, (SELECT MAX(version) FROM certificate AS other WHERE other.number = certificate.number) AS newest,
              (SELECT other.revoked_at IS NOT NULL FROM certificate AS other WHERE other.number = certificate.number
                ORDER BY version DESC LIMIT 1) AS newest_revoked
            FROM certificate \(condition)
            """,
            values
        ).map { row in
            let at = try row.optionalInstant("revoked_at")
            let reason = try row.optionalText("revoked_reason")
            let key = try row.optionalText("key_name")
            return StoredCertificate(
                id: try row.id("id"),
                number: try row.text("number"),
                version: try row.int("version"),
                newest: try row.int("newest"),
                isNewestRevoked: try row.flag("newest_revoked"),
                booking: try row.id("booking"),
                design: try row.text("design"),
                facts: try row.text("facts"),
                seal: try key.map { StoredSeal(key: $0, signature: try row.bytes("signature")) },
                fonts: try row.optionalText("fonts"),
                reissueReason: try row.optionalText("reissue_reason"),
                issuedAt: try row.instant("issued_at"),
                revoked: at.map { ($0, reason ?? "") }
            )
        }
    }
}

extension Ledger {
    /// Puts a certificate in the register.
    public func insertCertificate(_ entry: CertificateEntry, by actor: String, at now: Date) throws
        -> ID<StoredCertificate>
    {
        try inserted(
            """
            INSERT INTO certificate (number, number_digest, version, booking, design, facts, key_name, signature, fonts,
              reissue_reason, issued_at, issued_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id
            """,
            [
                .text(entry.number), .bytes(entry.numberDigest), .integer(entry.version), .id(entry.booking),
                .text(entry.design), .text(entry.facts), .optional(entry.seal?.key),
                entry.seal.map { .bytes($0.signature) } ?? .null, .optional(entry.fonts),
                .optional(entry.reissueReason), .instant(now), .text(actor),
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

public import FoundationEssentials
public import Programme

/// What a token that somebody holds opens.
public struct OpenedLink: Hashable, Sendable {
    /// What for.
    public let purpose: LinkPurpose
    /// The key of the booking, certificate or account.
    public let subject: Int64
    /// Until when.
    public let expires: Date
    /// When it was used, for a link that works once.
    public let used: Date?
    /// When it was taken back.
    public let revoked: Date?
}

extension Reader {
    /// The link whose token has this SHA-256, or nil.
    public func link(hash: [UInt8]) throws -> OpenedLink? {
        try connection.first("SELECT * FROM link WHERE hash = $1", .bytes(hash)).map { row in
            OpenedLink(
                purpose: try row.parsed("purpose", "purpose") { LinkPurpose(rawValue: $0) },
                subject: Int64(try row.int("subject")),
                expires: try row.instant("expires_at"),
                used: try row.optionalInstant("used_at"),
                revoked: try row.optionalInstant("revoked_at")
            )
        }
    }
}

extension Ledger {
    /// Keeps a link under the SHA-256 of its token; the token itself is never stored.
    public func insertLink(hash: [UInt8], purpose: LinkPurpose, subject: Int64, issued: Date, expires: Date) throws {
        try connection.run(
            "INSERT INTO link (hash, purpose, subject, issued_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
            .bytes(hash),
            .text(purpose.rawValue),
            .integer(subject),
            .instant(issued),
            .instant(expires)
        )
    }

    /// Marks a link as used.
    public func useLink(hash: [UInt8], at now: Date) throws {
        try connection.run("UPDATE link SET used_at = $2 WHERE hash = $1", .bytes(hash), .instant(now))
    }

    /// Takes back every link of a purpose to a subject.
    public func revokeLinks(_ purpose: LinkPurpose, subject: Int64, at now: Date) throws {
        try connection.run(
            "UPDATE link SET revoked_at = $3 WHERE purpose = $1 AND subject = $2 AND revoked_at IS NULL",
            .text(purpose.rawValue),
            .integer(subject),
            .instant(now)
        )
    }
}

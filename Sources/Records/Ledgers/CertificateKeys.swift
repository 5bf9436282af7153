public import FoundationEssentials

/// A public key that certificates of this register were signed with.
public struct StoredKey: Hashable, Sendable {
    /// The name, derived from the bytes.
    public let name: String
    /// The 32 bytes.
    public let bytes: [UInt8]
    /// Since when it signs.
    public let since: Date
    /// When it stopped signing; nil while it does.
    public let retired: Date?
}

extension Reader {
    /// Every key that ever signed a certificate here, the oldest first; none is ever removed.
    public func certificateKeys() throws -> [StoredKey] {
        try connection.rows("SELECT * FROM certificate_key ORDER BY since, name").map { row in
            StoredKey(
                name: try row.text("name"),
                bytes: try row.bytes("public_key"),
                since: try row.instant("since"),
                retired: try row.optionalInstant("retired_at")
            )
        }
    }
}

extension Ledger {
    /// Lists a key that signs from now on; one that is listed stays as it is.
    public func keepCertificateKey(_ name: String, bytes: [UInt8], at now: Date) throws {
        try connection.run(
            "INSERT INTO certificate_key (name, public_key, since) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING",
            .text(name),
            .bytes(bytes),
            .instant(now)
        )
    }

    /// Notes that every listed key but one has stopped signing.
    public func retireCertificateKeys(except name: String, at now: Date) throws {
        try connection.run(
            "UPDATE certificate_key SET retired_at = $2 WHERE name <> $1 AND retired_at IS NULL",
            .text(name),
            .instant(now)
        )
    }
}

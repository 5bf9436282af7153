public import CertificateWriter
import FoundationEssentials
import Programme
import Records

/// The public keys of a site as JSON: what it hands out for anybody to check certificates with, years later and offline.
public struct PublicKeyList: Codable, Sendable {
    /// One key.
    public struct Entry: Codable, Sendable {
        /// The name that certificates give it.
        public let name: String
        /// Always `Ed25519`.
        public let algorithm: String
        /// The 32 bytes in base 64.
        public let publicKey: String
        /// The key as other programs take it (RFC 8410), in PEM.
        public let pem: String
        /// Since when it signs: an instant in UTC.
        public let since: String
        /// When it stopped signing; absent while it does.
        public let retired: String?

        /// The key itself; nil when the bytes are none.
        public var key: CertificatePublicKey? {
            Data(base64Encoded: publicKey).flatMap { CertificatePublicKey(Array($0)) }
        }
    }

    /// `commonground.public-keys/1`.
    public let schema: String
    /// The keys, the oldest first.
    public let keys: [Entry]

    private static let schema = "commonground.public-keys/1"

    /// A list of keys.
    public init(_ keys: [ListedKey]) {
        schema = Self.schema
        self.keys = keys.map { listed in
            let frame = Data(listed.key.subjectPublicKeyInfo).base64EncodedString()
            return Entry(
                name: listed.key.name,
                algorithm: "Ed25519",
                publicKey: Data(listed.key.bytes).base64EncodedString(),
                pem: "-----BEGIN PUBLIC KEY-----\n\(frame)\n-----END PUBLIC KEY-----\n",
                since: StoredInstant.text(listed.since),
                retired: listed.retired.map(StoredInstant.text)
            )
        }
    }

    /// Reads a list; nil when it is none.
    public init?(json: [UInt8]) {
        guard let list = try? JSONDecoder().decode(Self.self, from: Data(json)), list.schema == Self.schema else {
            return nil
        }
        self = list
    }

    /// The bytes of the list.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}

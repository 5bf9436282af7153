import Crypto

/// The public half of a key that certificates are signed with.
public struct CertificatePublicKey: Hashable, Sendable {
    /// The 32 bytes of RFC 8032.
    public let bytes: [UInt8]

    /// A public key; nil when there are not 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// What tells it from others: the first 16 hexadecimal digits of its SHA-256.
    public var name: String { Hexadecimal.text(SHA256.hash(data: bytes).prefix(8)) }

    /// The key as other programs take it: SubjectPublicKeyInfo with the object identifier of Ed25519 (RFC 8410, section 4).
    public var subjectPublicKeyInfo: [UInt8] {
        [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00] + bytes
    }

    /// Whether `signature` was made of exactly `message` by the holder of the secret half.
    func hasSigned(_ message: [UInt8], signature: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature, for: message)
    }
}

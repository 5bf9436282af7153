import Crypto

/// The key a site signs its certificates with (Ed25519, RFC 8032).
public struct CertificateKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// A key from its 32 secret bytes, as they lie in the key file; nil for any other number of bytes.
    public init?(secret: [UInt8]) {
        guard secret.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret) else {
            return nil
        }
        self.key = key
    }

    /// What anybody may have to check signatures.
    public var publicKey: CertificatePublicKey {
        CertificatePublicKey(unchecked: Array(key.publicKey.rawRepresentation))
    }

    /// Signs a statement. ``CertificatePress/sealed(_:with:)`` makes one that vouches for a file.
    ///
    /// - Throws: ``CertificateRefusal/unsigned`` when the signature cannot be made.
    public func seal(_ statement: CertificateStatement) throws(CertificateRefusal) -> SealedFacts {
        let json = statement.canonicalJSON
        do {
            return SealedFacts(json: json, signature: Array(try key.signature(for: json)))
        } catch { throw .unsigned }
    }
}

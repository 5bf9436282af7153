import Crypto
public import Programme

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

    /// The 32 bytes anybody may have to check signatures.
    public var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// Signs facts. The same facts and key always give the same bytes.
    ///
    /// - Throws: ``CertificateRefusal/unsigned`` when the signature cannot be made.
    public func seal(_ facts: CertificateFacts) throws(CertificateRefusal) -> SealedFacts {
        let json = facts.canonicalJSON
        do {
            let signature = try key.signature(for: json)
            return SealedFacts(json: json, keyName: SealedFacts.name(of: publicKey), signature: Array(signature))
        } catch { throw .unsigned }
    }
}

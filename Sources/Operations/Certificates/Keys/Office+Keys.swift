public import CertificateWriter
public import FoundationEssentials
public import Programme
import Records

/// A public key that this site's certificates are or were signed with.
public struct ListedKey: Hashable, Sendable {
    /// The key.
    public let key: CertificatePublicKey
    /// Since when it signs.
    public let since: Date
    /// When it stopped signing; nil while it does.
    public let retired: Date?
}

extension Office {
    /// Every public key that ever signed a certificate of this register, the oldest first: for anybody to check with.
    public func certificateKeys() async throws -> [ListedKey] {
        try await records.read { reader in
            try reader.certificateKeys().compactMap { stored in
                CertificatePublicKey(stored.bytes).map {
                    ListedKey(key: $0, since: stored.since, retired: stored.retired)
                }
            }
        }
    }

    /// Puts a fresh key in the place of the one that signs. What was signed before stays valid: the public half stays listed.
    ///
    /// The former secret half is overwritten in the key file; backups made before still hold it.
    public func rotateCertificateKey(by actor: Actor) async throws -> ListedKey {
        try actor.require(.certificateKeyRotated)
        let (now, today) = (surroundings.now(), try today())
        let secret = surroundings.randomBytes(32)
        let key = try await records.change(actor, .certificateKeyRotated, at: now) { [self] ledger in
            let former = try keyFile.content()
            let content = try former?.rotated(to: secret, on: today) ?? KeyFileContent(secret: secret, since: today)
            for known in [former, content].compactMap({ $0?.key.publicKey }) {
                try ledger.keepCertificateKey(known.name, bytes: known.bytes, at: now)
            }
            try ledger.retireCertificateKeys(except: content.key.publicKey.name, at: now)
            try ledger.note("certificate-key:\(content.key.publicKey.name)", [:])
            // Last: a transaction that fails leaves the file as it was, and a key the register does not list lists itself.
            if !records.rehearses { try keyFile.replace(with: content) }
            return content.key.publicKey
        }
        tell(.certificateKeyRotated, ["key": key.name])
        return ListedKey(key: key, since: now, retired: nil)
    }

    /// The key to sign with, listed in the register; made at its first use. A rehearsal signs with a key that is thrown away.
    ///
    /// - Throws: ``KeyFileRefusal`` when the register names another key that signs: one that was lost is never replaced unasked.
    func signingKey(in ledger: Ledger) throws -> CertificateKey {
        let listed = try ledger.read.certificateKeys()
        guard let known = try keyFile.content() else {
            if let active = listed.first(where: { $0.retired == nil }) {
                throw KeyFileRefusal.missing(path: keyFile.path, key: active.name)
            }
            let (secret, day) = (surroundings.randomBytes(32), try today())
            let content =
                try records.rehearses
                ? KeyFileContent(secret: secret, since: day) : keyFile.content(orMadeOf: secret, on: day)
            return try list(content, in: ledger)
        }
        let name = known.key.publicKey.name
        if listed.contains(where: { $0.name == name && $0.retired != nil }) {
            throw KeyFileRefusal.retired(path: keyFile.path, key: name)
        }
        return try list(known, in: ledger)
    }

    private func list(_ content: KeyFileContent, in ledger: Ledger) throws -> CertificateKey {
        for key in content.publicKeys { try ledger.keepCertificateKey(key.name, bytes: key.bytes, at: ledger.now) }
        try ledger.retireCertificateKeys(except: content.key.publicKey.name, at: ledger.now)
        return content.key
    }
}

extension KeyFile {
    /// The public keys a key file lists, the present one first; none when there is no file.
    /// - Throws: ``KeyFileRefusal``.
    public func publicKeys() throws(KeyFileRefusal) -> [CertificatePublicKey] { try content()?.publicKeys ?? [] }
}

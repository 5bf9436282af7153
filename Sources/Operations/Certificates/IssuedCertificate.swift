public import CertificateWriter
import Crypto
public import Programme
public import Records

/// A certificate that is in the register of certificates.
public struct IssuedCertificate: Hashable, Sendable {
    /// The key of this version.
    public let id: ID<StoredCertificate>
    /// The facts as frozen.
    public let facts: CertificateFacts
    /// The signed facts its file carries; nil for one issued before there were seals.
    public let seal: SealedFacts?
    /// The design it is drawn with.
    public let design: String
    /// The booking it was earned with.
    public let booking: ID<Booking>
    /// Whether it was issued just now rather than before.
    public let isNew: Bool
}

extension IssuedCertificate {
    init(_ stored: StoredCertificate, isNew: Bool) throws {
        self.init(
            id: stored.id,
            facts: try FrozenMaterial.value(CertificateFacts.self, stored.facts),
            seal: stored.sealedFacts,
            design: stored.design,
            booking: stored.booking,
            isNew: isNew
        )
    }
}

extension StoredCertificate {
    /// The facts with their signature, as its file carries them.
    var sealedFacts: SealedFacts? {
        seal.map { SealedFacts(json: Array(facts.utf8), signature: $0.signature) }
    }
}

extension CertificateNumber {
    /// What the register looks a number up by.
    var digest: [UInt8] { Array(SHA256.hash(data: Array(description.utf8))) }
}

extension Office {
    /// The PDF of a certificate, typeset again from its facts.
    ///
    /// The same bytes every time, until fonts, design or program change: then it is signed anew with the key that signs now.
    /// - Throws: a refusal when it must be signed anew and the key file is missing.
    public func pdf(of certificate: IssuedCertificate) throws -> [UInt8] {
        let press = try presses.press(certificate.design)
        guard let seal = certificate.seal else { return try press.certificate(for: certificate.facts) }
        let file = try press.certificate(for: certificate.facts, seal: seal)
        let statement = try FrozenMaterial.value(CertificateStatement.self, String(decoding: seal.json, as: UTF8.self))
        guard SealedFacts.digest(ofFile: file) != statement.file else { return file }
        guard let key = try keyFile.content()?.key else {
            throw KeyFileRefusal.missing(path: keyFile.path, key: statement.key)
        }
        return try press.certificate(for: certificate.facts, seal: press.sealed(certificate.facts, with: key))
    }
}

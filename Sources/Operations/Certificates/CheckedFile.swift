public import CertificateWriter
public import Programme

/// What a certificate file proves by itself, without any register: whose key signed it, what it certifies, and that no byte of
/// it was changed since.
public struct CheckedFile: Sendable {
    /// The facts as signed.
    public let facts: CertificateFacts
    /// The name of the key that signed.
    public let key: String

    /// Checks the bytes of a file that sentences call `file` against public keys.
    ///
    /// - Throws: ``CertificateOperationRefusal`` when it carries no signature, when no listed key made it, when its facts were
    ///   changed, or when anything else of it was.
    public init(_ bytes: [UInt8], named file: String, keys: [CertificatePublicKey]) throws {
        guard let seal = SealedFacts(inPDF: bytes),
            let statement = try? FrozenMaterial.value(
                CertificateStatement.self,
                String(decoding: seal.json, as: UTF8.self)
            )
        else { throw CertificateOperationRefusal.unsigned(file: file) }
        guard let key = keys.first(where: { $0.name == statement.key }) else {
            throw CertificateOperationRefusal.unknownKey(file: file, key: statement.key)
        }
        guard seal.isGenuine(by: key) else { throw CertificateOperationRefusal.forged(file: file) }
        guard SealedFacts.digest(ofFile: bytes) == statement.file else {
            throw CertificateOperationRefusal.altered(file: file, number: statement.facts.number.description)
        }
        (facts, self.key) = (statement.facts, statement.key)
    }

    /// What the file says of itself on a day. Whether it was revoked or superseded since, only the register knows.
    public func standing(on today: CalendarDate) -> CertificateStanding { CertificateStanding(facts, on: today) }
}

public import Programme

extension CertificatePress {
    /// Signs facts together with the file they come out as.
    ///
    /// The seal is to be kept: with it ``certificate(for:seal:)`` makes the same file again, years later and without the key,
    /// as long as fonts, design and program are the same; ``SealedFacts/digest(ofFile:)`` tells.
    /// - Throws: ``CertificateRefusal`` when the certificate cannot be made or signed.
    /// - Complexity: that of a certificate.
    public func sealed(
        _ facts: CertificateFacts,
        with key: CertificateKey
    ) throws(CertificateRefusal) -> SealedFacts {
        let blank = String(repeating: "0", count: 64)
        var statement = CertificateStatement(facts: facts, design: design.name, key: key.publicKey.name, file: blank)
        let unsigned = SealedFacts(json: statement.canonicalJSON, signature: [UInt8](repeating: 0, count: 64))
        guard let digest = SealedFacts.digest(ofFile: try certificate(for: facts, seal: unsigned)) else {
            throw .unsigned
        }
        statement.file = digest
        return try key.seal(statement)
    }
}

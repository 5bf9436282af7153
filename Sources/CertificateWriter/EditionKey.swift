import Programme

/// What tells the editions of a press apart.
struct EditionKey: Hashable {
    var shared: CertificateFacts
    /// Whether the edition's fonts draw any number. A name in Latin letters brings a font that has room for the few letters
    /// missing; for any other name they would be a font more, which costs more than having all of them in the edition's.
    var drawsNumbers: Bool

    /// The key of the edition that a certificate belongs to.
    init(_ facts: CertificateFacts) {
        shared = facts.shared
        drawsNumbers = !facts.name.hasLatinLetters
    }
}

extension String {
    fileprivate var hasLatinLetters: Bool {
        unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: true
            default: false
            }
        }
    }
}

extension CertificateFacts {
    /// The facts with everything personal left out, the number 0 in its place: equal for all certificates of one edition, and all
    /// that an edition may depend on.
    var shared: CertificateFacts {
        var shared = self
        shared.number = CertificateNumber(bits: 0)
        (shared.version, shared.givenName, shared.name, shared.language) = (0, "", "", nil)
        let site = verifyAddress.lastIndex(of: "/").map { verifyAddress[...$0] } ?? ""
        shared.verifyAddress = "\(site)\(shared.number)"
        return shared
    }
}

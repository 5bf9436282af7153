import CertificateWriter
import Programme
import Records

/// Signs certificates and puts them in the register, inside one transaction.
struct CertificateRegistrar {
    private let ledger: Ledger
    private let press: CertificatePress
    private let key: CertificateKey
    private let actor: Actor

    init(_ office: Office, in ledger: Ledger, design: String, by actor: Actor) throws {
        self.ledger = ledger
        self.actor = actor
        press = try office.presses.press(design)
        key = try office.signingKey(in: ledger)
    }

    /// Signs facts and puts them in the register; a reissue says why. The letter goes out once for each version.
    func keep(_ facts: CertificateFacts, of booking: ID<Booking>, reason: String? = nil) throws -> IssuedCertificate {
        let seal = try press.sealed(facts, with: key)
        let entry = try CertificateEntry(facts, sealed: seal, with: key, by: press, booking: booking, reason: reason)
        let id = try ledger.insertCertificate(entry, by: actor.word, at: ledger.now)
        let occasion = facts.version == 1 ? "\(facts.number)" : "\(facts.number)/\(facts.version)"
        try ledger.queueLetter("certificate", subject: booking.rawValue, occasion: occasion)
        try ledger.note("certificate:\(id)", ["booking": "\(booking)", "version": "\(facts.version)"])
        return IssuedCertificate(
            id: id,
            facts: facts,
            seal: seal,
            design: press.design.name,
            booking: booking,
            isNew: true
        )
    }
}

extension CertificateEntry {
    /// Facts on their way into the register with their signature and the fonts of the press.
    init(
        _ facts: CertificateFacts,
        sealed seal: SealedFacts,
        with key: CertificateKey,
        by press: CertificatePress,
        booking: ID<Booking>,
        reason: String? = nil
    ) throws {
        self.init(
            number: facts.number.description,
            numberDigest: facts.number.digest,
            version: facts.version,
            booking: booking,
            design: press.design.name,
            facts: String(decoding: seal.json, as: UTF8.self),
            seal: StoredSeal(key: key.publicKey.name, signature: seal.signature),
            fonts: try FrozenMaterial.text(try press.fonts(of: facts).map { RecordedFont($0) }),
            reissueReason: reason
        )
    }
}

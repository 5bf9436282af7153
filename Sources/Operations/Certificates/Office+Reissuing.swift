import CertificateWriter
import FoundationEssentials
public import Programme
import Records

/// A corrected name and the certificates that were issued again with it.
public struct NameCorrection: Hashable, Sendable {
    /// The person under the name that holds from now on.
    public let person: Person
    /// The new versions, in order of first issue.
    public let reissued: [IssuedCertificate]
}

extension Office {
    /// Issues a certificate again from what the register says now: the number stays, the version goes up, and whatever was
    /// printed before verifies as superseded.
    ///
    /// - Throws: a refusal when nothing would change, when the certificate is not earned any more, or when the person is no
    ///   longer on the register; what was revoked takes the right to revoke.
    public func reissueCertificate(_ code: String, reason: String, by actor: Actor) async throws -> IssuedCertificate {
        let number = try CertificateNumber(code)
        let now = surroundings.now()
        let issued = try await records.change(actor, .certificateReissued, at: now) { [self] ledger in
            guard let newest = try ledger.read.certificate(digest: number.digest) else {
                throw UnknownThing.certificate(number.description)
            }
            let run = try ledger.read.existingRun(try ledger.read.existingBooking(newest.booking).booking.run).run
            try actor.require(.certificateReissued, on: run.subject)
            if newest.revoked != nil { try actor.require(.certificateRevoked, on: run.subject) }
            return try reissue(newest, on: run, reason: reason, by: actor, in: ledger)
        }
        tell(.certificateReissued, ["version": "\(issued.facts.version)"])
        return issued
    }

    /// Corrects a person's name everywhere it stands, and issues every certificate that holds again with it.
    ///
    /// The former name is kept apart, where it can be erased, and is told to nobody: an older PDF verifies as superseded
    /// without either name. `language` is a BCP 47 tag; nil leaves it as it is. A correction to the same name and language
    /// changes nothing.
    public func correctName(
        of id: ID<Person>,
        to name: PersonName,
        language: String? = nil,
        reason: String = "",
        by actor: Actor
    ) async throws -> NameCorrection {
        let now = surroundings.now()
        let correction = try await records.change(actor, .nameCorrected, at: now) { [self] ledger in
            guard let person = try ledger.read.person(id) else { throw UnknownPerson(id: id) }
            try requireNameRight(of: id, by: actor, in: ledger)
            let language = language ?? person.language
            guard name.given != person.name.given || language != person.language else {
                try ledger.note("person:\(id)", ["name": "unchanged"])
                return NameCorrection(person: person, reissued: [])
            }
            try ledger.correctName(
                of: person,
                to: name,
                language: language,
                reason: reason,
                by: actor.word,
                at: now
            )
            var reissued: [IssuedCertificate] = []
            for newest in try ledger.read.certificates(of: id) where newest.revoked == nil {
                let facts = try renamed(newest, to: name, language: language, on: try today())
                let registrar = try CertificateRegistrar(self, in: ledger, design: newest.design, by: actor)
                reissued.append(try registrar.keep(facts, of: newest.booking, reason: reason))
            }
            try ledger.note("person:\(id)", ["name": "corrected", "certificates": "\(reissued.count)"])
            return NameCorrection(person: try ledger.read.person(id) ?? person, reissued: reissued)
        }
        tell(.nameCorrected, ["person": "\(id)", "certificates": "\(correction.reissued.count)"])
        return correction
    }

    private func requireNameRight(of person: ID<Person>, by actor: Actor, in ledger: Ledger) throws {
        let runs = try ledger.read.runs(of: person)
        for run in runs where actor.may(.nameCorrected, on: try ledger.read.existingRun(run).run.subject) { return }
        try actor.require(
            .nameCorrected,
            on: try runs.first.map { try ledger.read.existingRun($0).run.subject } ?? Subject()
        )
    }

    /// The frozen facts with another name, and nothing else changed but version and day.
    private func renamed(
        _ newest: StoredCertificate,
        to name: PersonName,
        language: String?,
        on day: CalendarDate
    ) throws -> CertificateFacts {
        var facts = try FrozenMaterial.value(CertificateFacts.self, newest.facts)
        facts.givenName = name.given
        facts.name = try presses.press(newest.design).check(name: name.given, language: language).text
        facts.language = language
        facts.version = newest.version + 1
        facts.issuedOn = day
        return facts
    }

    private func reissue(
        _ newest: StoredCertificate,
        on run: Run,
        reason: String,
        by actor: Actor,
        in ledger: Ledger
    ) throws -> IssuedCertificate {
        guard let line = try ledger.read.register(of: run.id)?.lines.first(where: { $0.booking == newest.booking })
        else { throw CertificateOperationRefusal.notOnRegister(number: newest.number) }
        let certification = try Certification(self, in: ledger, of: run, design: newest.design)
        if let refusal = certification.refusal(for: line) { throw refusal }
        let before = try FrozenMaterial.value(CertificateFacts.self, newest.facts)
        let facts = try certification.facts(of: line, number: before.number, version: newest.version + 1)
        guard newest.revoked != nil || !facts.saysTheSame(as: before) else {
            throw CertificateOperationRefusal.nothingNew(number: newest.number)
        }
        let registrar = try CertificateRegistrar(self, in: ledger, design: newest.design, by: actor)
        return try registrar.keep(facts, of: newest.booking, reason: reason)
    }
}

extension CertificateFacts {
    /// Whether two versions differ in nothing but the version and the day of issue.
    fileprivate func saysTheSame(as other: CertificateFacts) -> Bool {
        var other = other
        (other.version, other.issuedOn) = (version, issuedOn)
        return self == other
    }
}

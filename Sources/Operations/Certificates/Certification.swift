import CertificateWriter
import FoundationEssentials
import Material
import Programme
import Records

/// Freezing, signing and recording certificates of one run inside one transaction.
struct Certification {
    let office: Office
    let ledger: Ledger
    let run: Run
    let course: Course
    let press: CertificatePress
    let key: CertificateKey
    let actor: Actor

    init(_ office: Office, in ledger: Ledger, of run: Run, design: String, by actor: Actor) throws {
        self.office = office
        self.ledger = ledger
        self.run = run
        self.actor = actor
        course = try ledger.read.course(run.course)
        press = try office.presses.press(design)
        key = try office.signingKey(in: ledger)
    }

    /// Why somebody on the register gets no certificate; nil when one was earned and the name can be printed.
    func refusal(for line: RegisterLine) -> (any Refusal)? {
        if let refusal = course.certificateRefusal(for: attendance(of: line), of: line.name.text) { return refusal }
        do throws(CertificateRefusal) {
            _ = try press.check(name: line.name.given, language: line.language)
            return nil
        } catch { return error }
    }

    /// What a line of the register certifies today, under a number and version.
    func facts(of line: RegisterLine, number: CertificateNumber, version: Int) throws -> CertificateFacts {
        let attendance = attendance(of: line)
        let programme = try run.programme.flatMap { code in try ledger.read.programmes().first { $0.code == code } }
        return CertificateFacts(
            number: number,
            version: version,
            givenName: line.name.given,
            name: try press.check(name: line.name.given, language: line.language).text,
            language: line.language,
            course: course.title,
            courseCode: course.code,
            courseVersion: "\(course.version)",
            dates: run.sittings.map(\.starts.date),
            contactMinutes: attendance.attendedMinutes,
            outcomes: course.outcomes(taughtIn: attendance.wholeModules.sorted()).map(\.text),
            trainers: run.trainers.map(\.name),
            venue: run.venue.name,
            area: office.reference.areas.name(ofArea: run.area),
            provider: programme?.provider,
            issuedOn: LocalDateTime(ledger.now, in: try office.timeZone(run.zone)).date,
            refreshBy: course.certificate?.refreshDate(of: run.lastStarts.date),
            verifyAddress: CertificateFacts.verifyAddress(of: number, at: office.publicAddress)
        )
    }

    /// Signs facts and puts them in the register; a reissue says why. The letter goes out once for each version.
    func keep(_ facts: CertificateFacts, of booking: ID<Booking>, reason: String? = nil) throws -> IssuedCertificate {
        let seal = try key.seal(try press.statement(for: facts))
        let id = try ledger.insertCertificate(
            CertificateEntry(facts, sealed: seal, booking: booking, design: press.design.name, reason: reason),
            by: actor.word,
            at: ledger.now
        )
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

    private func attendance(of line: RegisterLine) -> Attendance { Attendance(of: course, marks: line.marks) }
}

extension CertificateEntry {
    /// Facts on their way into the register with their signature.
    init(
        _ facts: CertificateFacts,
        sealed seal: SealedFacts,
        booking: ID<Booking>,
        design: String,
        reason: String? = nil
    ) {
        self.init(
            number: facts.number.description,
            numberDigest: facts.number.digest,
            version: facts.version,
            booking: booking,
            design: design,
            facts: String(decoding: seal.json, as: UTF8.self),
            seal: StoredSeal(key: seal.keyName, signature: seal.signature),
            reissueReason: reason
        )
    }
}

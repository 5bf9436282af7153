import CertificateWriter
import FoundationEssentials
import Material
public import Programme
import Records

extension Office {
    /// Issues a certificate to everybody on a run's register who earned one and has none yet, in one transaction.
    ///
    /// Names that cannot be printed are refused before anything is written, and listed with those who did not earn one.
    public func issueCertificates(
        run id: ID<Run>,
        design: String = PressRoom.usualDesign,
        by actor: Actor
    ) async throws -> IssueReport {
        let press = try presses.press(design)
        let now = surroundings.now()
        let report = try await records.change(actor, .certificateIssued, at: now) { ledger in
            guard let sheet = try ledger.read.register(of: id) else {
                throw UnknownThing.run(id, nearest: try ledger.read.runNumbers(near: id))
            }
            let run = sheet.summary.run
            try actor.require(.certificateIssued, on: run.subject)
            try requireTaught(run, at: now)
            let course = try ledger.read.course(run.course)
            var issued: [IssuedCertificate] = []
            var notIssued: [IssueReport.NotIssued] = []
            for line in sheet.lines {
                if let known = try ledger.read.certificate(of: line.booking), known.revoked == nil {
                    issued.append(try IssuedCertificate(known, isNew: false))
                    continue
                }
                let attendance = Attendance(of: course, marks: line.marks)
                if let refusal = course.certificateRefusal(for: attendance, of: line.name.text) {
                    notIssued.append(IssueReport.NotIssued(line: line, reason: refusal.description))
                    continue
                }
                do throws(CertificateRefusal) {
                    _ = try press.check(name: line.name.given, language: line.language)
                } catch {
                    notIssued.append(IssueReport.NotIssued(line: line, reason: error.description))
                    continue
                }
                let facts = try facts(line, run, course, attendance, press, at: now, in: ledger)
                let key = try ledger.insertCertificate(
                    number: facts.number.description,
                    version: facts.version,
                    booking: line.booking,
                    design: design,
                    facts: try FrozenMaterial.text(facts),
                    by: actor.word,
                    at: now
                )
                try ledger.queueLetter(
                    "certificate",
                    subject: line.booking.rawValue,
                    occasion: facts.number.description
                )
                try ledger.note("certificate:\(key)", ["booking": "\(line.booking)", "version": "\(facts.version)"])
                issued.append(
                    IssuedCertificate(id: key, facts: facts, design: design, booking: line.booking, isNew: true)
                )
            }
            if !issued.contains(where: \.isNew) { try ledger.note("run:\(id)", ["issued": "0"]) }
            return IssueReport(run: run, issued: issued, notIssued: notIssued)
        }
        tell(.certificateIssued, ["run": "\(id)", "issued": "\(report.issued.count { $0.isNew })"])
        return report
    }

    /// The PDF of a certificate, typeset again from its facts: the same bytes every time.
    public func pdf(of certificate: IssuedCertificate) throws -> [UInt8] {
        try presses.press(certificate.design).certificate(for: certificate.facts)
    }

    /// How a certificate would draw a name, as an SVG picture; refused with the character when no font draws it.
    public func nameSVG(_ name: String, language: String?) throws -> String {
        try presses.press().nameSVG(name, language: language)
    }

    private func requireTaught(_ run: Run, at now: Date) throws {
        guard run.state != .draft, run.state != .cancelled else {
            throw CertificateOperationRefusal.runNot(run: run.label, state: run.state)
        }
        guard LocalDateTime(now, in: try timeZone(run.zone)) >= run.lastStarts else {
            throw CertificateOperationRefusal.notYetTaught(run: run.label, lastSitting: run.lastStarts)
        }
    }

    private func facts(
        _ line: RegisterLine,
        _ run: Run,
        _ course: Course,
        _ attendance: Attendance,
        _ press: CertificatePress,
        at now: Date,
        in ledger: Ledger
    ) throws -> CertificateFacts {
        let earlier = try ledger.read.certificate(of: line.booking)
        let number = try earlier.flatMap { try CertificateNumber($0.number) } ?? mintNumber()
        let programme = try run.programme.flatMap { code in try ledger.read.programmes().first { $0.code == code } }
        return CertificateFacts(
            number: number,
            version: (earlier?.version ?? 0) + 1,
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
            area: reference.areas.name(ofArea: run.area),
            provider: programme?.provider,
            issuedOn: LocalDateTime(now, in: try timeZone(run.zone)).date,
            refreshBy: course.certificate?.refreshDate(of: run.lastStarts.date),
            verifyAddress: CertificateFacts.verifyAddress(of: number, at: publicAddress)
        )
    }

    private func mintNumber() -> CertificateNumber {
        CertificateNumber(bits: surroundings.randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}

extension IssuedCertificate {
    init(_ stored: StoredCertificate, isNew: Bool) throws {
        self.init(
            id: stored.id,
            facts: try FrozenMaterial.value(CertificateFacts.self, stored.facts),
            design: stored.design,
            booking: stored.booking,
            isNew: isNew
        )
    }
}

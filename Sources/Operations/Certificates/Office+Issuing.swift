import CertificateWriter
import FoundationEssentials
public import Programme
import Records

extension Office {
    /// Issues a certificate to everybody on a run's register who earned one and has none yet, in one transaction.
    ///
    /// Names that cannot be printed are refused before anything is written, and listed with those who did not earn one and
    /// those whose certificate was taken back.
    public func issueCertificates(
        run id: ID<Run>,
        design: String = PressRoom.usualDesign,
        by actor: Actor
    ) async throws -> IssueReport {
        _ = try presses.press(design)
        let now = surroundings.now()
        let report = try await records.change(actor, .certificateIssued, at: now) { [self] ledger in
            guard let sheet = try ledger.read.register(of: id) else {
                throw UnknownThing.run(id, nearest: try ledger.read.runNumbers(near: id))
            }
            let run = sheet.summary.run
            try actor.require(.certificateIssued, on: run.subject)
            try requireTaught(run, at: now)
            let certification = try Certification(self, in: ledger, of: run, design: design)
            let registrar = try CertificateRegistrar(self, in: ledger, design: design, by: actor)
            var issued: [IssuedCertificate] = []
            var notIssued: [IssueReport.NotIssued] = []
            for line in sheet.lines {
                if let known = try ledger.read.certificate(of: line.booking) {
                    guard let revoked = known.revoked else {
                        issued.append(try IssuedCertificate(known, isNew: false))
                        continue
                    }
                    let day = LocalDateTime(revoked.at, in: try timeZone(run.zone)).date
                    let refusal = CertificateOperationRefusal.stillRevoked(
                        name: line.name.text,
                        number: known.number,
                        on: day
                    )
                    notIssued.append(IssueReport.NotIssued(line: line, reason: refusal.description))
                } else if let refusal = certification.refusal(for: line) {
                    notIssued.append(IssueReport.NotIssued(line: line, reason: refusal.description))
                } else {
                    let facts = try certification.facts(of: line, number: mintNumber(), version: 1)
                    issued.append(try registrar.keep(facts, of: line.booking))
                }
            }
            if !issued.contains(where: \.isNew) { try ledger.note("run:\(id)", ["issued": "0"]) }
            return IssueReport(run: run, issued: issued, notIssued: notIssued)
        }
        tell(.certificateIssued, ["run": "\(id)", "issued": "\(report.issued.count { $0.isNew })"])
        return report
    }

    /// How a certificate would draw a name, as an SVG picture; refused with the character when no font draws it.
    public func nameSVG(_ name: String, language: String?) throws -> String {
        try presses.press().nameSVG(name, language: language)
    }

    /// The code points, as `U+200B`, that a certificate leaves out of a name because they cannot be seen.
    public func takenOut(ofName name: String) -> [String] { CertificatePress.takenOut(of: name) }

    private func requireTaught(_ run: Run, at now: Date) throws {
        guard run.state != .draft, run.state != .cancelled else {
            throw CertificateOperationRefusal.runNot(run: run.label, state: run.state)
        }
        guard LocalDateTime(now, in: try timeZone(run.zone)) >= run.lastStarts else {
            throw CertificateOperationRefusal.notYetTaught(run: run.label, lastSitting: run.lastStarts)
        }
    }

    private func mintNumber() -> CertificateNumber {
        CertificateNumber(bits: surroundings.randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}

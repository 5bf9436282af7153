import CertificateWriter
import FoundationEssentials
import Material
import Programme
import Records

extension Scribe {
    /// Puts certificates on record for everybody who earned one, by the rule and with the facts the office would freeze.
    ///
    /// The names of the demonstration are such that any press prints them as they are.
    mutating func certify(_ seats: [Seat], _ pilot: PilotRun, _ run: Run, _ chance: inout Chance) throws {
        let course = pilot.course
        let day = run.lastStarts.date
        let at = run.ends.instant(in: plan.zone).addingTimeInterval(900)
        let by = run.trainers.first?.account.map { "account:\($0)" } ?? Role.operator.rawValue
        let signing = try signing ?? (plan.office.signingKey(in: ledger), plan.office.presses.press())
        self.signing = signing
        for seat in seats {
            let name = seat.person.request.name
            let attendance = Attendance(of: course, marks: seat.marks)
            guard course.certificateRefusal(for: attendance, of: name.text) == nil else { continue }
            let number = CertificateNumber(bits: chance.next())
            let facts = CertificateFacts(
                number: number,
                givenName: name.given,
                name: name.text,
                language: seat.person.request.language,
                course: course.title,
                courseCode: course.code,
                courseVersion: "\(course.version)",
                dates: run.sittings.map(\.starts.date),
                contactMinutes: attendance.attendedMinutes,
                outcomes: course.outcomes(taughtIn: attendance.wholeModules.sorted()).map(\.text),
                trainers: run.trainers.map(\.name),
                venue: run.venue.name,
                area: plan.office.reference.areas.name(ofArea: run.area),
                provider: PilotContract.programme(on: plan.today).provider,
                issuedOn: day,
                refreshBy: course.certificate?.refreshDate(of: day),
                verifyAddress: CertificateFacts.verifyAddress(of: number, at: plan.office.publicAddress)
            )
            let (key, press) = signing
            let seal = try press.sealed(facts, with: key)
            let entry = try CertificateEntry(facts, sealed: seal, with: key, by: press, booking: seat.booking)
            let id = try ledger.insertCertificate(entry, by: by, at: at)
            try ledger.note(
                "certificate:\(id)",
                ["booking": "\(seat.booking)", "version": "\(facts.version)"],
                as: .certificateIssued
            )
            tally.certificates += 1
        }
    }
}

import CertificateWriter
import FoundationEssentials
import Material
import Programme
import Records

/// What the register of a run certifies, and to whom, inside one transaction.
struct Certification {
    private let office: Office
    private let ledger: Ledger
    private let run: Run
    private let course: Course
    private let press: CertificatePress

    init(_ office: Office, in ledger: Ledger, of run: Run, design: String) throws {
        self.office = office
        self.ledger = ledger
        self.run = run
        course = try ledger.read.course(run.course)
        press = try office.presses.press(design)
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

    private func attendance(of line: RegisterLine) -> Attendance { Attendance(of: course, marks: line.marks) }
}

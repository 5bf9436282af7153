public import Programme
public import Records

/// A certificate that is in the register of certificates.
public struct IssuedCertificate: Hashable, Sendable {
    /// The key of this version.
    public let id: ID<StoredCertificate>
    /// The facts as frozen.
    public let facts: CertificateFacts
    /// The design it is drawn with.
    public let design: String
    /// The booking it was earned with.
    public let booking: ID<Booking>
    /// Whether it was issued just now rather than before.
    public let isNew: Bool
}

/// Who got a certificate of a run and who did not, because…
public struct IssueReport: Hashable, Sendable {
    /// Somebody without a certificate.
    public struct NotIssued: Hashable, Sendable {
        /// The person's line of the register.
        public let line: RegisterLine
        /// The sentence that says why.
        public let reason: String
    }

    /// The run.
    public let run: Run
    /// Certificates in the order of the register.
    public let issued: [IssuedCertificate]
    /// The others, in the order of the register.
    public let notIssued: [NotIssued]
}

/// What anybody may learn of a certificate by its number: no name, no more than an employer needs.
public struct CertificateStanding: Hashable, Sendable {
    /// Whether it holds.
    public enum Status: String, Hashable, Sendable {
        /// It holds.
        case valid
        /// A newer version holds in its place.
        case superseded
        /// It was taken back.
        case revoked
        /// The day by which the course should be taken again is past.
        case expired
    }

    /// The number.
    public let number: String
    /// The course's title.
    public let course: String
    /// The days.
    public let dates: [CalendarDate]
    /// Contact minutes.
    public let contactMinutes: Int
    /// Where, as an area.
    public let area: String
    /// The organisation that gave the course.
    public let provider: String?
    /// The trainers.
    public let trainers: [String]
    /// The day of issue.
    public let issuedOn: CalendarDate
    /// The day by which the course should be taken again.
    public let refreshBy: CalendarDate?
    /// Whether it holds.
    public let status: Status
}

/// Why certificates cannot be issued, checked or taken back.
public enum CertificateOperationRefusal: Refusal, Equatable {
    /// The run is a draft or cancelled.
    case runNot(run: String, state: RunState)
    /// The last sitting has not begun.
    case notYetTaught(run: String, lastSitting: LocalDateTime)
    /// A file that holds no number of ours.
    case noNumber(file: String)
    /// The file is not byte for byte what was issued.
    case altered(file: String, number: String)
    /// Taking back needs a reason.
    case reasonMissing(number: String)
    /// It was taken back before.
    case revokedAlready(number: String)

    /// The sentence.
    public var description: String {
        switch self {
        case .runNot(let run, let state):
            "\(run) is \(state.rawValue), so nobody can have earned a certificate. Choose another run."
        case .notYetTaught(let run, let last):
            "The last sitting of \(run) starts \(last.date) at \(last.time). Issue certificates after that."
        case .noNumber(let file):
            "\(file) holds no certificate number. Check that it is the PDF that was given out, or type the number."
        case .altered(let file, let number):
            "\(file) carries the number \(number) but is not, byte for byte, the certificate issued under it. Do not rely on it."
        case .reasonMissing(let number): "\(number) can only be revoked with a reason, which stays on record. Give one."
        case .revokedAlready(let number): "\(number) is revoked already. Nothing was changed."
        }
    }
}

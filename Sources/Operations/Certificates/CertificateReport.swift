public import Programme
public import Records

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

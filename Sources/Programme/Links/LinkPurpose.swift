/// What a private link opens; only its token's SHA-256 is ever stored.
public enum LinkPurpose: String, CaseIterable, Hashable, Sendable {
    /// See, change or cancel one booking.
    case booking
    /// Answer the surveys of one booking.
    case survey
    /// See and keep one certificate.
    case certificate
    /// Add one booking to a calendar.
    case calendar
    /// Sign a member of staff in, once.
    case signIn = "sign-in"
}

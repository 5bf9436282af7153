public import Programme
import TextLayout

/// Why a certificate cannot be made; nothing has been written then.
public enum CertificateRefusal: Refusal, Hashable {
    /// A font of the table cannot be used; the words name its path.
    case font(String)
    /// Words that cannot be printed: which of the facts, the words, and why.
    case text(field: String, words: String, reason: String)
    /// A character no font draws: the words name it, for instance `U+1F393 "🎓"`.
    case uncovered(field: String, words: String, reason: String)
    /// The verify address does not fit into a QR code.
    case code(address: String)
    /// The facts could not be signed.
    case unsigned
    /// There is no day on which the course was held.
    case noDay

    /// The reason and the next step.
    public var description: String {
        switch self {
        case .font(let reason): reason
        case .text(let field, let words, let reason), .uncovered(let field, let words, let reason):
            "The \(field) \"\(words)\" cannot be printed. \(reason)"
        case .code(let address):
            "The address \(address) is too long for the QR code. Give a shorter public address."
        case .unsigned: "The certificate could not be signed with the site's key. Check the key file."
        case .noDay: "A certificate needs the day of the course. Give at least one date."
        }
    }

    init(_ refusal: TextRefusal, field: String, words: String) {
        let words = String(words.prefix(80).filter { !$0.isNewline }).withoutIsolates
        if case .font(let fault) = refusal {
            self = .font(fault.description)
        } else if case .uncovered = refusal {
            self = .uncovered(field: field, words: words, reason: refusal.description)
        } else if case .tooWide = refusal {
            let reason = "It does not fit its place on the page even at the smallest size. Shorten it."
            self = .text(field: field, words: words, reason: reason)
        } else {
            self = .text(field: field, words: words, reason: refusal.description)
        }
    }
}

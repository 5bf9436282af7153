public import Programme

/// Why certificates cannot be issued, checked or taken back.
public enum CertificateOperationRefusal: Refusal, Equatable {
    /// The run is a draft or cancelled.
    case runNot(run: String, state: RunState)
    /// The last sitting has not begun.
    case notYetTaught(run: String, lastSitting: LocalDateTime)
    /// It was taken back, and a batch does not bring it back.
    case stillRevoked(name: String, number: String, on: CalendarDate)
    /// The reissue would say what the newest version says.
    case nothingNew(number: String)
    /// The person is no longer on the register of the run.
    case notOnRegister(number: String)
    /// A file that holds no number of ours.
    case noNumber(file: String)
    /// The file is not byte for byte what was issued.
    case altered(file: String, number: String)
    /// The file's facts are not what was signed.
    case forged(file: String)
    /// The file is signed with a key that is not listed.
    case unknownKey(file: String, key: String)
    /// The file is signed, but the register does not know it.
    case unregistered(file: String, number: String)
    /// The file carries no signature, and there is no register to look its number up in.
    case unsigned(file: String)
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
        case .stillRevoked(let name, let number, let day):
            "\(name)'s certificate \(number) was revoked on \(day). Reissue it by its number if that was a mistake."
        case .nothingNew(let number):
            "\(number) would say again what its newest version says. Correct the name or the register first."
        case .notOnRegister(let number):
            "Whoever earned \(number) is no longer on the register of the run, so it cannot be reissued. Revoke it instead."
        case .noNumber(let file):
            "\(file) holds no certificate number. Check that it is the PDF that was given out, or type the number."
        case .altered(let file, let number):
            "\(file) carries the number \(number) but is not, byte for byte, the certificate issued under it. Do not rely on it."
        case .forged(let file):
            "The signature in \(file) does not fit what the file says, so somebody changed it. Do not rely on it."
        case .unknownKey(let file, let key):
            "\(file) is signed with the key \(key), which is not among the keys listed here. Ask who issued it for "
                + "their list of keys."
        case .unregistered(let file, let number):
            "\(file) is signed with a key of this site, but the register holds no such version of \(number). Ask who issued it."
        case .unsigned(let file):
            "\(file) carries no signature, so it can only be checked against the register. Check its number on the site that "
                + "is printed on it."
        case .reasonMissing(let number): "\(number) can only be revoked with a reason, which stays on record. Give one."
        case .revokedAlready(let number): "\(number) is revoked already. Nothing was changed."
        }
    }
}

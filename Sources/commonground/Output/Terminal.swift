import CertificateWriter
import FoundationEssentials
import Glibc

/// Progress, which goes to standard error and only when a person can see it.
enum Terminal {
    /// Whether standard error is a terminal.
    static var isStandardErrorATerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// One line on standard error.
    static func say(_ line: String) { write(line + "\n") }

    /// Text on standard error as it is.
    static func write(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Says what a certificate leaves out of a name, when it is anything; `place` stands before it.
    static func tellTakenOut(of name: String, at place: String) {
        let taken = CertificatePress.takenOut(of: name)
        guard !taken.isEmpty else { return }
        say("\(place): \(taken.joined(separator: ", ")) cannot be seen and is left out of the certificate")
    }
}

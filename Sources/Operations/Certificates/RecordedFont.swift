import CertificateWriter

/// A font that a certificate was typeset with when it was issued, as the register keeps it.
public struct RecordedFont: Codable, Hashable, Sendable {
    /// The file's name.
    public let file: String
    /// The face's position in a collection, 0 for a plain file.
    public let index: Int
    /// The SHA-256 of the file in hexadecimal.
    public let sha256: String

    init(_ font: FontFingerprint) { (file, index, sha256) = (font.file, font.index, font.sha256) }
}

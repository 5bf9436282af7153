import Crypto
public import Programme
import Synchronization
import TextLayout

/// A font file, known by its content.
public struct FontFingerprint: Hashable, Sendable {
    /// The file's name, without its folder.
    public let file: String
    /// The face's position in a collection, 0 for a plain file.
    public let index: Int
    /// The SHA-256 of the file in lower-case hexadecimal.
    public let sha256: String

    /// A font file whose content is known.
    public init(file: String, index: Int, sha256: String) {
        (self.file, self.index, self.sha256) = (file, index, sha256)
    }

    /// The SHA-256 of the file at `path` in lower-case hexadecimal; nil when it cannot be read.
    ///
    /// - Complexity: O(length of the file); 26 MB take some 20 ms.
    public static func sha256(ofFile path: String) -> String? {
        FontFile.withBytes(of: path) { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: bytes)
            return Hexadecimal.text(hash.finalize())
        }
    }
}

extension CertificatePress {
    /// The font files that the certificate of these facts is typeset with, in the order in which they first appear, words
    /// common to all before the person's own.
    ///
    /// To be recorded with the certificate. A file is read once for each press.
    /// - Throws: ``CertificateRefusal`` when the certificate cannot be typeset.
    public func fonts(of facts: CertificateFacts) throws(CertificateRefusal) -> [FontFingerprint] {
        var facts = facts
        facts.name = try cleaned(facts.name, field: "name").text
        let layout = try edition(for: facts).layout
        var texts: [SetText] = []
        for case .words(_, let text) in layout.items { texts.append(text) }
        for case .list(_, let items) in layout.items { texts += items.flatMap { [$0.label, $0.body] } }
        for case .personal(let box) in layout.items {
            if let text = try layout.set(personal: box, facts) { texts.append(text) }
        }
        var used: [Int] = []
        for cluster in texts.flatMap(\.fitted.lines).flatMap(\.clusters) where !used.contains(cluster.face) {
            used.append(cluster.face)
        }
        return try used.map { position throws(CertificateRefusal) in
            let face = painter.typesetter.catalogue.faces[position]
            guard let digest = fingerprint(ofFile: face.path) else {
                throw .font(FontFace.Fault.unreadable(path: face.path).description)
            }
            let name = face.path.split(separator: "/").last ?? ""
            return FontFingerprint(file: String(name), index: face.index, sha256: digest)
        }
    }

    private func fingerprint(ofFile path: String) -> String? {
        fingerprints.withLock { known in
            if let digest = known[path] { return digest }
            let digest = FontFingerprint.sha256(ofFile: path)
            known[path] = digest
            return digest
        }
    }
}

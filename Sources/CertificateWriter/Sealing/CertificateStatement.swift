public import Programme

/// What a signature vouches for: the facts of a certificate, the design they were set in, and the very file they came out as.
public struct CertificateStatement: Hashable, Sendable {
    /// The facts.
    public var facts: CertificateFacts
    /// The name of the design.
    public var design: String
    /// The name of the key that signs, ``CertificatePublicKey/name``.
    public var key: String
    /// The SHA-256 of the file, in hexadecimal, with these digits and those of the signature as zeros.
    public var file: String

    /// A statement.
    public init(facts: CertificateFacts, design: String, key: String, file: String) {
        self.facts = facts
        self.design = design
        self.key = key
        self.file = file
    }

    /// The statement in canonical JSON (RFC 8785): one object with the facts under the names by which they are decoded, and
    /// `design`, `file` and `key` beside them.
    public var canonicalJSON: [UInt8] {
        var members = facts.canonicalMembers
        members["design"] = .text(design)
        members["file"] = .text(file)
        members["key"] = .text(key)
        return CanonicalJSON.object(members).bytes
    }
}

extension CertificateStatement: Decodable {
    private enum Key: String, CodingKey { case design, file, key }

    /// Reads ``canonicalJSON``, or any JSON that says the same.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            facts: try CertificateFacts(from: decoder),
            design: try container.decode(String.self, forKey: .design),
            key: try container.decode(String.self, forKey: .key),
            file: try container.decode(String.self, forKey: .file)
        )
    }
}

public import Programme

/// What a seal vouches for: the facts of a certificate, the design they were set in, and the page that came of it.
public struct CertificateStatement: Hashable, Sendable {
    /// The facts.
    public var facts: CertificateFacts
    /// The name of the design.
    public var design: String
    /// The SHA-256 of the file without seal, in hexadecimal. Whoever typesets the facts again to the same digest has the same
    /// fonts, design and program, and can hold a sealed file against its own byte for byte.
    public var page: String

    /// A statement.
    public init(facts: CertificateFacts, design: String, page: String) {
        self.facts = facts
        self.design = design
        self.page = page
    }

    /// The statement in canonical JSON (RFC 8785): one object with the facts under the names by which they are decoded, and
    /// `design` and `page` beside them.
    public var canonicalJSON: [UInt8] {
        var members = facts.canonicalMembers
        members["design"] = .text(design)
        members["page"] = .text(page)
        return CanonicalJSON.object(members).bytes
    }
}

extension CertificateStatement: Decodable {
    private enum Key: String, CodingKey { case design, page }

    /// Reads ``canonicalJSON``, or any JSON that says the same.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            facts: try CertificateFacts(from: decoder),
            design: try container.decode(String.self, forKey: .design),
            page: try container.decode(String.self, forKey: .page)
        )
    }
}

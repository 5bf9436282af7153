import CertificateWriter
import FoundationEssentials
import Programme

/// What a key file holds: the key that signs now, and the public halves of those that did before.
struct KeyFileContent: Sendable {
    /// A key that no longer signs.
    struct Retired: Sendable, Codable {
        var publicKey: Data
        var since: CalendarDate
        var until: CalendarDate
    }

    let key: CertificateKey
    private let current: Current
    let retired: [Retired]

    private struct Current: Codable {
        var secretKey: Data
        var publicKey: Data
        var since: CalendarDate
    }

    private struct Document: Codable {
        var schema: String
        var current: Current
        var retired: [Retired]
    }

    private static let schema = "commonground.keys/1"

    /// The first key of a site, of 32 secret bytes.
    init(secret: [UInt8], since day: CalendarDate, retired: [Retired] = []) throws(CertificateRefusal) {
        guard let key = CertificateKey(secret: secret) else { throw .unsigned }
        self.key = key
        current = Current(secretKey: Data(secret), publicKey: Data(key.publicKey.bytes), since: day)
        self.retired = retired
    }

    /// Reads a key file; nil when it is none or its halves do not belong together.
    init?(json: Data) {
        guard let document = try? JSONDecoder().decode(Document.self, from: json), document.schema == Self.schema,
            let key = CertificateKey(secret: Array(document.current.secretKey)),
            key.publicKey.bytes == Array(document.current.publicKey)
        else { return nil }
        (self.key, current, retired) = (key, document.current, document.retired)
    }

    /// The bytes of the file.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = Document(schema: Self.schema, current: current, retired: retired)
        return ((try? encoder.encode(document)).map(Array.init) ?? []) + [UInt8(ascii: "\n")]
    }

    /// The content with another key in the place of this one, whose secret half is gone.
    func rotated(to secret: [UInt8], on day: CalendarDate) throws(CertificateRefusal) -> KeyFileContent {
        let former = Retired(publicKey: current.publicKey, since: current.since, until: day)
        return try KeyFileContent(secret: secret, since: day, retired: retired + [former])
    }

    /// Every public key, the present one first.
    var publicKeys: [CertificatePublicKey] {
        [key.publicKey] + retired.reversed().compactMap { CertificatePublicKey(Array($0.publicKey)) }
    }
}

import PDFWriter

/// A certificate's facts with their signature, as a certificate file carries them in its metadata.
public struct SealedFacts: Hashable, Sendable {
    /// The ``CertificateStatement`` in canonical JSON (RFC 8785).
    public let json: [UInt8]
    /// The name of the key, ``CertificatePublicKey/name``.
    public let keyName: String
    /// The Ed25519 signature of ``json``, 64 bytes.
    public let signature: [UInt8]

    /// Sealed facts from their parts, as they are kept on record.
    public init(json: [UInt8], keyName: String, signature: [UInt8]) {
        (self.json, self.keyName, self.signature) = (json, keyName, signature)
    }

    /// Finds sealed facts in a PDF file; nil when it carries none.
    public init?(inPDF file: [UInt8]) {
        guard let json = Self.property("facts", in: file), let key = Self.property("key", in: file),
            let signature = Self.property("signature", in: file).flatMap({ Hexadecimal.bytes($0) })
        else { return nil }
        self.init(json: Array(json.utf8), keyName: key, signature: signature)
    }

    /// Whether the signature was made of exactly these facts by the holder of one of the keys.
    public func isGenuine(_ keys: some Sequence<CertificatePublicKey>) -> Bool {
        keys.contains { $0.name == keyName && $0.hasSigned(json, signature: signature) }
    }

    /// The metadata a file carries.
    var schema: XMPMetadata.Schema {
        XMPMetadata.Schema(
            name: "CommonGround certificate",
            namespace: Self.namespace,
            prefix: Self.prefix,
            properties: [
                .init(
                    name: "facts",
                    value: String(decoding: json, as: UTF8.self),
                    meaning: "What is certified, RFC 8785"
                ),
                .init(name: "key", value: keyName, meaning: "Name of the signing key"),
                .init(name: "signature", value: Hexadecimal.text(signature), meaning: "Ed25519 signature of the facts"),
            ]
        )
    }

    private static let prefix = "commonground"
    private static let namespace = "urn:commonground:certificate:1"

    private static func property(_ name: String, in file: [UInt8]) -> String? {
        guard let start = end(of: "<\(prefix):\(name) xmlns:\(prefix)=\"\(namespace)\">", in: file, from: 0) else {
            return nil
        }
        let closing = "</\(prefix):\(name)>"
        guard let end = end(of: closing, in: file, from: start),
            let text = String(validating: file[start..<(end - closing.utf8.count)], as: UTF8.self)
        else { return nil }
        return XMPMetadata.unescaped(text)
    }

    private static func end(of text: String, in file: [UInt8], from start: Int) -> Int? {
        let pattern = Array(text.utf8)
        guard file.count - start >= pattern.count else { return nil }
        for place in start...(file.count - pattern.count) where file[place] == pattern[0] {
            if file[place..<(place + pattern.count)].elementsEqual(pattern) { return place + pattern.count }
        }
        return nil
    }
}

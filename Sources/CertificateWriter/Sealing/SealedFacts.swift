import Crypto
import PDFWriter

/// A certificate's facts with their signature, as a certificate file carries them in its metadata.
public struct SealedFacts: Hashable, Sendable {
    /// The facts in canonical JSON (RFC 8785), decodable as `CertificateFacts`.
    public let json: [UInt8]
    /// The name of the key: the first 16 hexadecimal digits of the SHA-256 of its public half.
    public let keyName: String
    /// The Ed25519 signature of ``json``, 64 bytes.
    public let signature: [UInt8]

    init(json: [UInt8], keyName: String, signature: [UInt8]) {
        (self.json, self.keyName, self.signature) = (json, keyName, signature)
    }

    /// Finds sealed facts in a PDF file; nil when it carries none.
    public init?(inPDF file: [UInt8]) {
        guard let json = Self.property("facts", in: file), let key = Self.property("key", in: file),
            let signature = Self.property("signature", in: file).flatMap({ Self.bytes(hexadecimal: $0) })
        else { return nil }
        self.init(json: Array(json.utf8), keyName: key, signature: signature)
    }

    /// Whether the signature was made of exactly these facts by the holder of one of the keys.
    public func isGenuine(publicKeys: [[UInt8]]) -> Bool {
        publicKeys.contains { bytes in
            guard Self.name(of: bytes) == keyName,
                let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
            else { return false }
            return key.isValidSignature(signature, for: json)
        }
    }

    /// The name of a public key.
    public static func name(of publicKey: [UInt8]) -> String {
        hexadecimal(SHA256.hash(data: publicKey).prefix(8))
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
                .init(name: "signature", value: Self.hexadecimal(signature), meaning: "Ed25519 signature of the facts"),
            ]
        )
    }

    private static let prefix = "commonground"
    private static let namespace = "urn:commonground:certificate:1"

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(hexadecimal text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count == 128 else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { place in
            UInt8(String(decoding: digits[place..<(place + 2)], as: UTF8.self), radix: 16)
        }
        return bytes.count == 64 ? bytes : nil
    }

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

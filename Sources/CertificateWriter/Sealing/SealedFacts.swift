import Crypto
import PDFWriter

/// A certificate's facts with their signature, as a certificate file carries them in its metadata.
public struct SealedFacts: Hashable, Sendable {
    /// The ``CertificateStatement`` in canonical JSON (RFC 8785).
    public let json: [UInt8]
    /// The Ed25519 signature of ``json``, 64 bytes.
    public let signature: [UInt8]

    /// Sealed facts from their parts, as they are kept on record.
    public init(json: [UInt8], signature: [UInt8]) { (self.json, self.signature) = (json, signature) }

    /// Finds sealed facts in a PDF file; nil when it carries none.
    public init?(inPDF file: [UInt8]) {
        guard let places = SealPlaces(in: file),
            let json = String(validating: file[places.facts], as: UTF8.self),
            let signature = Hexadecimal.bytes(String(decoding: file[places.signature], as: UTF8.self))
        else { return nil }
        self.init(json: Array(XMPMetadata.unescaped(json).utf8), signature: signature)
    }

    /// Whether the signature was made of exactly these facts by the holder of a key.
    public func isGenuine(by key: CertificatePublicKey) -> Bool { key.hasSigned(json, signature: signature) }

    /// The digest that a statement must have to vouch for a file; nil for a file without sealed facts.
    ///
    /// It is the SHA-256 of the file with the digest itself and the signature as zeros, so it changes with any other byte.
    public static func digest(ofFile file: [UInt8]) -> String? {
        guard let places = SealPlaces(in: file) else { return nil }
        var blank = file
        for place in [places.digest, places.signature] {
            blank.replaceSubrange(place, with: repeatElement(UInt8(ascii: "0"), count: place.count))
        }
        return Hexadecimal.text(SHA256.hash(data: blank))
    }

    /// The metadata a file carries.
    var schema: XMPMetadata.Schema {
        XMPMetadata.Schema(
            name: "Certificate",
            namespace: SealPlaces.namespace,
            prefix: SealPlaces.prefix,
            properties: [
                .init(
                    name: SealPlaces.facts,
                    value: String(decoding: json, as: UTF8.self),
                    meaning: "What is certified"
                ),
                .init(name: SealPlaces.signature, value: Hexadecimal.text(signature), meaning: "Ed25519 of the facts"),
            ]
        )
    }
}

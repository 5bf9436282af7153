import Crypto
import Records

/// 128 random bits as text for an address; the database keeps their SHA-256 only.
public struct PrivateToken: Hashable, Sendable, CustomStringConvertible {
    /// 26 characters of Crockford base 32 in lower case.
    public let description: String

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    /// A token of 16 random bytes.
    init(randomBytes: [UInt8]) {
        var text = ""
        var (buffer, bits) = (UInt32(0), 0)
        for byte in randomBytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                text.append(Self.alphabet[Int(buffer >> UInt32(bits - 5) & 31)])
                bits -= 5
            }
        }
        if bits > 0 { text.append(Self.alphabet[Int(buffer << UInt32(5 - bits) & 31)]) }
        description = text
    }

    /// A token as found in an address; it need not be one of ours.
    public init(_ text: some StringProtocol) { description = text.lowercased() }

    /// What the database keeps.
    var hash: [UInt8] { Self.hash(of: description) }

    static func hash(of text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

extension Office {
    func mintToken() -> PrivateToken { PrivateToken(randomBytes: surroundings.randomBytes(16)) }

    /// A code that no booking has; among a hundred thousand bookings chance gives two the same one time in five.
    func freeReference(in ledger: Ledger) throws -> String {
        var reference = mintReference()
        while try ledger.read.booking(reference: reference) != nil { reference = mintReference() }
        return reference
    }

    /// A booking's code: a letter and six letters or digits that are hard to mistake for each other.
    func mintReference() -> String {
        let letters = Array("ABCDEFGHJKMNPQRSTVWXYZ"), all = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let bytes = surroundings.randomBytes(7)
        return String(letters[Int(bytes[0]) % letters.count])
            + String(bytes.dropFirst().map { all[Int($0) % all.count] })
    }
}

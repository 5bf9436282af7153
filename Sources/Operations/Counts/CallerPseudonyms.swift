import Crypto
import FoundationEssentials

/// Turns what a force calls a person into bytes that stand for the person and cannot be turned back without the key.
///
/// The key lies in a file of its own beside the certificate keys, with the ending `callers`: a copy of the database alone says
/// nothing about who rang, and with the same key the same person is known again in the next extract.
struct CallerPseudonyms: Sendable {
    private let key: SymmetricKey

    /// The bytes that are kept of each code.
    static let length = 16
    private static let keyBytes = 32

    /// The path of the key, beside a file of certificate keys.
    static func path(beside keys: KeyFile) -> String {
        (keys.path.hasSuffix(".keys") ? String(keys.path.dropLast(5)) : keys.path) + ".callers"
    }

    /// Reads the key, or makes one of `secret` when there is none.
    ///
    /// - Parameters:
    ///   - path: Where the key is.
    ///   - secret: 32 random bytes.
    ///   - rehearses: Whether nothing is to be written.
    /// - Throws: ``KeyFileRefusal`` when others may read the file, or it is no such key.
    init(path: String, orMadeOf secret: [UInt8], rehearses: Bool) throws(KeyFileRefusal) {
        let file = SecretFile(path: path)
        var bytes = try file.data()
        if bytes == nil, !rehearses {
            try file.write(secret, replacing: false)
            bytes = try file.data()
        }
        let found = bytes ?? Data(secret)
        guard found.count == Self.keyBytes else { throw .damaged(path: path) }
        key = SymmetricKey(data: found)
    }

    /// The pseudonym: the first half of HMAC-SHA-256.
    ///
    /// Source: RFC 2104, with truncation as in its section 5.
    func pseudonym(of caller: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(caller.utf8), using: key).prefix(Self.length))
    }
}

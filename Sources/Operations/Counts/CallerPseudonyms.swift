import Crypto
import FoundationEssentials
public import Programme
import Records

/// Turns what a force calls a person into bytes that stand for the person and cannot be turned back without the key.
///
/// The key lies in a file of its own beside the certificate keys, with the ending `callers`: a copy of the database alone says
/// nothing about who rang, and with the same key the same person is known again in the next extract.
struct CallerPseudonyms: Sendable {
    private let key: SymmetricKey
    /// What the database keeps to know the key again: the first digits of its SHA-256.
    let mark: String

    /// The name of the setting that keeps the mark.
    static let setting = "caller-key"
    /// The bytes that are kept of each code.
    static let length = 16
    private static let keyBytes = 32

    /// The path of the key, beside a file of certificate keys.
    static func path(beside keys: KeyFile) -> String {
        (keys.path.hasSuffix(".keys") ? String(keys.path.dropLast(5)) : keys.path) + ".callers"
    }

    /// The key's file, beside a file of certificate keys.
    static func file(beside keys: KeyFile) -> SecretFile { SecretFile(path: path(beside: keys)) }

    /// Reads the key, or makes one of `secret` when there is none.
    ///
    /// - Parameters:
    ///   - path: Where the key is.
    ///   - known: The mark of the key that callers on record were taken in with, if any.
    ///   - secret: 32 random bytes.
    ///   - rehearses: Whether nothing is to be written.
    /// - Throws: ``KeyFileRefusal`` when others may read the file, or it is no such key, ``CallerKeyRefusal`` when it is not the
    ///   one known.
    init(path: String, known: String? = nil, orMadeOf secret: [UInt8], rehearses: Bool) throws {
        let file = SecretFile(path: path)
        var bytes = try file.data()
        if bytes == nil, known != nil { throw CallerKeyRefusal.missing(path: path) }
        if bytes == nil, !rehearses {
            try file.write(secret, replacing: false)
            bytes = try file.data()
        }
        let found = bytes ?? Data(secret)
        guard found.count == Self.keyBytes else { throw KeyFileRefusal.damaged(path: path) }
        key = SymmetricKey(data: found)
        mark = SHA256.hash(data: found).prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined()
        guard known == nil || known == mark else { throw CallerKeyRefusal.other(path: path) }
    }

    /// The pseudonym: the first half of HMAC-SHA-256.
    ///
    /// Source: RFC 2104, with truncation as in its section 5.
    func pseudonym(of caller: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(caller.utf8), using: key).prefix(Self.length))
    }
}

/// Why callers cannot be told apart from those on record.
public enum CallerKeyRefusal: Refusal, Equatable {
    /// There is no key, although callers were taken in with one.
    case missing(path: String)
    /// The key is another one.
    case other(path: String)

    /// The sentence.
    public var description: String {
        switch self {
        case .missing(let path):
            "There is no key \(path), but callers on record were taken in with one. Restore it from a backup, or the same people would count as others."
        case .other(let path):
            "The key \(path) is not the one that callers on record were taken in with. Restore that one, or the same people would count as others."
        }
    }
}

extension Office {
    /// The office's pseudonyms; their key is made with the first one.
    /// - Throws: ``CallerKeyRefusal`` when the key is lost, open to others or not the one on record.
    func callerPseudonyms() async throws -> CallerPseudonyms {
        let known = try await records.read { try $0.setting(CallerPseudonyms.setting) }
        return try CallerPseudonyms(
            path: CallerPseudonyms.path(beside: keyFile),
            known: known,
            orMadeOf: surroundings.randomBytes(32),
            rehearses: records.rehearses
        )
    }
}

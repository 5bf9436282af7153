import CertificateWriter
import FoundationEssentials
import Glibc
public import Programme

/// The file with the secret key a site signs certificates with; it lies beside the database and nobody else may read it.
///
/// One key signs at a time. The public halves of those before it stay listed, so that what they signed can be checked with
/// this file alone.
public struct KeyFile: Hashable, Sendable {
    /// Where the file is, or will be when the first certificate is issued.
    public let path: String

    /// A key file at a path.
    public init(path: String) { self.path = path }

    /// The key file beside a database: its name with the ending `keys`.
    public init(besideDatabase database: String) {
        let folder = database.lastIndex(of: "/").map { database[...$0] } ?? ""
        let name = database.dropFirst(folder.count)
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        path = folder + (stem.isEmpty ? name : stem) + ".keys"
    }

    /// Whether the file is there.
    public var exists: Bool { access(path, F_OK) == 0 }

    /// What the file holds; nil when there is none.
    /// - Throws: ``KeyFileRefusal`` when others may read it, or when it is no key file.
    func content() throws(KeyFileRefusal) -> KeyFileContent? {
        guard let data = try SecretFile(path: path).data() else { return nil }
        guard let content = KeyFileContent(json: data) else { throw .damaged(path: path) }
        return content
    }

    /// What the file holds, made with a key of `secret` when there is none; of two processes that make it at once, one wins
    /// and both use its key.
    func content(orMadeOf secret: [UInt8], on day: CalendarDate) throws -> KeyFileContent {
        if let content = try content() { return content }
        let made = try KeyFileContent(secret: secret, since: day)
        try write(made, replacing: false)
        return try content() ?? made
    }

    /// Puts other content in the file's place.
    func replace(with content: KeyFileContent) throws(KeyFileRefusal) { try write(content, replacing: true) }

    private func write(_ content: KeyFileContent, replacing: Bool) throws(KeyFileRefusal) {
        try SecretFile(path: path).write(content.json, replacing: replacing)
    }
}

/// Why a key file cannot be used.
public enum KeyFileRefusal: Refusal, Equatable {
    /// Others than its owner may read or write it.
    case open(path: String)
    /// It cannot be read.
    case unreadable(path: String, reason: String)
    /// It is not what a key file looks like.
    case damaged(path: String)
    /// There is none, although the register names a key that signs.
    case missing(path: String, key: String)
    /// Its key was taken out of use.
    case retired(path: String, key: String)
    /// It cannot be written.
    case unwritable(path: String, reason: String)

    /// The sentence.
    public var description: String {
        switch self {
        case .open(let path):
            "The key file \(path) can be read or changed by others. Run \"chmod 600 \(path)\", and think about rotating the key."
        case .unreadable(let path, let reason):
            "The key file \(path) cannot be read: \(reason). Check its rights."
        case .damaged(let path):
            "\(path) is not a key file of CommonGround. Restore it from a backup, or name another with COMMONGROUND_KEYS."
        case .missing(let path, let key):
            "There is no key file \(path), but the register was signed with the key \(key). Restore the file from a backup, name "
                + "it with COMMONGROUND_KEYS, or rotate the key to go on with a fresh one."
        case .retired(let path, let key):
            "The key \(key) in \(path) was retired. Restore the newer key file, or rotate the key to go on with a fresh one."
        case .unwritable(let path, let reason):
            "The key file \(path) cannot be written: \(reason). Check its folder and the space on the disk."
        }
    }
}

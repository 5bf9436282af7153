import FoundationEssentials
public import Programme
import Records

/// A backup that was made.
public struct BackupReport: Hashable, Sendable {
    /// The copy of the database: one file.
    public let database: String
    /// The copy of the key file; nil when no certificate was ever signed here.
    public let keys: String?
}

extension Office {
    /// Copies the database, as it is at one moment, and the key files beside it, while the site runs.
    ///
    /// The copy has its name only when it is complete, and nobody but its owner may read it. It holds everything the original does, the secret key included, and is
    /// to be kept as safe.
    /// - Throws: ``BackupRefusal/exists(_:)`` when something is there already.
    public func backUp(to path: String, by actor: Actor) async throws -> BackupReport {
        try actor.require(.backedUp)
        let keys = KeyFile(besideDatabase: path)
        let callerKey = CallerPseudonyms.file(beside: keys)
        for file in [path, keys.path, callerKey.path] where FileManager.default.fileExists(atPath: file) {
            throw BackupRefusal.exists(file)
        }
        let content = try keyFile.content()
        let report = BackupReport(database: path, keys: content == nil ? nil : keys.path)
        guard !records.rehearses else { return report }
        let partial = path + ".part"
        try? FileManager.default.removeItem(atPath: partial)
        do {
            try await records.copy(to: partial)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: partial)
            if let content { try keys.replace(with: content) }
            if let key = try CallerPseudonyms.file(beside: keyFile).data() {
                try callerKey.write(Array(key), replacing: false)
            }
            try FileManager.default.moveItem(atPath: partial, toPath: path)
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            for file in [keys.path, callerKey.path] { try? FileManager.default.removeItem(atPath: file) }
            throw error
        }
        try await records.change(actor, .backedUp, at: surroundings.now()) { ledger in
            try ledger.note("database", ["copy": "made"])
        }
        tell(.backedUp, [:])
        return report
    }
}

/// Why a backup cannot be made or put in place.
public enum BackupRefusal: Refusal, Equatable {
    /// Something is there already.
    case exists(String)
    /// The place of a restored database is taken.
    case occupied(String)
    /// The copy does not hold together.
    case damaged(path: String, drift: [String])
    /// A running program has the database open.
    case inUse(String)

    /// The sentence.
    public var description: String {
        switch self {
        case .exists(let path): "\(path) is there already. Choose another name, or move it away first."
        case .occupied(let path):
            "\(path) is there already. With --replace it is moved aside, not deleted, and the backup takes its place."
        case .damaged(let path, let drift):
            "\(path) does not hold together, so nothing was restored: \(drift.joined(separator: " ")) Take another backup."
        case .inUse(let path): "\(path) is open in another program. Stop the site before you restore."
        }
    }
}

import FoundationEssentials
public import Programme
import Records

/// Putting a backup in a database's place.
///
/// The backup is copied, brought up to date and checked under a temporary name first; only then it takes the place, and what
/// was there before is moved aside, never deleted.
public struct Restoration: Sendable {
    /// The backup's database file.
    public let backup: String
    /// Where the database is to be.
    public let database: String
    /// Where the key file is to be.
    public let keys: KeyFile
    /// Whether what is there already is moved aside.
    public let replaces: Bool

    /// A restoration.
    public init(of backup: String, to database: String, keys: KeyFile, replaces: Bool) {
        self.backup = backup
        self.database = database
        self.keys = keys
        self.replaces = replaces
    }

    /// The files beside a database that hold what is not yet in it.
    private static let companions = ["", "-wal"]

    private var partial: String { database + ".part" }
    private var backupKeys: KeyFile { KeyFile(besideDatabase: backup) }

    /// Copies the backup beside the database's place, for an office to open and check.
    ///
    /// - Throws: ``BackupRefusal`` when the place is taken or in use.
    /// - Returns: The path of the copy.
    public func prepare() throws -> String {
        let files = FileManager.default
        for place in [database, keys.path] where files.fileExists(atPath: place) && !replaces {
            guard place == keys.path, try keys.content()?.publicKeys == backupKeys.content()?.publicKeys else {
                throw BackupRefusal.occupied(place)
            }
        }
        if files.fileExists(atPath: database), SQLiteEngine.isInUse(database) { throw BackupRefusal.inUse(database) }
        discard()
        for companion in Self.companions where files.fileExists(atPath: backup + companion) {
            try files.copyItem(atPath: backup + companion, toPath: partial + companion)
        }
        return partial
    }

    /// Gives the checked copy its place.
    ///
    /// - Returns: The files that were moved aside.
    public func finish() throws -> [String] {
        var aside = try moveAside(database)
        for companion in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database + companion) }
        try FileManager.default.moveItem(atPath: partial, toPath: database)
        if let content = try backupKeys.content() {
            if try keys.content()?.publicKeys != content.publicKeys { aside += try moveAside(keys.path) }
            try keys.replace(with: content)
        }
        let callerKey = CallerPseudonyms.file(beside: keys)
        if let key = try CallerPseudonyms.file(beside: backupKeys).data() {
            if let there = try callerKey.data(), there != key { aside += try moveAside(callerKey.path) }
            try callerKey.write(Array(key), replacing: true)
        }
        return aside
    }

    /// Takes the copy away again.
    public func discard() {
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: partial + ending) }
    }

    private func moveAside(_ path: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        var number = 1
        while FileManager.default.fileExists(atPath: "\(path).before-\(number)") { number += 1 }
        let place = "\(path).before-\(number)"
        try FileManager.default.moveItem(atPath: path, toPath: place)
        return [place]
    }
}

extension Office {
    /// Checks that the records this office opened hold together, and notes that they were restored.
    ///
    /// - Throws: ``BackupRefusal/damaged(path:drift:)`` naming the drift; `backup` is what sentences call the file.
    public func acceptRestored(_ backup: String, by actor: Actor) async throws {
        try actor.require(.backedUp)
        let drift = try await verify(by: actor)
        guard drift.isEmpty else { throw BackupRefusal.damaged(path: backup, drift: drift.map(\.description)) }
        try await records.change(actor, .backedUp, at: surroundings.now()) { ledger in
            try ledger.note("database", ["copy": "restored"])
        }
        tell(.backedUp, ["copy": "restored"])
    }
}

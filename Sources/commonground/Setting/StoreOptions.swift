import ArgumentParser
import Foundation
import Logging
import Material
import Operations
import Programme
import Records

/// Where the content is.
struct ContentOptions: ParsableArguments {
    @Option(help: "The folder that holds CourseMaterial and Certificates (or COMMONGROUND_CONTENT).") var content:
        String?

    func folder() throws -> ContentFolder {
        try ContentFolder.find(
            explicit: content ?? ProcessInfo.processInfo.environment["COMMONGROUND_CONTENT"],
            executable: Bundle.main.executablePath,
            workingFolder: FileManager.default.currentDirectoryPath
        )
    }
}

/// Which database, which content, and with whose rights.
struct StoreOptions: ParsableArguments {
    @Option(help: "The database file (or COMMONGROUND_DATABASE).") var database: String?
    @OptionGroup var content: ContentOptions
    @Option(
        name: .customLong("public-url"),
        help: "The site's address in links and QR codes (or COMMONGROUND_PUBLIC_URL)."
    )
    var publicURL: String?
    @Option(name: .customLong("as"), help: "Act with this account's rights; they can only be narrower.") var actingAs:
        String?

    /// The database's path.
    var path: String {
        let environment = ProcessInfo.processInfo.environment["COMMONGROUND_DATABASE"] ?? ""
        return database ?? (environment.isEmpty ? "commonground.sqlite" : environment)
    }

    /// The file with the key that signs certificates.
    var keyFile: KeyFile {
        let named = ProcessInfo.processInfo.environment["COMMONGROUND_KEYS"] ?? ""
        return named.isEmpty ? KeyFile(besideDatabase: path) : KeyFile(path: named)
    }

    /// Opens the office; `creating` lets a database be made where there is none.
    func office(rehearses: Bool = false, creating: Bool = false, publicAddress: String? = nil) async throws -> Office {
        let address = try PublicAddress.given(publicURL) ?? publicAddress ?? PublicAddress.none
        guard creating || FileManager.default.fileExists(atPath: path) else { throw NoDatabase(path: path) }
        let folder = try content.folder()
        let (library, reference) = (try CourseLibrary.read(folder), try ReferenceTables.read(from: folder))
        let records = try await Records(engine: try SQLiteEngine(path: path), rehearses: rehearses) {
            Fingerprints.sha256($0)
        }
        return Office(
            records: records,
            library: library,
            reference: reference,
            presses: PressRoom(folder: folder),
            keyFile: keyFile,
            surroundings: .ofThisMachine,
            publicAddress: address,
            log: Self.log
        )
    }

    /// Who acts: the operator, or the account named by `--as`.
    func actor(in office: Office) async throws -> Actor {
        let user = NSUserName()
        guard let actingAs else { return .terminal(user: user) }
        return .terminal(user: user, as: try await office.account(email: try EmailAddress(parsing: actingAs)))
    }

    static var log: Logger {
        var log = Logger(label: "commonground") { StreamLogHandler.standardError(label: $0) }
        log.logLevel =
            ProcessInfo.processInfo.environment["COMMONGROUND_LOG"].flatMap { Logger.Level(rawValue: $0) } ?? .warning
        return log
    }
}

/// A database that is not there, for a verb that does not make one.
struct NoDatabase: Refusal {
    let path: String
    var description: String {
        "There is no database \(path). Make one with \"commonground demo\" or \"commonground programmes add\", or name another with --database."
    }
}

/// Options of every verb that changes something.
struct ChangeOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: FormatOptions
    @Flag(help: "Show what would happen and change nothing.") var dryRun = false

    /// Opens the office, lets one operation run, and closes it.
    ///
    /// A database that was only made for a rehearsal, or for an operation that was refused, does not stay behind.
    func run<Value>(
        creating: Bool = false,
        publicAddress: String? = nil,
        _ body: (Office, Actor) async throws -> Value
    ) async throws -> Value {
        let file = DatabaseFile(path: store.path)
        let isNew = creating && !file.exists
        do {
            let office = try await store.office(rehearses: dryRun, creating: creating, publicAddress: publicAddress)
            let value: Value
            do {
                value = try await body(office, try await store.actor(in: office))
            } catch {
                try office.close()
                throw error
            }
            try office.close()
            if isNew, dryRun { file.remove() }
            return value
        } catch {
            if isNew { file.remove() }
            throw error
        }
    }

    /// What to say before a result that was not kept.
    var prefix: String { dryRun ? "Would be done, nothing was changed: " : "" }
}

/// A database file with the two files that SQLite keeps beside it.
struct DatabaseFile {
    let path: String

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    func remove() {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
}

/// Options of every verb that only reads.
struct ReadOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: FormatOptions

    /// Opens the office, lets one query run, and closes it.
    func run<Value>(_ body: (Office, Actor) async throws -> Value) async throws -> Value {
        let office = try await store.office()
        let value = try await body(office, try await store.actor(in: office))
        try office.close()
        return value
    }
}

import ArgumentParser
import Foundation
import Operations
import Programme

/// A consistent copy.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database and the key file, while the site runs.",
        discussion: """
            PATH is the copy: one file, with the secret key beside it in PATH's name ending in .keys. A folder gets a copy under \
            the database's own name. Keep it as safe as the original: whoever has it has everybody's data and can sign.
            """
    )
    @OptionGroup var options: ChangeOptions
    @Argument(help: "The copy, or a folder for it.", completion: .file()) var path: String

    func run() async throws {
        var isFolder: ObjCBool = false
        let inFolder = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        let target = inFolder ? "\(path)/\(URL(filePath: options.store.path).lastPathComponent)" : path
        let report = try await options.run { office, actor in try await office.backUp(to: target, by: actor) }
        let files = [report.database, report.keys].compactMap { $0 }
        try options.output.show(["files": files]) { options.prefix + files.joined(separator: "\n") }
    }
}

/// A backup in the place of the database.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the database's place, after checking that it holds together.",
        discussion: """
            The site must not run. What is there already stays unless --replace is given, and then it is moved aside, not deleted.
            """
    )
    @OptionGroup var options: ChangeOptions
    @Flag(help: "Move the database and the key file that are there aside.") var replace = false
    @Argument(help: "The backup's database file.", completion: .file()) var path: String

    func run() async throws {
        guard FileManager.default.fileExists(atPath: path) else { throw Complaint.MissingInput(path: path) }
        let store = options.store
        let restoration = Restoration(of: path, to: store.path, keys: store.keyFile, replaces: replace)
        defer { restoration.discard() }
        var copy = store
        copy.database = try restoration.prepare()
        let office = try await copy.office()
        do {
            try await office.acceptRestored(path, by: try await copy.actor(in: office))
        } catch {
            try office.close()
            throw error
        }
        let signs = try await office.certificateKeys().contains { $0.retired == nil }
        try office.close()
        if signs, !KeyFile(besideDatabase: path).exists {
            Terminal.say(
                "Warning: beside \(path) is no key file, so certificates cannot be signed until it is restored or the key rotated."
            )
        }
        let aside = options.dryRun ? [] : try restoration.finish()
        try options.output.show(["database": [store.path], "movedAside": aside]) {
            (["\(options.prefix)\(store.path) is \(path) again."] + aside.map { "Moved aside: \($0)" })
                .joined(separator: "\n")
        }
    }
}

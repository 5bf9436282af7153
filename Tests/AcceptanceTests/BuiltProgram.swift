import Foundation
import Testing

/// The built program, driven from outside as its users drive it.
struct BuiltProgram {
    /// What a run of it said.
    struct Output {
        let status: Int32
        let out: String
        let error: String

        private var json: Any {
            get throws {
                try #require(!out.isEmpty, "nothing but: \(error)")
                return try JSONSerialization.jsonObject(with: Data(out.utf8), options: .fragmentsAllowed)
            }
        }

        func object() throws -> [String: Any] { try #require(try json as? [String: Any]) }
        func list() throws -> [[String: Any]] { try #require(try json as? [[String: Any]]) }
    }

    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    let path: String
    let folder: URL
    var database: String { folder.appending(path: "office.sqlite").path }

    /// A program with an empty folder of its own.
    init() throws {
        let named = ProcessInfo.processInfo.environment["COMMONGROUND_BINARY"]
        path = named ?? Self.root.appending(path: ".build/debug/commonground").path
        try #require(FileManager.default.isExecutableFile(atPath: path), "build the product commonground first")
        folder = FileManager.default.temporaryDirectory.appending(path: "commonground-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Runs a verb; `at` sets the clock it sees.
    @discardableResult
    func callAsFunction(_ arguments: String..., at clock: String? = nil) throws -> Output {
        try run(arguments, at: clock)
    }

    /// Runs the program, or a shell with a line that a page shows.
    func run(_ arguments: [String], at clock: String? = nil, shell: Bool = false) throws -> Output {
        let process = try start(arguments, at: clock, shell: shell)
        let out = process.out.readDataToEndOfFile()
        let error = process.error.readDataToEndOfFile()
        process.process.waitUntilExit()
        return Output(
            status: process.process.terminationStatus,
            out: String(decoding: out, as: UTF8.self),
            error: String(decoding: error, as: UTF8.self)
        )
    }

    struct Running {
        let process: Process
        let out: FileHandle
        let error: FileHandle

        /// Asks the program to stop. `faketime` stays between us and the program and passes no signal on.
        func terminate() {
            let own = process.processIdentifier
            let text = try? String(contentsOfFile: "/proc/\(own)/task/\(own)/children", encoding: .utf8)
            let children = (text ?? "").split(separator: " ").compactMap { Int32($0) }
            if children.isEmpty { process.terminate() }
            children.forEach { kill($0, SIGTERM) }
        }
    }

    /// Starts a verb and does not wait.
    func start(_ arguments: [String], at clock: String? = nil, shell: Bool = false) throws -> Running {
        let process = Process()
        let (out, error) = (Pipe(), Pipe())
        if let clock {
            process.executableURL = URL(filePath: "/usr/bin/faketime")
            process.arguments = ["--exclude-monotonic", "-f", "@\(clock)", path] + arguments
        } else {
            process.executableURL = URL(filePath: shell ? "/bin/sh" : path)
            process.arguments = arguments
        }
        var environment = ProcessInfo.processInfo.environment
        environment["COMMONGROUND_DATABASE"] = database
        environment["COMMONGROUND_CONTENT"] = Self.root.path
        environment["TZ"] = "Europe/London"
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardOutput = out
        process.standardError = error
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return Running(process: process, out: out.fileHandleForReading, error: error.fileHandleForReading)
    }

    func write(_ text: String, to name: String) throws -> String {
        let url = folder.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path
    }
}

/// The nulls of a document without a reason beside them.
func unexplained(_ value: Any, _ path: String = "$") -> [String] {
    if let list = value as? [Any] { return list.enumerated().flatMap { unexplained($1, "\(path)[\($0)]") } }
    guard let object = value as? [String: Any] else { return [] }
    return object.flatMap { key, value -> [String] in
        if value is NSNull { return object["why"] == nil && key != "key_secondary" ? ["\(path).\(key)"] : [] }
        return unexplained(value, "\(path).\(key)")
    }
}

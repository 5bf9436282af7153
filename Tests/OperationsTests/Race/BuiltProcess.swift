import Foundation
import Testing

/// A program built beside the tests, running in a process of its own with its output in a file.
final class BuiltProcess: Sendable {
    private let process: Process
    private let input = Pipe()
    private let output: URL

    /// Starts a product of this package by its name; `lines` are its whole standard input when given.
    init(_ name: String, _ arguments: [String], input lines: String? = nil) throws {
        let program = try #require(Self.path(of: name), "the product \(name) is not built beside the tests")
        output = FileManager.default.temporaryDirectory.appending(path: "\(name)-\(UUID().uuidString)")
        try Data().write(to: output)
        process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardInput = input
        if let lines {
            let file = output.appendingPathExtension("in")
            try Data(lines.utf8).write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        }
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
        try? FileManager.default.removeItem(at: output)
        try? FileManager.default.removeItem(at: output.appendingPathExtension("in"))
    }

    /// The nearest program of this name in the folder of the running tests or above it.
    private static func path(of name: String) -> URL? {
        var folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let bundle = ProcessInfo.processInfo.arguments.first { $0.hasSuffix(".xctest") }
        if let bundle { folder = URL(filePath: bundle).deletingLastPathComponent() }
        while folder.path != "/" {
            let program = folder.appending(path: name)
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
            folder.deleteLastPathComponent()
        }
        return nil
    }

    /// The complete lines written so far.
    var lines: [String] {
        let text = String(decoding: (try? Data(contentsOf: output)) ?? Data(), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// Waits until so many lines were written; a minute without them is a fault of the program.
    func lines(atLeast count: Int) async throws -> [String] {
        for _ in 0..<30_000 {
            let lines = lines
            if lines.count >= count { return lines }
            try await Task.sleep(for: .milliseconds(2))
        }
        throw Stuck(lines: lines, wanted: count)
    }

    struct Stuck: Error {
        let lines: [String]
        let wanted: Int
    }

    /// Writes a line to its standard input.
    func say(_ line: String) throws { try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8)) }

    /// Ends its input and waits for it.
    func finish() async throws {
        try input.fileHandleForWriting.close()
        while process.isRunning { try await Task.sleep(for: .milliseconds(2)) }
    }

    /// Kills it as a power cut would: no handler runs.
    func killAtOnce() async throws {
        kill(process.processIdentifier, SIGKILL)
        while process.isRunning { try await Task.sleep(for: .milliseconds(1)) }
    }
}

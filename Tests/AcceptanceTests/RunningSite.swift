import Foundation
import Testing

/// The site of a built program, and a browser of a sort: curl with a cookie jar.
final class RunningSite {
    let address: String
    /// What it printed when it was ready.
    let said: String
    private let running: BuiltProgram.Running
    private let folder: URL

    init(_ program: BuiltProgram, at clock: String? = nil, lines: Int = 1) throws {
        // Below the ports that the system gives to outgoing connections.
        let port = Int.random(in: 12_000...32_000)
        running = try program.start(["serve", "--port", "\(port)"], at: clock)
        address = "http://127.0.0.1:\(port)"
        folder = program.folder
        var said = ""
        while said.filter({ $0 == "\n" }).count < lines {
            let data = running.out.availableData
            if data.isEmpty { break }
            said += String(decoding: data, as: UTF8.self)
        }
        try #require(said.contains(address), "the site said: \(said)")
        self.said = said
    }

    deinit { if running.process.isRunning { running.terminate() } }

    /// Stops the site as an operator would; its exit code.
    func stop() -> Int32 {
        running.terminate()
        running.process.waitUntilExit()
        return running.process.terminationStatus
    }

    struct Page {
        let status: Int
        let body: String

        /// The value of a hidden field.
        func hidden(_ name: String) -> String? {
            guard let field = body.firstRange(of: "name=\"\(name)\"") else { return nil }
            let start = body[..<field.lowerBound].lastIndex(of: "<") ?? body.startIndex
            let tag = body[start...].prefix { $0 != ">" }
            guard let value = tag.firstRange(of: "value=\"") else { return nil }
            return String(tag[value.upperBound...].prefix { $0 != "\"" })
        }
    }

    func get(_ path: String, jar: String = "jar") throws -> Page { try curl([], path, jar: jar) }

    /// Sends a form as a browser would, with the hidden fields of the page it stands on.
    func post(_ path: String, _ fields: [String: String], from page: Page, jar: String = "jar") throws -> Page {
        var fields = fields
        for name in ["form_token", "attempt"] {
            if let value = page.hidden(name) { fields[name] = value }
        }
        let data = fields.flatMap { ["--data-urlencode", "\($0.key)=\($0.value)"] }
        return try curl(data + ["-H", "Origin: \(address)"], path, jar: jar)
    }

    private func curl(_ options: [String], _ path: String, jar: String) throws -> Page {
        let process = Process()
        let out = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/curl")
        let cookies = folder.appending(path: jar).path
        process.arguments =
            ["-sS", "-L", "-b", cookies, "-c", cookies, "-w", "\n%{http_code}", address + path] + options
        process.standardOutput = out
        try process.run()
        let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let end = text.lastIndex(of: "\n") ?? text.endIndex
        return Page(status: Int(text[end...].dropFirst()) ?? 0, body: String(text[..<end]))
    }
}

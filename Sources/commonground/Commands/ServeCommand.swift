import ArgumentParser
import Foundation
import Hummingbird
import Logging
import NIOCore
import Operations
import Programme
import Website

/// The website.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the website; one line with its address when ready; stops cleanly on SIGTERM."
    )
    @OptionGroup var store: StoreOptions
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on.") var port = 8080

    func validate() throws {
        guard (1...65_535).contains(port) else {
            throw ValidationError("--port \(port) is no port; give one from 1 to 65535.")
        }
    }

    func run() async throws {
        let office = try await store.office(creating: true, publicAddress: "http://\(host):\(port)")
        let links = try await DemonstrationLinks(office, host: host)
        let website = try makeWebsite(office: office, host: host, port: port, log: StoreOptions.log) { _ in
            Self.say("CommonGround is at \(office.publicAddress)")
            links.lines.forEach(Self.say)
        }
        do {
            try await website.runService()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw PortInUse(host: host, port: port)
        }
        try office.close()
    }

    /// A line on standard output at once, also into a pipe.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}

/// A port that another program listens on.
struct PortInUse: Error, CustomStringConvertible {
    let host: String
    let port: Int
    var description: String {
        "Port \(port) on \(host) is in use by another program. Stop that program, or choose another with --port."
    }
}

/// One-time links into a demonstration, for a reader at the same machine.
struct DemonstrationLinks {
    let lines: [String]

    init(_ office: Office, host: String) async throws {
        guard ["127.0.0.1", "localhost", "::1"].contains(host), try await office.isDemonstration() else {
            lines = []
            return
        }
        let accounts = try await office.accounts(by: .terminal(user: "serve")).filter { !$0.isDisabled }
        func link(_ role: Role, to page: String) async throws -> String? {
            guard let account = accounts.first(where: { $0.role == role }) else { return nil }
            let token = try await office.signInLink(for: account.email, seconds: 43_200, by: .terminal(user: "serve"))
            return "\(office.publicAddress)/sign-in/\(token)?next=\(page)"
        }
        let register = try await office.demonstrationRegister().map { "/staff/runs/\($0)/register" } ?? "/staff"
        lines = [
            "  Book a place:                    \(office.publicAddress)/courses",
            try await link(.trainer, to: register).map { "  Trainer: run today's register:   \($0)" },
            try await link(.evaluator, to: "/staff/evaluation").map { "  Evaluator: what changed?         \($0)" },
            try await link(.manager, to: "/staff/planner").map { "  Planner: could it have been seen? \($0)" },
        ].compactMap { $0 }
    }
}

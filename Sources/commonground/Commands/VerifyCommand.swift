import ArgumentParser
import Operations
import Programme
import Records

/// Every invariant.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recompute places, queue order, register, certificates, keys and the audit chain; name any drift."
    )
    @OptionGroup var options: ReadOptions

    func run() async throws {
        try report(try await options.run { office, actor in try await office.verify(by: actor) }, options.output)
    }
}

/// The audit trail.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The audit trail.",
        subcommands: [Verify.self]
    )

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Recompute the chain of every audit row.")
        @OptionGroup var options: ReadOptions

        func run() async throws {
            try report(
                try await options.run { office, actor in try await office.verifyAudit(by: actor) },
                options.output
            )
        }
    }
}

private func report(_ drift: [Drift], _ output: FormatOptions) throws {
    try output.show(["drift": drift.map(\.description)]) {
        drift.isEmpty
            ? "No drift: everything on record fits the rules." : drift.map(\.description).joined(separator: "\n")
    }
    guard drift.isEmpty else { throw ExitCode(1) }
}

import ArgumentParser
import Operations

/// The command line: every verb parses into domain types and calls one operation.
@main struct CommonGround: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commonground",
        abstract: "Plans, books, surveys, certifies and evaluates community conflict-defusing courses.",
        discussion: """
            Start with "commonground demo" for a made-up programme, or with "commonground programmes add" for your own.
            Exit codes: 0 done; 1 refused, with the reason; 64 wrong usage; 65 bad input data; 66 input missing; 74 I/O failed.
            """,
        version: ProgramVersion.current,
        subcommands: [
            AccountsCommand.self, AreasCommand.self, AuditCommand.self, AwarenessCommand.self, BackupCommand.self,
            BookingsCommand.self, CallsCommand.self, CertificatesCommand.self, CoursesCommand.self, DemoCommand.self,
            EvaluateCommand.self,
            MaterialCommand.self, PeopleCommand.self, PlanCommand.self, ProgrammesCommand.self, RegisterCommand.self,
            RestoreCommand.self, RunsCommand.self, ServeCommand.self, SurveysCommand.self, VerifyCommand.self,
        ]
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Complaint.exit(with: error)
        }
    }
}

import ArgumentParser
import Operations
import Programme
import Records

/// Who came.
struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "See and mark who came.",
        subcommands: [Show.self, Mark.self]
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "A run's register.")
        @OptionGroup var options: ReadOptions
        @Argument(help: "The run's number.") var run: ID<Run>

        func run() async throws {
            let sheet = try await options.run { office, actor in try await office.register(of: run, by: actor) }
            try options.output.show(RegisterView(sheet)) { RegisterView.table(sheet) }
        }
    }

    struct Mark: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Mark people; name each by booking number, code, or name.",
            discussion: "Example: commonground register mark 3 --all-present --late \"K7QF2MA=20\" --absent 17"
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The run's number.") var run: ID<Run>
        @Option(help: "The sitting, from 1.") var sitting = 1
        @Option(help: "Came and stayed.") var present: [String] = []
        @Option(help: "Did not come.") var absent: [String] = []
        @Option(help: "Came late: WHO=MINUTES.") var late: [String] = []
        @Option(help: "Left early: WHO=MINUTES.") var leftEarly: [String] = []
        @Option(help: "Take a mark back.") var notRecorded: [String] = []
        @Option(help: "Add somebody at the door by name, and mark them present.") var walkIn: [String] = []
        @Flag(help: "Mark everybody not recorded as present, after the other marks.") var allPresent = false
        @Option(help: "Why, once the run was held.") var reason: String?

        func run() async throws {
            let sheet = try await options.run { office, actor in
                var sheet = try await office.register(of: run, by: actor)
                var entries = try named(on: sheet)
                for name in walkIn {
                    let receipt = try await office.addWalkIn(
                        try PersonName(parsing: name),
                        language: nil,
                        to: run,
                        by: actor
                    )
                    if !options.dryRun {
                        entries.append(
                            RegisterEntry(booking: receipt.entry.booking.id, sitting: sitting, mark: .present)
                        )
                    }
                }
                if !entries.isEmpty { sheet = try await office.mark(entries, on: run, reason: reason, by: actor) }
                guard allPresent else { return sheet }
                return try await office.markAllPresent(on: run, sitting: sitting, reason: reason, by: actor)
            }
            try options.output.show(RegisterView(sheet)) { options.prefix + RegisterView.table(sheet) }
        }

        private func named(on sheet: RegisterSheet) throws -> [RegisterEntry] {
            func entry(_ who: String, _ mark: RegisterMark?) throws -> RegisterEntry {
                RegisterEntry(booking: try sheet.line(of: who).booking, sitting: sitting, mark: mark)
            }
            func timed(_ text: String, _ mark: (Int?) throws -> RegisterMark) throws -> RegisterEntry {
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                return try entry(parts.first ?? text, try mark(parts.count == 2 ? Int(parts[1]) : nil))
            }
            return try present.map { try entry($0, .present) } + absent.map { try entry($0, .absent) }
                + late.map { try timed($0) { try RegisterMark(word: "late", late: $0) } }
                + leftEarly.map { try timed($0) { try RegisterMark(word: "left-early", early: $0) } }
                + notRecorded.map { try entry($0, nil) }
        }
    }
}

extension RegisterSheet {
    /// The line of somebody named by booking number, code or name.
    func line(of who: String) throws -> RegisterLine {
        let found = lines.filter { line in
            line.booking.description == who || line.reference == who.uppercased()
                || line.name.text.lowercased() == who.lowercased()
        }
        guard let line = found.first, found.count == 1 else {
            let known = lines.map(\.name.text) + lines.map(\.reference)
            throw NotOnRegister(who: who, several: found.count > 1, nearest: NearestSpelling.of(who, among: known))
        }
        return line
    }
}

/// Somebody who is not on a register, or whose name several have.
struct NotOnRegister: Refusal {
    let who: String
    let several: Bool
    let nearest: String?
    var description: String {
        several
            ? "Several people on this register are called \"\(who)\". Use the booking's number or code."
            : "\"\(who)\" is not on this register.\(nearest.map { " Did you mean \"\($0)\"?" } ?? " See \"register show\".")"
    }
}

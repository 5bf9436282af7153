import ArgumentParser
import Operations
import Programme
import Records

/// Planning.
struct RunsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "Schedule runs of courses and take them from draft to held.",
        subcommands: [Schedule.self, Open.self, Close.self, Hold.self, Cancel.self, List.self, Show.self]
    )

    struct Schedule: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Plan a run as a draft.")
        @OptionGroup var options: ChangeOptions
        @Option(help: "The course's code; see \"courses list\".") var course: String
        @Option(help: "The policing area, by name or code.") var area: String
        @Option(help: "The hall's name.") var venue: String
        @Option(help: "Street, town and postcode.") var address = ""
        @Option(help: "How to get in without steps, and the like.") var access = ""
        @Option(help: "How many places, 1 to 500.") var capacity: Int
        @Option(help: "When a sitting starts, YYYY-MM-DDTHH:MM on the hall's clock; once for each sitting.")
        var starts: [LocalDateTime] = []
        @Option(help: "A trainer's name, or the e-mail address of an account; repeat for more.") var trainer: [String] =
            []
        @Option(help: "Until when the public may book; default until it starts.") var closes: LocalDateTime?
        @Option(help: "The funded programme's code.") var programme: String?
        @Option(help: "The time zone.") var zone = "Europe/London"
        @Flag(name: .customLong("open"), help: "Open it for bookings at once.") var opens = false

        func run() async throws {
            let plan = try RunPlan(
                course: course,
                programme: programme,
                area: area,
                venue: Venue(name: venue, address: address, access: access),
                trainers: trainer,
                capacity: capacity,
                starts: starts,
                bookingCloses: closes,
                zone: zone
            )
            let summary = try await options.run(creating: true) { office, actor in
                let planned = try await office.schedule(plan, by: actor)
                guard opens, !options.dryRun else { return planned }
                return try await office.take(.open, run: planned.run.id, by: actor).summary
            }
            try options.output.show(RunView(summary)) {
                "\(options.prefix)\(summary.run.label) is scheduled as \(summary.run.state.rawValue): \(RunView.places(summary))."
                    + (summary.run.state == .draft ? " Open it with \"commonground runs open \(summary.run.id)\"." : "")
            }
        }
    }

    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Start or resume taking bookings.")
        @OptionGroup var step: StepOptions
        func run() async throws { try await step.take(.open) }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Stop taking bookings.")
        @OptionGroup var step: StepOptions
        func run() async throws { try await step.take(.close) }
    }

    struct Hold: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Record that it was taught.")
        @OptionGroup var step: StepOptions
        func run() async throws { try await step.take(.hold) }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Call it off; everybody booked is told.")
        @OptionGroup var step: StepOptions
        @Option(help: "The reason, which those booked will read.") var reason: String
        func run() async throws { try await step.take(.cancel, reason: reason) }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Runs with their numbers, by start.")
        @OptionGroup var options: ReadOptions
        @Option(help: "Only this area, by name or code.") var area: String?
        @Option(help: "None that starts before this day.") var from: CalendarDate?
        @Option(help: "None that starts after this day.") var to: CalendarDate?
        @Option(help: "Only these states.") var state: [RunState] = []

        func run() async throws {
            let filter = RunFilter(area: area, from: from, to: to, states: state.isEmpty ? nil : Set(state))
            let runs = try await options.run { office, actor in try await office.runs(filter, by: actor) }
            try options.output.show(runs.map(RunView.init)) { RunView.table(runs) }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "One run with its places.")
        @OptionGroup var options: ReadOptions
        @Argument(help: "The run's number.") var run: ID<Run>

        func run() async throws {
            let summary = try await options.run { office, actor in try await office.run(run, by: actor) }
            try options.output.show(RunView(summary)) {
                """
                \(summary.run.label), \(summary.run.state.rawValue)
                \(RunView.places(summary))
                Area: \(summary.run.area)
                Venue: \(summary.run.venue.name), \(summary.run.venue.address)
                Sittings: \(summary.run.sittings.map { "\($0.starts.date) \($0.starts.time)-\($0.ends.time)" }.joined(separator: "; "))
                Trainers: \(summary.run.trainers.map(\.name).joined(separator: ", "))
                Course: \(summary.run.course)
                """
            }
        }
    }
}

/// A run and what may be done to it.
struct StepOptions: ParsableArguments {
    @OptionGroup var options: ChangeOptions
    @Argument(help: "The run's number.") var run: ID<Run>

    func take(_ step: RunStep, reason: String? = nil) async throws {
        let change = try await options.run { office, actor in
            try await office.take(step, run: run, reason: reason, by: actor)
        }
        try options.output.show(RunView(change.summary)) {
            "\(options.prefix)\(change.summary.run.label) is \(step.done)."
                + (change.bookingsEnded > 0 ? " \(change.bookingsEnded) bookings ended with it." : "")
        }
    }
}

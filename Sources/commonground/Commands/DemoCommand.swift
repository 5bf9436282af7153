import ArgumentParser
import Operations
import Programme

/// A made-up programme to look at.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Fill an empty database with a made-up programme: nobody in it exists.",
        discussion: """
            The same seed and day make the same database. It is told from one day: one run is under way on it, half booked; one
            was held the day before, with two answers missing; one to come is full, with people waiting.
            """
    )
    @OptionGroup var options: ChangeOptions
    @Option(help: "What chance starts from.") var seed: UInt64 = 1
    @Option(help: "The day it is told from; default today.") var today: CalendarDate?
    @Flag(help: "Replace a demonstration of another day; leave one of this day, and any real programme, as it is.")
    var renew = false

    func run() async throws {
        if renew, try await isToBeKept() { return }
        // The certificates of the demonstration name the address that "serve" has unless told otherwise.
        let report = try await options.run(creating: true, publicAddress: "http://127.0.0.1:8080") { office, actor in
            try await office.makeDemonstration(seed: seed, today: try today ?? office.today(), by: actor)
        }
        try options.output.show(DemonstrationView(report)) { options.prefix + summary(of: report) }
    }

    /// Whether the database holds a real programme or this day's demonstration; an older demonstration is removed.
    private func isToBeKept() async throws -> Bool {
        let file = DatabaseFile(path: options.store.path)
        guard file.exists else { return false }
        let office = try await options.store.office()
        let (day, wanted) = (try await office.demonstrationDay(), try today ?? office.today())
        try office.close()
        guard let day, day != wanted else { return true }
        if !options.dryRun { file.remove() }
        return false
    }

    private func summary(of report: DemonstrationReport) -> String {
        let numbers = """
            a demonstration told from \(report.today) (seed \(report.seed)). Everybody in it is made up.
              \(report.programmes) programmes with \(report.targets) targets, \(report.accounts.count) accounts
              \(report.runs) runs in \(report.areas) areas, \(report.runsHeld) of them held
              \(report.people) people: \(report.confirmed) with a place, \(report.waiting) waiting, \(report.attended) who came
              \(report.responses) surveys with \(report.answers) answers, \(report.certificates) certificates
              \(report.sessions) awareness sessions with \(report.heads) heads
              \(report.months) months of counts, \(report.calls) calls
            Run \(report.runOfToday) is today and half booked. Run \(report.runOfYesterday) was yesterday; two people have not answered the survey after it.
            Run \(report.fullRun) is full and two people wait.
            """
        guard !options.dryRun else { return numbers }
        let database = options.store.database.map { " --database \($0)" } ?? ""
        return """
            Made \(numbers)
            Next:
              commonground serve\(database)
              commonground register show \(report.runOfToday)\(database)
              commonground bookings list \(report.fullRun)\(database)
              commonground evaluate confidence\(database)
              commonground evaluate calls\(database)
              commonground plan dilution
            """
    }
}

/// A demonstration as JSON shows it.
private struct DemonstrationView: Encodable {
    let seed: UInt64
    let today: String
    let programmes, targets, areas, runs, runsHeld, people, confirmed, waiting, attended: Int
    let responses, answers, certificates, sessions, heads, months, calls: Int
    let accounts: [String]
    let runOfToday, runOfYesterday, fullRun: Int64
    let invitation: String

    init(_ of: DemonstrationReport) {
        (seed, today, invitation) = (of.seed, of.today.description, of.invitation)
        (programmes, targets, areas, runs, runsHeld) = (of.programmes, of.targets, of.areas, of.runs, of.runsHeld)
        (people, confirmed, waiting, attended) = (of.people, of.confirmed, of.waiting, of.attended)
        (responses, answers, certificates) = (of.responses, of.answers, of.certificates)
        (sessions, heads, months, calls) = (of.sessions, of.heads, of.months, of.calls)
        accounts = of.accounts.map(\.email.text)
        (runOfToday, runOfYesterday) = (of.runOfToday.rawValue, of.runOfYesterday.rawValue)
        fullRun = of.fullRun.rawValue
    }
}

public import Programme
import Records

/// What a demonstration holds, for whoever is about to show it.
public struct DemonstrationReport: Hashable, Sendable {
    /// The seed everything was made from.
    public let seed: UInt64
    /// The day everything is told from.
    public let today: CalendarDate
    /// Funded programmes.
    public internal(set) var programmes = 0
    /// Decisions on targets.
    public internal(set) var targets = 0
    /// Policing areas in which the pilot has runs.
    public internal(set) var areas = 0
    /// Runs of every state.
    public internal(set) var runs = 0
    /// Runs that were held.
    public internal(set) var runsHeld = 0
    /// People, none of whom exists.
    public internal(set) var people = 0
    /// Places taken on runs that were not cancelled.
    public internal(set) var confirmed = 0
    /// People waiting.
    public internal(set) var waiting = 0
    /// People marked as having been at one sitting at least.
    public internal(set) var attended = 0
    /// Surveys answered.
    public internal(set) var responses = 0
    /// Answers to single questions.
    public internal(set) var answers = 0
    /// Certificates issued.
    public internal(set) var certificates = 0
    /// Awareness sessions.
    public internal(set) var sessions = 0
    /// People at them, by head.
    public internal(set) var heads = 0
    /// Months with counts of calls.
    public internal(set) var months = 0
    /// The calls counted in them.
    public internal(set) var calls = 0
    /// The accounts, by role.
    public internal(set) var accounts: [Account] = []
    /// The run that is held today, half booked.
    public internal(set) var runOfToday = ID<Run>(rawValue: 0)
    /// The run that was held yesterday, with two answers missing.
    public internal(set) var runOfYesterday = ID<Run>(rawValue: 0)
    /// The run that is full, with two people waiting.
    public internal(set) var fullRun = ID<Run>(rawValue: 0)
    /// A partner's invitation code that marks whoever books with it as a frequent complainant.
    public internal(set) var invitation = ""

    init(seed: UInt64, today: CalendarDate) { (self.seed, self.today) = (seed, today) }
}

/// A database that holds something already.
public struct DatabaseNotEmpty: Refusal, Equatable {
    /// What is there, in words: "3 runs and 12 people".
    public let contents: String
    /// The sentence for who asked.
    public var description: String {
        "The database holds \(contents), and made-up people do not belong beside real ones. Choose another file for the demonstration."
    }
}

extension Reader {
    /// Passes when nothing is on record, or says what is.
    func requireEmpty() throws {
        guard try !isEmpty() else { return }
        let everything = RunFilter(limit: .max)
        let counts = [
            (try runs(everything).count, "run", "runs"),
            (try people(containing: "", limit: .max).count, "person", "people"),
            (try programmes().count, "programme", "programmes"),
            (try accounts().count, "account", "accounts"),
            (try awarenessSessions().count, "awareness session", "awareness sessions"),
            (try countFiles().count, "month of counts", "months of counts"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        guard let last = words.last else { throw DatabaseNotEmpty(contents: "an audit trail") }
        let first = words.dropLast().joined(separator: ", ")
        throw DatabaseNotEmpty(contents: first.isEmpty ? last : "\(first) and \(last)")
    }
}

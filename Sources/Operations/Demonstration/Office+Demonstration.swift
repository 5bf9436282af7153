import FoundationEssentials
import Material
public import Programme
import Records

extension Office {
    /// Fills an empty database with a made-up programme told from a day: the Thames Valley pilot with its runs, people,
    /// registers, answers, certificates and calls, and the contracts of four other programmes.
    ///
    /// The rules of the programme decide who gets a place, who waits, what earns a certificate and which step a run may take.
    /// The same seed, day, start and material give the same rows; nothing is later than the first instant of `today`.
    ///
    /// - Parameters:
    ///   - seed: What chance starts from; any number.
    ///   - today: The day the demonstration is told from.
    ///   - begins: When the run of today begins. Its register can be marked from two hours before and its certificates issued
    ///     from the start, so nil chooses a time at which both work: the course's usual start or, when `today` is today and
    ///     the clock has not reached it, the last full quarter of an hour.
    ///   - actor: The operator; no account may do this.
    /// - Returns: What was made, and the runs to begin with.
    /// - Throws: ``DatabaseNotEmpty`` when anything is on record; ``DayOutOfReach`` outside the years 1990 to 2190;
    ///   ``NotAllowed``; a refusal when the material lacks the courses or areas of the pilot.
    /// - Complexity: About 25,000 rows in one transaction.
    public func makeDemonstration(
        seed: UInt64,
        today: CalendarDate,
        begins: WallTime? = nil,
        by actor: Actor
    ) async throws -> DemonstrationReport {
        try actor.require(.demonstrationMade)
        guard (1990...2190).contains(today.year) else { throw DayOutOfReach(day: today) }
        let plan = try Demonstration(
            seed: seed,
            today: today,
            begins: try begins ?? startOfToday(today),
            office: self
        )
        let report = try await records.change(actor, .demonstrationMade, at: plan.madeAt) { ledger in
            try ledger.read.requireEmpty()
            try ledger.set("demonstration", to: "seed \(seed), \(today)")
            try ledger.note("demonstration", ["seed": "\(seed)", "today": "\(today)"])
            var scribe = Scribe(plan, ledger)
            try scribe.writeEverything()
            return scribe.tally
        }
        tell(.demonstrationMade, ["runs": "\(report.runs)", "people": "\(report.people)"])
        return report
    }

    private func startOfToday(_ today: CalendarDate) throws -> WallTime {
        let course = try library.course(Demonstration.course).course
        guard let usual = course.sittings.first?.usualStart else { throw CourseWithoutSitting(course: course.title) }
        let now = try wallClock(in: Surroundings.homeZone)
        guard now.date == today, now.time < usual else { return usual }
        return WallTime(minutes: now.time.minutes / 15 * 15) ?? usual
    }
}

/// A day too far away to tell a programme from.
public struct DayOutOfReach: Refusal, Equatable {
    /// The day asked for.
    public let day: CalendarDate
    /// The sentence for who asked.
    public var description: String {
        "A demonstration cannot be told from \(day). Give a day in the years 1990 to 2190, or none for today."
    }
}

/// Course material that no run can be made from.
struct CourseWithoutSitting: Refusal {
    let course: String
    var description: String { "\"\(course)\" has no sitting, so no run of it can be made. Run \"material check\"." }
}

extension Scribe {
    fileprivate mutating func writeEverything() throws {
        try writeContracts()
        try writeAccounts()
        try writeInvitation()
        for course in [plan.oneDay, plan.twoEvenings] { try ledger.keep(course) }
        if let instrument = plan.instrument { try ledger.keep(instrument) }
        let timetable = plan.timetable
        for (number, run) in timetable.enumerated() { try write(run, number: number) }
        tally.areas = Set(timetable.map(\.area.code)).count
        try writeAwareness()
        try writeCalls()
    }
}

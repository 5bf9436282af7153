import FoundationEssentials
import Material
public import Programme
public import Records

extension Office {
    /// Plans a run as a draft and keeps the course and its survey as they stand today.
    public func schedule(_ plan: RunPlan, by actor: Actor) async throws -> RunSummary {
        let course = try library.course(plan.course).course
        guard course.kind == .course else { throw ScheduleRefusal.notACourse(course.title) }
        let sittings = try plan.sittings(lasting: course.sittings.map(\.minutes))
        let programme = try await programme(plan.programme)
        let area = try reference.areas.area(named: plan.area, on: programme?.areasAsOf ?? sittings[0].starts.date)
        guard plan.capacity <= course.group.largest else {
            throw ScheduleRefusal.groupTooLarge(plan.capacity, largest: course.group.largest, course: course.title)
        }
        _ = try timeZone(plan.zone)
        let instrument = try course.instrument.map { try library.instrument($0) }
        try actor.require(.runScheduled, on: Subject(area: area.code.rawValue))
        let now = surroundings.now()
        let summary = try await records.change(actor, .runScheduled, at: now) { ledger in
            try ledger.keep(course)
            if let instrument { try ledger.keep(instrument) }
            let run = Run(
                id: ID(rawValue: 0),
                course: CourseEdition(code: course.code, version: course.version),
                title: course.title,
                programme: plan.programme,
                area: area.code.rawValue,
                venue: plan.venue,
                trainers: try plan.trainers.map(ledger.read.trainer(named:)),
                capacity: plan.capacity,
                sittings: sittings,
                zone: plan.zone,
                state: .draft,
                bookingCloses: plan.bookingCloses ?? sittings[0].starts
            )
            let id = try ledger.insert(
                run,
                instrument: instrument.map { CourseEdition(code: $0.code, version: $0.version) }
            )
            try ledger.note(
                "run:\(id)",
                ["course": run.course.description, "area": run.area, "capacity": "\(run.capacity)"]
            )
            return try ledger.read.existingRun(id)
        }
        tell(.runScheduled, ["run": "\(summary.run.id)", "area": "\(summary.run.area)"])
        return summary
    }

    private func programme(_ code: String?) async throws -> FundedProgramme? {
        guard let code else { return nil }
        return try await records.read { reader in try reader.existingProgramme(code) }
    }

    /// Opens, closes, holds or cancels a run. Cancelling ends every booking and queues a letter to each person.
    public func take(_ step: RunStep, run id: ID<Run>, reason: String? = nil, by actor: Actor) async throws -> RunChange
    {
        let now = surroundings.now()
        let change = try await records.change(actor, step.action, at: now) { ledger in
            let run = try ledger.read.existingRun(id).run
            try actor.require(step.action, on: run.subject)
            let state = try run.state.after(
                step,
                run: run.label,
                first: run.starts,
                last: run.lastStarts,
                now: LocalDateTime(now, in: try timeZone(run.zone))
            )
            var ended: [ID<Booking>] = []
            if step == .cancel {
                guard let reason, !reason.isEmpty else { throw RunRefusal.reasonMissing(run: run.label) }
                let marked = try ledger.read.register(of: id)?.lines.count { $0.marks.contains { $0 != nil } } ?? 0
                guard marked == 0 else { throw RunRefusal.marked(run: run.label, people: marked) }
                ended = try ledger.cancelAll(of: id, reason: "run cancelled", at: now)
                for booking in ended {
                    try ledger.queueLetter("run-cancelled", subject: booking.rawValue, occasion: "run:\(id)")
                }
            }
            try ledger.setState(state, of: id, reason: reason)
            try ledger.note(
                "run:\(id)",
                ["from": run.state.rawValue, "to": state.rawValue, "bookings": "\(ended.count)"]
            )
            return RunChange(summary: try ledger.read.existingRun(id), step: step, bookingsEnded: ended.count)
        }
        tell(step.action, ["run": "\(id)"])
        return change
    }

    /// The runs the public may see: open ones that have not begun, by start.
    public func publicRuns(area: String? = nil, from: CalendarDate? = nil, to: CalendarDate? = nil) async throws
        -> [RunSummary]
    {
        let today = try today()
        let filter = RunFilter(area: area, from: max(from ?? today, today), to: to, states: [.open], limit: 500)
        let now = try wallClock(in: Surroundings.homeZone)
        return try await records.read { reader in try reader.runs(filter).filter { $0.run.starts > now } }
    }

    /// One run as the public may see it; drafts do not exist for them.
    public func publicRun(_ id: ID<Run>) async throws -> RunSummary {
        try await records.read { reader in
            let summary = try reader.existingRun(id)
            guard summary.run.state != .draft else { throw UnknownThing.run(id, nearest: []) }
            return summary
        }
    }

    /// The runs a member of staff may see; the filter's area may be a name or a code of any time.
    public func runs(_ filter: RunFilter = RunFilter(), by actor: Actor) async throws -> [RunSummary] {
        try actor.requireAnyReach(of: .runsSeen)
        let wanted = try filter.withAreaCode(from: reference.areas)
        return try await records.read { reader in
            try reader.runs(wanted).filter { actor.may(.runsSeen, on: $0.run.subject) }
        }
    }

    /// One run with its numbers, for staff.
    public func run(_ id: ID<Run>, by actor: Actor) async throws -> RunSummary {
        try await records.read { reader in
            let summary = try reader.existingRun(id)
            try actor.require(.runsSeen, on: summary.run.subject)
            return summary
        }
    }

    /// The course a run teaches, as it stood when the run was scheduled.
    public func course(of run: Run) async throws -> Course {
        try await records.read { reader in try reader.course(run.course) }
    }
}

extension RunFilter {
    /// The filter with its area's code in place of a name; an unknown one is refused with the nearest.
    fileprivate func withAreaCode(from catalogue: AreaCatalogue) throws(UnknownArea) -> RunFilter {
        guard let area else { return self }
        var filter = self
        filter.area = try catalogue.area(named: area).code.rawValue
        return filter
    }
}

/// What became of a run.
public struct RunChange: Hashable, Sendable {
    /// The run with its numbers.
    public let summary: RunSummary
    /// The step taken.
    public let step: RunStep
    /// Bookings that ended with it.
    public let bookingsEnded: Int
}

/// Why a run cannot be scheduled.
public enum ScheduleRefusal: Refusal, Equatable {
    /// Awareness sessions are logged, not scheduled.
    case notACourse(String)
    /// More places than the course can teach.
    case groupTooLarge(Int, largest: Int, course: String)
    /// The material changed without a new version.
    case changedWithoutVersion(String)

    /// The sentence for staff.
    public var description: String {
        switch self {
        case .notACourse(let title):
            "\"\(title)\" is an awareness session. Log it with \"awareness log\" once it was held."
        case .groupTooLarge(let places, let largest, let course):
            "\(places) places are more than \"\(course)\" can teach at once. Give at most \(largest), or schedule two runs."
        case .changedWithoutVersion(let edition):
            "The material of \(edition) is not what earlier runs were taught. Give the changed material a new version number."
        }
    }
}

extension RunStep {
    var action: Action {
        switch self {
        case .open: .runOpened
        case .close: .runClosed
        case .hold: .runHeld
        case .cancel: .runCancelled
        }
    }
}

extension Reader {
    /// A trainer as typed: the account's when the text is its address, else a name as printed.
    func trainer(named text: String) throws -> RunTrainer {
        guard text.contains("@"), let email = try? EmailAddress(parsing: text) else {
            return RunTrainer(name: try PersonName(parsing: text).text)
        }
        guard let account = try account(email: email) else {
            let known = try accounts().map(\.email.text)
            throw UnknownThing.account(text, nearest: NearestSpelling.of(text, among: known))
        }
        return RunTrainer(name: account.name, account: account.id)
    }
}

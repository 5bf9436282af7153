import FoundationEssentials
import Programme
import Records

extension Scribe {
    /// Trainers without an account; with the one who has, they lead in turn.
    private static let trainers = ["Ines Falkner", "Tomos Beddoe", "Harjit Sohal", "Morag Whitelaw", "Kofi Amankwah"]

    /// Puts a run on record with everything that happened on it.
    mutating func write(_ pilot: PilotRun, number: Int) throws {
        var chance = plan.chance("run \(number)")
        let run = try schedule(pilot, number: number)
        var state = run.state
        func step(_ step: RunStep, _ now: LocalDateTime) throws {
            let next = try state.after(step, run: run.label, first: run.starts, last: run.lastStarts, now: now)
            var reason: String?
            if case .cancelled(_, let why) = pilot.fate { reason = why }
            try ledger.setState(next, of: run.id, reason: step == .cancel ? reason : nil)
            let action: Action =
                switch step {
                case .open: .runOpened
                case .close: .runClosed
                case .hold: .runHeld
                case .cancel: .runCancelled
                }
            try ledger.note("run:\(run.id)", ["from": state.rawValue, "to": next.rawValue], as: action)
            state = next
        }
        if case .draft = pilot.fate { return }
        try step(.open, LocalDateTime(date: pilot.opened, minutes: 540))
        var seats = try book(pilot, run, &chance)
        if case .held = pilot.fate, chance.happens(0.12) {
            seats.append(try letIn(at: pilot, run, confirmed: seats.count))
        }
        switch pilot.fate {
        case .cancelled(let day, _):
            for booking in try ledger.cancelAll(
                of: run.id,
                reason: "run cancelled",
                at: plan.instant(day, minutes: 660)
            ) {
                try ledger.note("booking:\(booking)", ["run": "\(run.id)", "to": "cancelled"], as: .bookingCancelled)
            }
            tally.confirmed -= seats.count
            try step(.cancel, LocalDateTime(date: day, minutes: 660))
        case .held, .heldYesterday:
            let marked = try mark(seats, pilot, run, &chance)
            try step(.hold, run.ends)
            try answer(marked, pilot, run, &chance)
            try certify(marked, pilot, run, &chance)
            tally.runsHeld += 1
        case .open, .today, .draft: break
        }
    }

    private mutating func schedule(_ pilot: PilotRun, number: Int) throws -> Run {
        let area = try plan.area(pilot.area.code)
        let hall = pilot.area.halls[pilot.hall % pilot.area.halls.count]
        let request = try RunPlan(
            course: pilot.course.code,
            programme: PilotContract.code,
            area: area.code.rawValue,
            venue: Venue(
                name: hall.name,
                address: hall.address,
                access: "Made-up hall. Step-free from the street; accessible toilet; hearing loop."
            ),
            capacity: pilot.capacity,
            starts: pilot.starts
        )
        let draft = Run(
            id: ID(rawValue: 0),
            course: CourseEdition(code: pilot.course.code, version: pilot.course.version),
            title: pilot.course.title,
            programme: PilotContract.code,
            area: area.code.rawValue,
            venue: request.venue,
            trainers: trainers(of: pilot, number: number),
            capacity: pilot.capacity,
            sittings: try request.sittings(lasting: pilot.course.sittings.map(\.minutes)),
            zone: request.zone,
            state: .draft,
            bookingCloses: request.bookingCloses ?? pilot.starts[0]
        )
        let instrument = plan.instrument.map { CourseEdition(code: $0.code, version: $0.version) }
        let id = try ledger.insert(draft, instrument: instrument)
        let run = try ledger.read.existingRun(id).run
        try ledger.note(
            "run:\(id)",
            ["course": run.course.description, "area": run.area, "capacity": "\(run.capacity)"],
            as: .runScheduled
        )
        tally.runs += 1
        switch pilot.fate {
        case .today: tally.runOfToday = id
        case .heldYesterday: tally.runOfYesterday = id
        case .open where pilot.demand > pilot.capacity: tally.fullRun = id
        default: break
        }
        return run
    }

    /// The trainer with an account leads the runs of today and yesterday and some others; a big group has two trainers.
    private func trainers(of pilot: PilotRun, number: Int) -> [RunTrainer] {
        let own = trainer.map { RunTrainer(name: $0.name, account: $0.id) }
        var leader = own
        switch pilot.fate {
        case .today, .heldYesterday: break
        default:
            let turn = number % (Self.trainers.count + 1)
            if turn > 0 { leader = RunTrainer(name: Self.trainers[turn - 1]) }
        }
        let people = min(pilot.demand, pilot.capacity)
        guard let leader, pilot.course.group.trainersNeeded(for: people) > 1 else { return leader.map { [$0] } ?? [] }
        let others = Self.trainers.filter { $0 != leader.name }
        return [leader, RunTrainer(name: others[number / 2 % others.count])]
    }
}

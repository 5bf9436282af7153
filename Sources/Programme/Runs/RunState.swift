/// Where a run stands between planning and its end.
public enum RunState: String, CaseIterable, Hashable, Sendable, Codable {
    /// Planned, not shown to the public.
    case draft
    /// Taking bookings.
    case open
    /// No more bookings; the register may be marked.
    case closed
    /// Taught; certificates may be issued.
    case held
    /// Will not take place.
    case cancelled
}

/// What staff may do to a run as a whole.
public enum RunStep: String, CaseIterable, Hashable, Sendable {
    /// Start or resume taking bookings.
    case open
    /// Stop taking bookings.
    case close
    /// Record that it was taught.
    case hold
    /// Call it off.
    case cancel

    /// The past participle, for a sentence about what happened.
    public var done: String {
        switch self {
        case .open: "opened"
        case .close: "closed"
        case .hold: "recorded as held"
        case .cancel: "cancelled"
        }
    }
}

/// Why a run cannot take a step.
public enum RunRefusal: Refusal, Equatable {
    /// The step does not follow from the state.
    case cannot(RunStep, run: String, state: RunState)
    /// The last sitting has not begun.
    case notYetTaught(run: String, lastSitting: LocalDateTime)
    /// The first sitting has begun, so nobody can book any more.
    case begun(run: String, started: LocalDateTime)
    /// Sittings out of order, empty or overlapping.
    case sittings(reason: String)
    /// Fewer than one place or more than a hall holds.
    case capacity(Int)
    /// No reason given for calling it off.
    case reasonMissing(run: String)
    /// People stand on its register.
    case marked(run: String, people: Int)

    /// The sentence for staff.
    public var description: String {
        switch self {
        case .cannot(let step, let run, let state):
            switch (step, state) {
            case (_, .cancelled): "\(run) is cancelled and stays so. Schedule a new run instead."
            case (_, .held): "\(run) has been held and stays so. Schedule a new run instead."
            case (.hold, .draft): "\(run) is still a draft, so it cannot have been held. Open it first, or cancel it."
            case (.close, .draft): "\(run) is still a draft, so it takes no bookings yet. Open it first, or cancel it."
            default: "\(run) is \(state.rawValue) already. Nothing was changed; see it with \"runs show\"."
            }
        case .notYetTaught(let run, let last):
            "\(run) is not over: its last sitting starts \(last.date) at \(last.time). Record it as held after that."
        case .begun(let run, let started):
            "\(run) began \(started.date) at \(started.time), so bookings cannot be opened. Add people at the door as walk-ins."
        case .sittings(let reason):
            "The sittings cannot stand: \(reason). Give each as YYYY-MM-DDTHH:MM in order of time."
        case .capacity(let capacity): "A run cannot have \(capacity) places. Give a capacity from 1 to 500."
        case .reasonMissing(let run):
            "\(run) can only be cancelled with a reason, which those booked will read. Give one."
        case .marked(let run, let people):
            "\(people) \(people == 1 ? "person is" : "people are") marked on the register of \(run), so it cannot be cancelled. "
                + "Record it as held, or take the marks back first."
        }
    }
}

extension RunState {
    /// The state after a step, or why the step cannot be taken.
    ///
    /// `first` and `last` are the starts of the first and the last sitting, `now` the wall clock's reading in the run's zone.
    public func after(
        _ step: RunStep,
        run: String,
        first: LocalDateTime,
        last: LocalDateTime,
        now: LocalDateTime
    ) throws(RunRefusal) -> RunState {
        switch (step, self) {
        case (.open, .draft), (.open, .closed):
            guard now < first else { throw .begun(run: run, started: first) }
            return .open
        case (.close, .open): return .closed
        case (.hold, .open), (.hold, .closed):
            guard now >= last else { throw .notYetTaught(run: run, lastSitting: last) }
            return .held
        case (.cancel, .draft), (.cancel, .open), (.cancel, .closed): return .cancelled
        default: throw .cannot(step, run: run, state: self)
        }
    }
}

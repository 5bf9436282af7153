public import FoundationEssentials

/// The places of one run at one moment, read inside the transaction that will spend them.
///
/// The equation shown to staff: capacity = confirmed + free, and walk-ins may go beyond it.
public struct Places: Hashable, Sendable {
    /// What the request becomes.
    public enum Outcome: Hashable, Sendable {
        /// A place.
        case confirmed
        /// A wait; `position` counts from 1.
        case waiting(position: Int)
    }

    /// What a sentence calls the run.
    public let run: String
    /// Where the run stands.
    public let state: RunState
    /// The places there are.
    public let capacity: Int
    /// The places taken, walk-ins included.
    public private(set) var confirmed: Int
    /// The people waiting.
    public private(set) var waiting: Int
    /// Until when the public may book.
    public let closes: Date
    /// When the first sitting starts.
    public let starts: Date

    /// How long before the start a freed place stops passing to the waiting list by itself, in seconds: 24 hours.
    public static let promotionCutOff: Double = 86_400

    /// The places of a run.
    public init(
        run: String,
        state: RunState,
        capacity: Int,
        confirmed: Int,
        waiting: Int,
        closes: Date,
        starts: Date
    ) {
        self.run = run
        self.state = state
        self.capacity = capacity
        self.confirmed = confirmed
        self.waiting = waiting
        self.closes = closes
        self.starts = starts
    }

    /// Places that nobody has.
    public var free: Int { max(0, capacity - confirmed) }

    /// Takes a place, or a position in the queue; a newcomer never passes somebody who waits. `now` is read once a request.
    public mutating func take(waitsIfFull: Bool, at now: Date) throws(BookingRefusal) -> Outcome {
        try requireOpen(at: now)
        if waiting == 0, free > 0 {
            confirmed += 1
            return .confirmed
        }
        guard waitsIfFull else { throw .full(run: run, capacity: capacity, waiting: waiting) }
        waiting += 1
        return .waiting(position: waiting)
    }

    /// Takes a place at the door, beyond the capacity if need be; the trainer has seen the hall.
    public mutating func takeAtTheDoor(at now: Date) throws(BookingRefusal) -> Outcome {
        guard state == .open || state == .closed || state == .held else { throw .notTaking(run: run, state: state) }
        guard now >= starts.addingTimeInterval(-7200) else { throw .tooEarlyForTheDoor(run: run) }
        confirmed += 1
        return .confirmed
    }

    /// Gives a place or a wait back.
    public mutating func release(_ held: BookingState) {
        switch held {
        case .confirmed: confirmed -= 1
        case .waiting: waiting -= 1
        case .cancelled: break
        }
    }

    /// How many of those waiting get a place now, in the order of their wait.
    public func promotions(at now: Date) -> Int {
        guard state == .open || state == .closed, now < starts.addingTimeInterval(-Self.promotionCutOff) else {
            return 0
        }
        return min(free, waiting)
    }

    /// Lets staff give a free place to somebody who waits, up to the start of the run.
    public mutating func promote(at now: Date) throws(BookingRefusal) {
        guard state == .open || state == .closed, now < starts else { throw .notTaking(run: run, state: state) }
        guard free > 0 else { throw .noneFree(run: run, capacity: capacity) }
        confirmed += 1
        waiting -= 1
    }

    private func requireOpen(at now: Date) throws(BookingRefusal) {
        guard state == .open else { throw .notTaking(run: run, state: state) }
        guard now < closes else { throw .closed(run: run) }
    }
}

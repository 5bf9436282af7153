/// Why a booking cannot be made or changed.
public enum BookingRefusal: Refusal, Equatable {
    /// No place and no wish to wait.
    case full(run: String, capacity: Int, waiting: Int)
    /// Nobody can be promoted: every place is taken.
    case noneFree(run: String, capacity: Int)
    /// The run is a draft, closed, held or cancelled.
    case notTaking(run: String, state: RunState)
    /// The closing time is past.
    case closed(run: String)
    /// A walk-in before the door is open.
    case tooEarlyForTheDoor(run: String)
    /// This person has a booking on this run.
    case twice(run: String, state: BookingState)
    /// Somebody of this name has a booking on this run, and nothing tells the two apart.
    case namesake(run: String, state: BookingState)
    /// The booking is cancelled already.
    case cancelledAlready(name: String)
    /// The run has been held, or the person was marked on its register.
    case attended(name: String, run: String)
    /// The run has begun, so its holder can no longer give the booking up.
    case begun(name: String, run: String)
    /// Only somebody who waits can be promoted.
    case notWaiting(name: String, state: BookingState)
    /// Passing somebody in the queue needs a reason.
    case reasonMissing(name: String, ahead: Int)
    /// Moved to the run it is on.
    case sameRun(run: String)
    /// A partner's invitation that is not known or is used up.
    case unknownInvitation

    /// The sentence for the person who asked.
    public var description: String {
        switch self {
        case .full(let run, let capacity, let waiting):
            "All \(capacity) places on \(run) are taken\(waiting > 0 ? " and \(waiting) wait" : ""). "
                + "Join the waiting list, or choose another date."
        case .noneFree(let run, let capacity):
            "All \(capacity) places on \(run) are taken. Wait for a cancellation, or move somebody to another run first."
        case .notTaking(let run, let state):
            switch state {
            case .draft: "\(run) is still being planned. It can be booked as soon as staff open it."
            case .open: "\(run) has begun. Choose another date, or ask the trainer at the door."
            case .closed: "\(run) takes no more bookings. Choose another date, or ask at the door."
            case .held: "\(run) has been held. Choose another date."
            case .cancelled: "\(run) is cancelled. Choose another date."
            }
        case .closed(let run): "Booking for \(run) has closed. Choose another date, or ask at the door."
        case .tooEarlyForTheDoor(let run):
            "Walk-ins on \(run) can be added from two hours before it starts. Make an ordinary booking until then."
        case .twice(let run, let state):
            "There is a booking on \(run) under this name already, and it is \(state.rawValue). "
                + "Nothing was changed; use the private link given when it was made."
        case .namesake(let run, let state):
            "There is a booking on \(run) under this name already, and it is \(state.rawValue). If this is somebody else of the "
                + "same name, give an e-mail address or a telephone number."
        case .cancelledAlready(let name): "The booking of \(name) is cancelled already. Make a new booking instead."
        case .attended(let name, let run):
            "\(name) is on the register of \(run), so the booking can no longer be changed. Correct the register instead."
        case .begun(let name, let run):
            "\(run) has begun, so the place of \(name) can no longer be given up here. Tell the trainer instead."
        case .notWaiting(let name, let state):
            "\(name) is \(state.rawValue), not waiting, so there is nothing to promote."
        case .reasonMissing(let name, let ahead):
            "\(ahead) \(ahead == 1 ? "person has" : "people have") waited longer than \(name). Promote them first, or give a reason."
        case .sameRun(let run): "The booking is on \(run) already. Choose another run to move it to."
        case .unknownInvitation:
            "The invitation code is not known or no longer valid. Check it for typing errors, or book without it."
        }
    }
}

/// What the register says of one person at one sitting.
public enum RegisterMark: Hashable, Sendable, Codable {
    /// There from start to end.
    case present
    /// Came so many minutes late, 1 or more.
    case late(minutes: Int)
    /// Left so many minutes before the end, 1 or more.
    case leftEarly(minutes: Int)
    /// Came late and left early.
    case lateAndLeftEarly(late: Int, early: Int)
    /// Seen not to be there.
    case absent

    /// The mark's word in files and on the command line; nobody marked is "not recorded", which is not a mark.
    public var word: String {
        switch self {
        case .present: "present"
        case .late: "late"
        case .leftEarly: "left-early"
        case .lateAndLeftEarly: "late-and-left-early"
        case .absent: "absent"
        }
    }

    /// The mark in words for a person.
    public var label: String {
        switch self {
        case .present: "present"
        case .late(let minutes): "late by \(minutes) min"
        case .leftEarly(let minutes): "left \(minutes) min early"
        case .lateAndLeftEarly(let late, let early): "late by \(late) min, left \(early) min early"
        case .absent: "absent"
        }
    }

    /// Minutes missed at the start.
    public var minutesLate: Int {
        switch self {
        case .late(let minutes), .lateAndLeftEarly(late: let minutes, early: _): minutes
        case .present, .leftEarly, .absent: 0
        }
    }

    /// Minutes missed at the end.
    public var minutesEarly: Int {
        switch self {
        case .leftEarly(let minutes), .lateAndLeftEarly(late: _, early: let minutes): minutes
        case .present, .late, .absent: 0
        }
    }

    /// Builds a mark from its word and minutes, or says what is expected.
    public init(word: String, late: Int? = nil, early: Int? = nil) throws(RegisterRefusal) {
        switch word {
        case "present", "p": self = .present
        case "absent", "a": self = .absent
        case "late", "l": self = .late(minutes: try Self.minutes(late, for: "late"))
        case "left-early", "e": self = .leftEarly(minutes: try Self.minutes(early, for: "left-early"))
        case "late-and-left-early":
            self = .lateAndLeftEarly(
                late: try Self.minutes(late, for: "late-and-left-early"),
                early: try Self.minutes(early, for: "late-and-left-early")
            )
        default: throw .unknownMark(word)
        }
    }

    private static func minutes(_ value: Int?, for word: String) throws(RegisterRefusal) -> Int {
        guard let value, (1...1440).contains(value) else { throw .minutesMissing(word: word) }
        return value
    }
}

/// Why a register cannot be marked as asked.
public enum RegisterRefusal: Refusal, Equatable {
    /// No such mark.
    case unknownMark(String)
    /// Late or early without saying by how much.
    case minutesMissing(word: String)
    /// More minutes missed than the sitting is long.
    case minutesTooMany(missed: Int, sitting: Int)
    /// The run is cancelled or still a draft.
    case runNot(state: String, run: String)
    /// The sitting has not begun; marks are made from two hours before.
    case tooSoon(run: String, starts: LocalDateTime)
    /// The booking is not on this run, or is cancelled or waiting.
    case notOnRegister(name: String)
    /// There is no such sitting.
    case unknownSitting(number: Int, count: Int)
    /// A change after the run was held needs a reason.
    case reasonMissing(run: String)

    /// The sentence for the trainer.
    public var description: String {
        switch self {
        case .unknownMark(let word):
            "There is no register mark \"\(word)\". Use present, late, left-early, late-and-left-early or absent."
        case .minutesMissing(let word): "The mark \"\(word)\" needs the minutes missed. Give a whole number from 1."
        case .minutesTooMany(let missed, let sitting):
            "\(missed) minutes missed is not less than the sitting's \(sitting). Mark the person absent instead."
        case .runNot(let state, let run):
            "\(run) is \(state), so nobody can be marked. Open it first, or choose another run."
        case .tooSoon(let run, let starts):
            "\(run) starts at \(starts.date) \(starts.time); the register opens two hours before. Mark it then."
        case .notOnRegister(let name):
            "\(name) has no confirmed place on this run. Add them as a walk-in or promote their booking first."
        case .unknownSitting(let number, let count):
            "There is no sitting \(number); this run has \(count). Give a number from 1 to \(count)."
        case .reasonMissing(let run): "\(run) has been held, so a change of its register needs a reason. Say why."
        }
    }
}

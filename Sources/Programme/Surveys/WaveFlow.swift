/// What became of one wave for one person.
public enum WaveFlowStatus: String, CaseIterable, Hashable, Sendable, Codable {
    /// The person did not agree to be asked.
    case notAgreed = "not-agreed"
    /// The window never opens, as before a course that was booked at the door.
    case skipped
    /// The window has not opened.
    case notYetDue = "not-yet-due"
    /// The window has opened, and nothing was heard.
    case due
    /// A link was made or opened, or staff reached the person, and there is no answer.
    case reached
    /// The person said no.
    case refused
    /// The person could not be reached.
    case unreachable
    /// The person no longer takes part.
    case withdrawn
    /// Answered outside the window.
    case late
    /// Answered in the window.
    case answered

    /// Whether the person's turn had come: all states but those in which nobody was to be asked yet, or ever.
    public var isDue: Bool { self != .notAgreed && self != .skipped && self != .notYetDue }
}

/// One wave of one person, for counting who could have answered and who did.
public struct WaveFlow: Hashable, Sendable {
    /// The booking's code: `attendee_id` of `responses.csv`.
    public let attendee: String
    /// The run.
    public let run: ID<Run>
    /// The wave.
    public let wave: Wave
    /// What became of it.
    public let status: WaveFlowStatus
    /// Whether the window has closed.
    public let isOver: Bool
    /// The first day of the window.
    public let opens: CalendarDate
    /// The day from which an answer is waited for.
    public let due: CalendarDate
    /// The last day of the window.
    public let closes: CalendarDate
    /// The day of the answer, in or out of the window; nil without one.
    public let answeredOn: CalendarDate?
}

extension WavePlan {
    /// What became of this wave for one person by one day.
    /// - Parameters:
    ///   - attendee: The booking's code.
    ///   - run: The run.
    ///   - dates: When the person booked and when the course is.
    ///   - today: The day asked about.
    ///   - answeredOn: The day of the answer, if there is one.
    ///   - agrees: Whether the person agreed to be asked.
    ///   - events: What is known about asking the person, all waves, in the order noted.
    /// - Returns: The wave with its window. An answer counts before anything else; a window that is not open before what was
    ///   noted about it.
    public func flow(
        of attendee: String,
        on run: ID<Run>,
        dates: PersonalCourseDates,
        today: CalendarDate,
        answeredOn: CalendarDate?,
        agrees: Bool,
        events: [WaveEvent]
    ) -> WaveFlow {
        let standing = standing(for: dates, on: today)
        let status: WaveFlowStatus =
            if let answeredOn {
                isInTime(answeredOn, for: dates) ? .answered : .late
            } else if standing.state == .skipped {
                .skipped
            } else if !agrees {
                .notAgreed
            } else if standing.state == .upcoming {
                .notYetDue
            } else {
                switch events.standing(in: wave) {
                case .refused?: .refused
                case .unreachable?: .unreachable
                case .withdrawn?: .withdrawn
                case .link?, .opened?, .reached?: .reached
                case .takenBack?, nil: .due
                }
            }
        return WaveFlow(
            attendee: attendee,
            run: run,
            wave: wave,
            status: status,
            isOver: today > standing.closes,
            opens: standing.opens,
            due: standing.due,
            closes: standing.closes,
            answeredOn: answeredOn
        )
    }
}

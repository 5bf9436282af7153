import Programme

/// Waves as words of a sentence.
enum WaveWords {
    /// When a wave is answered: `at the end of the course`.
    static func when(_ wave: Wave) -> String {
        switch wave {
        case .booking, .post, .firstFollowUp: "at \(moment(wave))"
        case .pre, .followUp: moment(wave)
        }
    }

    /// The wave after "from" and "to": `the end of the course`.
    static func moment(_ wave: Wave) -> String {
        switch wave {
        case .booking: "booking"
        case .pre: "before the course"
        case .post: "the end of the course"
        case .firstFollowUp: "the follow-up"
        case .followUp(let months): months == 1 ? "1 month later" : "\(months) months later"
        }
    }
}

import Programme

/// Surveys in words.
enum SurveyWords {
    /// What a wave is called beside a booking.
    static func title(_ wave: Wave) -> String {
        switch wave {
        case .booking: "Survey when you book"
        case .pre: "Survey before the course"
        case .post: "Survey after the course"
        case .firstFollowUp: "Survey some months later"
        case .followUp(let months): "Survey \(NumberWords.count(months)) months later"
        }
    }

    /// Short, for the head of a column.
    static func short(_ wave: Wave) -> String {
        switch wave {
        case .booking: "Booking"
        case .pre: "Before"
        case .post: "After"
        case .firstFollowUp: "Later"
        case .followUp(let months): "\(months) months"
        }
    }

    /// Where a wave stands; nil when it is not worth a line.
    static func state(of standing: WaveStanding) -> String? {
        switch standing.state {
        case .answered: "answered, thank you"
        case .open, .due: "open until \(DateWords.day(standing.closes))"
        case .upcoming: "from \(DateWords.day(standing.opens))"
        case .skipped, .missed: nil
        }
    }
}

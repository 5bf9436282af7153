import Programme
import Records

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

    /// What is known about asking, in words.
    static func label(_ kind: WaveEvent.Kind) -> String {
        switch kind {
        case .link: "A link was made"
        case .opened: "The link was opened"
        case .reached: "Reached, no answer yet"
        case .refused: "Said no this time"
        case .unreachable: "Could not be reached"
        case .withdrawn: "No longer takes part, from now on"
        case .takenBack: "What was noted is a mistake"
        }
    }

    /// Where a sheet is, in a word or two.
    static func state(of sheet: SheetHead?, _ flow: WaveFlow?) -> String {
        if let sheet {
            let how = ["paper": "on paper", "telephone": "by telephone"][sheet.mode.rawValue] ?? "on the website"
            let late = flow?.status == .late ? ", outside the time" : ""
            let twice = sheet.isKeyedTwice ? ", keyed twice" : ""
            let open = sheet.openDisagreements == 0 ? "" : ", \(sheet.openDisagreements) to settle"
            return "\(how)\(late)\(twice)\(open)"
        }
        switch flow?.status {
        case .notYetDue?: return "not yet due"
        case .due?: return flow?.isOver == true ? "without an answer" : "due"
        case .reached?: return "reached, no answer"
        case .refused?: return "said no"
        case .unreachable?: return "not reached"
        case .withdrawn?: return "withdrawn"
        case .notAgreed?: return "did not agree to be asked"
        case .skipped?: return "not asked"
        case .late?, .answered?, nil: return ""
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

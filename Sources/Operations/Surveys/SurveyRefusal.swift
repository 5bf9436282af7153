public import Programme
import Records

/// Why a survey cannot be answered.
public enum SurveyRefusal: Refusal, Equatable {
    /// The course asks nothing.
    case noSurvey(run: String)
    /// The wave's window is not open.
    case notOpen(Wave, run: String)
    /// Nobody of that code is on any run.
    case unknownAttendee(String, nearest: String?)
    /// The booking was given up.
    case cancelled(String)
    /// An answer of a day to come.
    case future(CalendarDate)
    /// The person is on another run than the file says.
    case otherCourse(String, given: String, actual: String)
    /// Answers that are on record otherwise, and no reason why they should change.
    case onRecord(items: [String], sheet: String)
    /// A row that says otherwise than what is on record, and no reason why that should change.
    case onRecordOtherwise(item: String, sheet: String, onRecord: String, given: String)
    /// A correction without a reason.
    case reasonMissing(sheet: String)
    /// A correction that would change nothing.
    case nothingChanged(sheet: String)
    /// A sheet that is not there.
    case noSheet(String)
    /// A word that is no way of answering.
    case unknownMode(String)
    /// Two rows of one sheet that do not agree on the sheet.
    case rowsDisagree(fact: String, sheet: String, first: String, second: String)
    /// A trainer who does not teach the run.
    case otherTrainer(String, actual: [String])
    /// A sheet without an answer.
    case nothingKeyed(sheet: String)

    /// The sentence.
    public var description: String {
        switch self {
        case .onRecord(let items, let sheet):
            "\(sheet) is on record with other answers to \(items.joined(separator: ", ")). "
                + "Correct them with a reason, or key the sheet a second time."
        case .onRecordOtherwise(let item, let sheet, let onRecord, let given):
            "\(item) of \(sheet) is \(onRecord) on record and \(given) here; give the reason for a correction with --reason, or remove the row"
        case .reasonMissing(let sheet): "\(sheet) can only be corrected with a reason. Say why, in a few words."
        case .nothingChanged(let sheet): "\(sheet) says so already. Change an answer, or leave it as it is."
        case .noSheet(let sheet): "\(sheet) is not on record. Key it first."
        case .unknownMode(let mode):
            "\"\(mode)\" is not a way of answering; \(AnswerMode.allCases.map(\.rawValue).joined(separator: ", ")) or nothing is expected"
        case .rowsDisagree(let fact, let sheet, let first, let second):
            "\(fact) of \(sheet) is \(second) here and \(first) in an earlier row; a sheet has one"
        case .otherTrainer(let name, let actual):
            "\"\(name)\" does not teach this run; leave trainer empty or give \(actual.joined(separator: " or "))"
        case .nothingKeyed(let sheet): "\(sheet) was sent without an answer. Give at least one."
        case .noSurvey(let run): "\(run) has no survey. Choose a course that has one."
        case .notOpen(let wave, let run):
            "The survey \"\(wave.name)\" of \(run) cannot be answered on this day. Open the link again when it is due."
        case .unknownAttendee(let code, let nearest):
            "there is no booking \"\(code)\"\(nearest.map { "; did you mean \"\($0)\"?" } ?? "; codes are in \"bookings list\"")"
        case .cancelled(let code):
            "Booking \(code) is cancelled, so its surveys are closed. Check the code, or book anew."
        case .future(let date): "\(date) is still to come. Give the day on which the survey was answered."
        case .otherCourse(let code, let given, let actual):
            "\(code) is booked on run \(actual), not \(given); leave course_id empty or give \(actual)"
        }
    }
}

extension BookingEntry {
    /// Refuses answers of a booking that was given up, or of a day to come.
    func requireAnswerable(on day: CalendarDate, today: CalendarDate?) throws(SurveyRefusal) {
        guard booking.state != .cancelled else { throw .cancelled(booking.reference) }
        if let today, day > today { throw .future(day) }
    }
}

extension StoredAnswer {
    /// An answer as kept on record: words apart, scores as numbers, choices as text.
    init(_ answer: Answer, of item: SurveyItem) {
        switch answer {
        case .words(let words): self.init(item: item.code, text: words)
        case .cannotSay: self.init(item: item.code)
        case .point, .count: self.init(item: item.code, score: item.score(of: answer))
        case .option, .options, .yes, .guarded:
            self.init(item: item.code, score: item.score(of: answer), choice: answer.text)
        }
    }
}

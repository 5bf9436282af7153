public import Programme

/// Why answers cannot be evaluated as they are.
///
/// `row` counts the given records from 0, so that a reader of a file can name the line.
public enum ConfidenceRefusal: Refusal, Hashable {
    /// The same person, wave and item twice.
    case duplicateAnswer(row: Int, attendee: String, wave: Wave, item: String)
    /// A person with two courses.
    case twoCourses(row: Int, attendee: String, first: String, second: String)
    /// A score the instrument does not allow.
    case scoreOutsideRange(row: Int, attendee: String, wave: Wave, item: String, score: Double, range: ScoreRange)
    /// A score that is infinite or not a number.
    case scoreNotFinite(row: Int, attendee: String, wave: Wave, item: String)
    /// A reversed item that no one was asked.
    case unknownReversedItem(String, known: [String])
    /// A scale's item that no one was asked.
    case unknownScaleItem(String, scale: String, known: [String])
    /// Items to be reversed without knowing the range.
    case reversalNeedsRange
    /// A scale without items, or one with an item twice.
    case malformedScale(String, reason: String)
    /// Two scales of one name.
    case duplicateScale(String)
    /// A number that must be at least 1.
    case tooSmall(option: String, value: Int)
    /// A bootstrap of fewer than 100 resamples.
    case tooFewResamples(Int)
    /// A smallest change that is not above 0.
    case smallestChangeNotPositive(Double)
    /// A margin that is not above 0.
    case marginNotPositive(Double)

    /// The record at fault, counted from 0; nil when an option is at fault.
    public var row: Int? {
        switch self {
        case .duplicateAnswer(let row, _, _, _), .twoCourses(let row, _, _, _), .scoreNotFinite(let row, _, _, _),
            .scoreOutsideRange(let row, _, _, _, _, _):
            row
        default: nil
        }
    }

    /// The column at fault in `responses.csv`; nil when an option is at fault.
    public var column: String? {
        switch self {
        case .duplicateAnswer: "item"
        case .twoCourses: "course_id"
        case .scoreOutsideRange, .scoreNotFinite: "score"
        default: nil
        }
    }

    /// The sentence people read.
    public var description: String {
        switch self {
        case .duplicateAnswer(_, let attendee, let wave, let item):
            "Attendee \(attendee) has two answers to \(item) in wave \(wave.name). Keep one of them."
        case .twoCourses(_, let attendee, let first, let second):
            "Attendee \(attendee) is in course \(first) and in course \(second). "
                + "Give a person who came twice a reference for each course."
        case .scoreOutsideRange(_, let attendee, let wave, let item, let score, let range):
            "Attendee \(attendee) scored \(JSONValue.number(score).compact) on \(item) in wave \(wave.name), "
                + "outside the scale \(range). Correct the score or --scale."
        case .scoreNotFinite(_, let attendee, let wave, let item):
            "Attendee \(attendee)'s score on \(item) in wave \(wave.name) is not a finite number. Leave it empty if it is missing."
        case .unknownReversedItem(let item, let known):
            "Item \(item) is to be reversed but no one was asked it." + Self.next(item, known)
        case .unknownScaleItem(let item, let scale, let known):
            "Scale \(scale) names item \(item), which no one was asked." + Self.next(item, known)
        case .reversalNeedsRange:
            "Items can be reversed only when the scale is known. Add --scale MIN...MAX, for example --scale 0...10."
        case .malformedScale(let name, let reason): "Scale \(name) \(reason). List each of its items once."
        case .duplicateScale(let name): "There are two scales called \(name). Give each its own name."
        case .tooSmall(let option, let value): "\(option) is \(value) but must be at least 1."
        case .tooFewResamples(let count): "\(count) resamples are too few for an interval. Take at least 100."
        case .smallestChangeNotPositive(let value):
            "The smallest change that matters is \(JSONValue.number(value).compact) points but must be above 0."
        case .marginNotPositive(let value):
            "The margin of a lasting gain is \(JSONValue.number(value).compact) points but must be above 0."
        }
    }

    private static func next(_ item: String, _ known: [String]) -> String {
        let suggestion = NearestSpelling.suggestion(for: item, among: known)
        return suggestion.isEmpty ? " The items are \(Wording.list(known))." : suggestion
    }
}

public import Programme

/// Why counts cannot be evaluated as they are.
public enum CallsRefusal: Refusal, Hashable {
    /// A design that cannot be read.
    case malformedDesign(String)
    /// Two counts of the same area and month; `row` counts the given records from 0.
    case duplicateCount(row: Int, area: String, month: Month)
    /// A count below zero.
    case negativeCount(row: Int, area: String, month: Month, count: Int)
    /// An area of the design without any count.
    case unknownArea(String, known: [String])
    /// A treated area without a start.
    case noStart(area: String)
    /// An option outside its range.
    case outsideRange(name: String, value: Double, expected: String)

    /// The record at fault, counted from 0; nil when the design is at fault.
    public var row: Int? {
        switch self {
        case .duplicateCount(let row, _, _), .negativeCount(let row, _, _, _): row
        default: nil
        }
    }

    /// The column at fault in `counts.csv`; nil when the design is at fault.
    public var column: String? {
        switch self {
        case .duplicateCount: "month"
        case .negativeCount: "count"
        default: nil
        }
    }

    /// The sentence people read.
    public var description: String {
        switch self {
        case .malformedDesign(let reason): "The design cannot be used: \(reason)"
        case .duplicateCount(_, let area, let month):
            "There are two counts of \(area) in \(month). Keep one, or add them up if they are parts."
        case .negativeCount(_, let area, let month, let count):
            "The count of \(area) in \(month) is \(count). A count is 0 or more; leave the row out when it is not known."
        case .unknownArea(let area, let known): Self.unknown(area, known)
        case .noStart(let area):
            "The design treats \(area) but says no start for it. Add it to \"starts\", or give a \"start\"."
        case .outsideRange(let name, let value, let expected):
            "The \(name) is \(JSONValue.number(value).compact) but must be \(expected)."
        }
    }

    private static func unknown(_ area: String, _ known: [String]) -> String {
        let suggestion = NearestSpelling.suggestion(for: area, among: known)
        let shown = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
        return "There is no count of an area called \(area)."
            + (suggestion.isEmpty ? " The areas are \(shown)." : suggestion)
    }
}

/// Words that people wrote themselves: how long they are kept, and whether they may be quoted.
public enum OwnWords {
    /// How many months after the day of the answer the words are kept; then they are erased and the other answers stay.
    public static let monthsKept = 24

    /// The last day on which words answered on a day are kept.
    public static func keptUntil(answeredOn day: CalendarDate) -> CalendarDate { day.adding(months: monthsKept) }
}

extension Instrument {
    /// Whether the words answered to an item may be quoted, given all answers of the wave. Silence is no.
    public func mayQuote(_ code: String, after answers: [String: Answer]) -> Bool {
        items.contains { $0.allowsQuoting == code && answers[$0.code] == .yes(true) }
    }
}

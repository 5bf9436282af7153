public import FoundationEssentials

/// Why an answer on record became another one.
public enum AnswerChangeSource: String, CaseIterable, Hashable, Sendable {
    /// The person changed it by their own link while the wave was open.
    case own
    /// Staff corrected it.
    case correction
    /// A file that was taken in said otherwise.
    case file
    /// It had been taken back and was given again.
    case filled
    /// Two keyings of a sheet disagreed and somebody settled it.
    case doubleEntry = "double-entry"
}

/// One change of one answer: what it was, what it is, who changed it, when and why. Changes are only ever added.
public struct AnswerChange: Hashable, Sendable {
    /// The item's code, or one of ``SheetFact`` for what is noted on the sheet itself.
    public var item: String
    /// What it was; nil when it had not been answered.
    public var from: AnswerValue?
    /// What it became; nil when it was taken back to "not answered".
    public var to: AnswerValue?
    /// Why it could change at all.
    public var source: AnswerChangeSource
    /// Who changed it, as ``Actor/hand``.
    public var by: String
    /// When.
    public var at: Date
    /// Why, in somebody's words; nil only for a person's own change and for what was given again.
    public var reason: String?

    /// A change.
    public init(
        item: String,
        from: AnswerValue?,
        to: AnswerValue?,
        source: AnswerChangeSource,
        by: String,
        at: Date,
        reason: String?
    ) {
        self.item = item
        self.from = from
        self.to = to
        self.source = source
        self.by = by
        self.at = at
        self.reason = reason
    }
}

/// What is noted on a sheet beside the answers, and corrected like them.
public enum SheetFact: String, CaseIterable, Hashable, Sendable {
    /// The day of the answers.
    case answeredOn = "answered_on"
    /// Whether they came on paper, by telephone or on the website.
    case mode
    /// The language of the form.
    case language
}

/// The history of one sheet.
public enum AnswerHistory {
    /// The items whose changes do not fit together, or do not end at the value on record.
    /// - Parameters:
    ///   - changes: The changes of one sheet, the oldest first.
    ///   - current: The values on record; an item that is not there is not answered.
    /// - Returns: The codes in order; empty when the history is whole.
    public static func faults(_ changes: [AnswerChange], current: [String: AnswerValue]) -> [String] {
        Dictionary(grouping: changes, by: \.item).filter { item, steps in
            zip(steps, steps.dropFirst()).contains { $0.to != $1.from } || steps.last?.to != current[item]
        }.keys.sorted()
    }

    /// What stood there before the first change.
    public static func original(_ changes: [AnswerChange], current: [String: AnswerValue]) -> [String: AnswerValue] {
        changes.reversed().reduce(into: current) { values, change in values[change.item] = change.from }
    }
}

public import FoundationEssentials

/// An item that was keyed otherwise the second time.
public struct KeyingDisagreement: Hashable, Sendable {
    /// The item's code.
    public var item: String
    /// What was on record; nil for blank.
    public var first: AnswerValue?
    /// What was keyed the second time; nil for blank.
    public var second: AnswerValue?

    /// A disagreement.
    public init(item: String, first: AnswerValue?, second: AnswerValue?) {
        (self.item, self.first, self.second) = (item, first, second)
    }
}

/// Keying a sheet a second time without seeing the first keying, and comparing.
public enum DoubleEntry {
    /// How long the hand that keyed a sheet first must wait before it keys it again, in seconds: an hour, so that the answers
    /// are read anew and not remembered.
    public static let pause: Double = 3600

    /// Passes when a sheet may be keyed a second time.
    /// - Parameters:
    ///   - sheet: What a sentence calls the sheet.
    ///   - isOnPaper: Whether staff keyed it, from paper or the telephone.
    ///   - first: Who keyed it and when; nil when nobody has.
    ///   - isKeyedTwice: Whether it was keyed a second time already.
    ///   - hand: Who is about to key it, as ``Actor/hand``.
    ///   - now: When.
    /// - Throws: ``DoubleEntryRefusal``.
    public static func require(
        _ sheet: String,
        isOnPaper: Bool,
        first: (hand: String?, at: Date)?,
        isKeyedTwice: Bool,
        by hand: String,
        at now: Date
    ) throws(DoubleEntryRefusal) {
        guard let first else { throw .notKeyed(sheet) }
        guard isOnPaper else { throw .notOnPaper(sheet) }
        guard !isKeyedTwice else { throw .keyedTwice(sheet) }
        let waited = now.timeIntervalSince(first.at)
        if first.hand == hand, waited < pause {
            throw .sameHand(sheet, minutes: max(1, Int(((pause - waited) / 60).rounded(.up))))
        }
    }

    /// The items on which two keyings differ, in the order of `items`; a blank and a "cannot say" are two answers.
    public static func disagreements(
        _ first: [String: AnswerValue],
        _ second: [String: AnswerValue],
        items: [String]
    ) -> [KeyingDisagreement] {
        items.compactMap { item in
            first[item] == second[item]
                ? nil : KeyingDisagreement(item: item, first: first[item], second: second[item])
        }
    }
}

/// Why a sheet cannot be keyed a second time, or a disagreement not be settled.
public enum DoubleEntryRefusal: Refusal, Hashable {
    /// Nobody has keyed it yet.
    case notKeyed(String)
    /// The person answered on the website.
    case notOnPaper(String)
    /// It was keyed twice already.
    case keyedTwice(String)
    /// The same hand keyed it a moment ago.
    case sameHand(String, minutes: Int)
    /// There is nothing to settle.
    case notOpen(item: String, sheet: String)

    /// The sentence.
    public var description: String {
        switch self {
        case .notKeyed(let sheet): "\(sheet) has not been keyed yet. Key it a first time."
        case .notOnPaper(let sheet): "\(sheet) was answered on the website, so there is no sheet to key again."
        case .keyedTwice(let sheet): "\(sheet) has been keyed twice already. Settle what differs, or correct it."
        case .sameHand(let sheet, let minutes):
            "\(sheet) was keyed by the same hand less than an hour ago. Let somebody else key it, or come back in "
                + (minutes == 1 ? "a minute." : "\(minutes) minutes.")
        case .notOpen(let item, let sheet):
            "There is no open disagreement on \(item) of \(sheet). See the list of disagreements."
        }
    }
}

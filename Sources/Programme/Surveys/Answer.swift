/// What a person answered to one item, already checked against the item.
public enum Answer: Hashable, Sendable {
    /// The box "does not apply / cannot say" (missing, never zero).
    case cannotSay
    /// A point of a scale.
    case point(Int)
    /// The code of the chosen option.
    case option(String)
    /// The codes of the ticked options, in the form's order.
    case options([String])
    /// A number of times.
    case count(Int)
    /// The person's own words.
    case words(String)
    /// Yes or no.
    case yes(Bool)
    /// A safety question: the form and option when they are known, and whether it was the safe one.
    case guarded(form: String?, option: String?, isSafe: Bool)

    /// The answer as stored and exported. ``Instrument/answer(_:to:in:)`` reads it back.
    ///
    /// `cannot-say`, `7`, `left|asked`, `yes`, the words themselves, and for a safety question `a:keep-away`, or
    /// `safe`/`unsafe` when only that is known.
    public var text: String {
        switch self {
        case .cannotSay: Self.cannotSayText
        case .point(let number), .count(let number): String(number)
        case .option(let code): code
        case .options(let codes): codes.joined(separator: "|")
        case .words(let words): words
        case .yes(let yes): yes ? "yes" : "no"
        case .guarded(let form?, let option?, _): "\(form):\(option)"
        case .guarded(_, _, let isSafe): isSafe ? "safe" : "unsafe"
        }
    }

    /// How "does not apply / cannot say" is written.
    public static let cannotSayText = "cannot-say"

    /// The option codes this answer names, for conditions and alerts: `yes` and `no` for a yes-no question.
    public var codes: [String] {
        switch self {
        case .option(let code): [code]
        case .options(let codes): codes
        case .yes(let yes): [yes ? "yes" : "no"]
        default: []
        }
    }
}

extension SurveyItem {
    /// The number an answer counts as; nil when it has none (missing, words, ticks).
    ///
    /// A yes is 1 and a no 0; a safe choice is 1 and any other 0.
    public func score(of answer: Answer) -> Double? {
        switch answer {
        case .point(let number), .count(let number): return Double(number)
        case .yes(let yes): return yes ? 1 : 0
        case .guarded(_, _, let isSafe): return isSafe ? 1 : 0
        case .option(let code):
            guard case .choice(let options) = self.answer else { return nil }
            return options.first { $0.code == code }?.score
        case .cannotSay, .options, .words: return nil
        }
    }

    /// Who is to be told of an answer; nil for nobody.
    public func alert(for answer: Answer) -> Alert.Reader? {
        guard let alert, answer.codes.contains(where: alert.anyOf.contains) else { return nil }
        return alert.reader
    }

    /// Whether the item is asked, given what was answered to the others in the same wave.
    public func isAsked(after answers: [String: Answer]) -> Bool {
        guard let onlyIf else { return true }
        return answers[onlyIf.item]?.codes.contains(where: onlyIf.anyOf.contains) ?? false
    }
}

/// One question.
public struct SurveyItem: Hashable, Sendable, Codable {
    /// The code in files and reports, for example `A1`; unique in its instrument.
    public var code: String
    /// The question, or the words that complete the section's question.
    public var text: String
    /// What an answer looks like.
    public var answer: AnswerKind
    /// Whether "does not apply / cannot say" is offered; such an answer is missing, never zero.
    public var offersCannotSay: Bool
    /// Asked only when another item of the same wave was answered so; nil when always asked.
    public var onlyIf: Condition?
    /// Whom to tell when it is answered in a certain way; nil for nobody.
    public var alert: Alert?
    /// The option codes (or `yes`, `no`) after which help is offered on the page; nil for none.
    public var offersSupportIf: [String]?
    /// The code of an item whose words a yes to this one lets be quoted; nil for none.
    public var allowsQuoting: String?

    /// A question.
    public init(
        code: String,
        text: String,
        answer: AnswerKind,
        offersCannotSay: Bool = false,
        onlyIf: Condition? = nil,
        alert: Alert? = nil,
        offersSupportIf: [String]? = nil,
        allowsQuoting: String? = nil
    ) {
        self.code = code
        self.text = text
        self.answer = answer
        self.offersCannotSay = offersCannotSay
        self.onlyIf = onlyIf
        self.alert = alert
        self.offersSupportIf = offersSupportIf
        self.allowsQuoting = allowsQuoting
    }

    /// An answer to another item that makes this one worth asking.
    public struct Condition: Hashable, Sendable, Codable {
        /// The other item's code.
        public var item: String
        /// The option codes (or `yes`, `no`) that count.
        public var anyOf: [String]

        /// A condition.
        public init(item: String, anyOf: [String]) { (self.item, self.anyOf) = (item, anyOf) }
    }

    /// Somebody to tell.
    public struct Alert: Hashable, Sendable, Codable {
        /// Who is told.
        public enum Reader: String, Hashable, Sendable, Codable, CaseIterable {
            /// The safeguarding lead, with consent or when somebody is at risk.
            case safeguarding
            /// The programme, to offer help.
            case support
        }
        /// Who is told.
        public var reader: Reader
        /// The option codes (or `yes`, `no`) that make it so.
        public var anyOf: [String]

        /// An alert.
        public init(reader: Reader, anyOf: [String]) { (self.reader, self.anyOf) = (reader, anyOf) }
    }
}

/// What an answer looks like.
public enum AnswerKind: Hashable, Sendable, Codable {
    /// A whole number between two ends, some of them with words.
    case scale(lowest: Int, highest: Int, anchors: [ScaleAnchor])
    /// Exactly one option.
    case choice(options: [AnswerOption])
    /// Any number of options, "tick all".
    case several(options: [AnswerOption])
    /// How often or how many, 0 to `most`.
    case count(most: Int)
    /// The person's own words, at most so many characters; kept apart from scores.
    case text(longest: Int)
    /// Yes or no.
    case yesNo
    /// A safety question with one right answer, in parallel forms.
    case guarded(forms: [GuardForm])
}

/// A point of a scale that carries words.
public struct ScaleAnchor: Hashable, Sendable, Codable {
    /// The point.
    public var at: Int
    /// Its words.
    public var text: String

    /// A worded point.
    public init(at: Int, text: String) { (self.at, self.text) = (at, text) }
}

/// One of several answers to choose from.
public struct AnswerOption: Hashable, Sendable, Codable {
    /// The short name in files, unique in its item.
    public var code: String
    /// The words on the form.
    public var text: String
    /// The number it counts as; nil when it has none.
    public var score: Double?

    /// An option.
    public init(code: String, text: String, score: Double? = nil) {
        (self.code, self.text, self.score) = (code, text, score)
    }
}

/// One of the parallel forms of a safety question: another story, the same lesson.
public struct GuardForm: Hashable, Sendable, Codable {
    /// The short name, for example `a`; unique in its item.
    public var code: String
    /// What is happening.
    public var story: String
    /// The options in the order shown; their scores are not used.
    public var options: [AnswerOption]
    /// The code of the one safe option.
    public var right: String

    /// A form.
    public init(code: String, story: String, options: [AnswerOption], right: String) {
        (self.code, self.story, self.options, self.right) = (code, story, options, right)
    }
}

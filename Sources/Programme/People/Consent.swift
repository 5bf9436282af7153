/// What a person may agree to when they book; each is its own choice and none is a condition of a place.
public enum ConsentPurpose: String, CaseIterable, Hashable, Sendable, Codable {
    /// To be asked the surveys, and have the answers used for evaluation.
    case surveys
    /// To be written to after the course.
    case laterContact = "later-contact"
    /// To have answers linked with other records, pseudonymously.
    case linkage
    /// To be quoted without a name.
    case quotation

    /// The wording in force; a change of any word is a new version.
    public static let wordingVersion = 1

    /// The question as the person reads it.
    public var wording: String {
        switch self {
        case .surveys:
            "You may ask me three short surveys and use my answers, without my name, to see whether the course helps."
        case .laterContact: "You may write to me after the course, at most three times."
        case .linkage:
            "You may link my answers with my area's figures and with later courses, under a code instead of my name."
        case .quotation: "You may quote what I write, without my name."
        }
    }
}

/// The four choices of one person.
public struct ConsentChoices: Hashable, Sendable {
    /// The purposes agreed to; everything else is refused.
    public var granted: Set<ConsentPurpose>
    /// The wording the person read.
    public var wordingVersion: Int

    /// The choices made under a wording.
    public init(granted: Set<ConsentPurpose> = [], wordingVersion: Int = ConsentPurpose.wordingVersion) {
        self.granted = granted
        self.wordingVersion = wordingVersion
    }
}

/// A piece of teaching with one aim.
public struct Module: Hashable, Sendable, Codable {
    /// The place in the course, from 1.
    public var number: Int
    /// The title on the agenda.
    public var title: String
    /// How long it takes, in minutes; all of it counts as contact.
    public var minutes: Int
    /// The codes of the outcomes it teaches, for example `LO2`; may be empty for welcome and close.
    public var outcomes: [String]
    /// Whether missing it rules out a certificate.
    public var isSafetyCritical: Bool

    /// A module.
    public init(number: Int, title: String, minutes: Int, outcomes: [String] = [], isSafetyCritical: Bool = false) {
        self.number = number
        self.title = title
        self.minutes = minutes
        self.outcomes = outcomes
        self.isSafetyCritical = isSafetyCritical
    }
}

/// Something a person can do after a course.
public struct Outcome: Hashable, Sendable, Codable {
    /// The code, for example `LO1`.
    public var code: String
    /// The words after "you can".
    public var text: String

    /// An outcome.
    public init(code: String, text: String) { (self.code, self.text) = (code, text) }
}

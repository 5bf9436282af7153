/// Where people went between booking and the analysis.
public struct FlowDiagram: Hashable, Sendable {
    /// A number of people and what it is.
    public struct Part: Hashable, Sendable {
        /// What happened to them: `refused`.
        public var label: String
        /// How many; nil when it is not told.
        public var people: Int?

        /// A part.
        public init(_ label: String, _ people: Int?) { (self.label, self.people) = (label, people) }
    }

    /// A box of the main line and, beside it, those who did not come to it.
    public struct Step: Hashable, Sendable {
        /// What the box is: `Booked`, `Before`.
        public var title: String
        /// What the number counts: `answered`; empty when the title says it.
        public var verb: String
        /// People in the box; nil when not told.
        public var people: Int?
        /// How many could have been in it, for the share.
        public var whole: Int?
        /// What the whole is: `due`.
        public var wholeName: String
        /// Further facts inside the box, such as how many were late.
        public var notes: [Part]
        /// Those who are not in the box, with the reason.
        public var losses: [Part]
        /// Why numbers are missing.
        public var why: String?

        /// A step.
        public init(
            title: String,
            verb: String = "",
            people: Int?,
            whole: Int? = nil,
            wholeName: String = "",
            notes: [Part] = [],
            losses: [Part] = [],
            why: String? = nil
        ) {
            self.title = title
            self.verb = verb
            self.people = people
            self.whole = whole
            self.wholeName = wholeName
            self.notes = notes
            self.losses = losses
            self.why = why
        }
    }

    /// The title.
    public var title: String
    /// One line below it.
    public var subtitle: String
    /// The steps in order.
    public var steps: [Step]
    /// A note below; may be empty.
    public var note: String

    /// A diagram.
    public init(title: String, subtitle: String, steps: [Step], note: String = "") {
        self.title = title
        self.subtitle = subtitle
        self.steps = steps
        self.note = note
    }
}

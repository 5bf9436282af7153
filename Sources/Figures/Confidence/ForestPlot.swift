/// Changes to be set one below the other: estimates with their intervals about a line at no change.
public struct ForestPlot: Hashable, Sendable {
    /// One line.
    public struct Row: Hashable, Sendable {
        /// What changed, or for whom.
        public var label: String
        /// The mean change; nil when it is not told.
        public var estimate: Double?
        /// Its 95 % interval.
        public var interval: ClosedRange<Double>?
        /// How the interval was made: whether it allows for people of one course to be alike.
        public var isClustered: Bool
        /// People it rests on.
        public var people: Int?
        /// Why there is no estimate or no interval.
        public var why: String?
        /// Whether it is the declared main question.
        public var isPrimary: Bool

        /// A line.
        public init(
            label: String,
            estimate: Double?,
            interval: ClosedRange<Double>?,
            isClustered: Bool = false,
            people: Int?,
            why: String? = nil,
            isPrimary: Bool = false
        ) {
            self.label = label
            self.estimate = estimate
            self.interval = interval
            self.isClustered = isClustered
            self.people = people
            self.why = why
            self.isPrimary = isPrimary
        }
    }

    /// Lines under one heading.
    public struct Section: Hashable, Sendable {
        /// The heading, such as `By area`.
        public var title: String
        /// The lines.
        public var rows: [Row]

        /// A section.
        public init(title: String, rows: [Row]) { (self.title, self.rows) = (title, rows) }
    }

    /// What all lines have in common.
    public var title: String
    /// The waves and the unit.
    public var subtitle: String
    /// The sections; empty ones are left out.
    public var sections: [Section]
    /// What a reader must know beside the marks; may be empty.
    public var note: String

    /// A plot.
    public init(title: String, subtitle: String, sections: [Section], note: String = "") {
        self.title = title
        self.subtitle = subtitle
        self.sections = sections
        self.note = note
    }
}

/// One answered or unanswered item of one person in one wave: a row of `responses.csv`.
public struct ResponseRecord: Hashable, Sendable {
    /// The person's reference, stable over waves; never a name.
    public var attendee: String
    /// The wave.
    public var wave: Wave
    /// The item's code, for example `A1`.
    public var item: String
    /// The score; nil when missing ("does not apply", left blank), which is never zero.
    public var score: Double?
    /// The course (run) the person attended.
    public var course: String?
    /// The day of the answer.
    public var answeredOn: CalendarDate?
    /// The policing area of the course.
    public var area: String?
    /// The person's role in the community.
    public var category: String?
    /// The leading trainer's reference.
    public var trainer: String?
    /// How it was answered: `web`, `paper`, `telephone`.
    public var mode: String?
    /// The language of the form, as a BCP 47 tag.
    public var language: String?

    /// A row; the optional columns default to absent.
    public init(
        attendee: String,
        wave: Wave,
        item: String,
        score: Double?,
        course: String? = nil,
        answeredOn: CalendarDate? = nil,
        area: String? = nil,
        category: String? = nil,
        trainer: String? = nil,
        mode: String? = nil,
        language: String? = nil
    ) {
        self.attendee = attendee
        self.wave = wave
        self.item = item
        self.score = score
        self.course = course
        self.answeredOn = answeredOn
        self.area = area
        self.category = category
        self.trainer = trainer
        self.mode = mode
        self.language = language
    }
}

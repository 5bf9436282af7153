/// One occasion of a course in an area: one or several sittings, a venue, trainers and places.
public struct Run: Hashable, Sendable {
    /// The key.
    public let id: ID<Run>
    /// The course's code and version as frozen when the run was scheduled.
    public var course: CourseEdition
    /// The course's title, for labels.
    public var title: String
    /// The funded programme that pays, when there is one.
    public var programme: String?
    /// The code of the policing area, as it stood on the day.
    public var area: String
    /// Where it takes place.
    public var venue: Venue
    /// The trainers, the leading one first.
    public var trainers: [RunTrainer]
    /// The places there are.
    public var capacity: Int
    /// The sittings in order of time, at least one.
    public var sittings: [RunSitting]
    /// The time zone's IANA name.
    public var zone: String
    /// Where it stands.
    public var state: RunState
    /// Until when the public may book, on the wall clock of the hall.
    public var bookingCloses: LocalDateTime

    /// A run as recorded.
    public init(
        id: ID<Run>,
        course: CourseEdition,
        title: String,
        programme: String?,
        area: String,
        venue: Venue,
        trainers: [RunTrainer],
        capacity: Int,
        sittings: [RunSitting],
        zone: String,
        state: RunState,
        bookingCloses: LocalDateTime
    ) {
        self.id = id
        self.course = course
        self.title = title
        self.programme = programme
        self.area = area
        self.venue = venue
        self.trainers = trainers
        self.capacity = capacity
        self.sittings = sittings
        self.zone = zone
        self.state = state
        self.bookingCloses = bookingCloses
    }

    /// When the first sitting starts.
    public var starts: LocalDateTime { sittings.first?.starts ?? bookingCloses }
    /// When the last sitting starts.
    public var lastStarts: LocalDateTime { sittings.last?.starts ?? bookingCloses }
    /// When the last sitting ends.
    public var ends: LocalDateTime { sittings.last?.ends ?? bookingCloses }
    /// What a sentence calls this run.
    public var label: String { "Run \(id) (\(title), \(venue.name), \(starts.date))" }
}

/// A course's code with the version that was taught.
public struct CourseEdition: Hashable, Sendable, CustomStringConvertible {
    /// The course's code, for example `defusing-one-day`.
    public let code: String
    /// The version, from 1.
    public let version: Int
    /// An edition of a course.
    public init(code: String, version: Int) { (self.code, self.version) = (code, version) }
    /// `CODE version N`.
    public var description: String { "\(code) version \(version)" }
}

/// Where a run takes place.
public struct Venue: Hashable, Sendable {
    /// The hall's name.
    public var name: String
    /// Street, town and postcode as one line.
    public var address: String
    /// How to get in without steps, and what else a visitor must know.
    public var access: String
    /// A venue as typed.
    public init(name: String, address: String = "", access: String = "") {
        self.name = name
        self.address = address
        self.access = access
    }
}

/// A trainer as printed on certificates, with the account that may mark the register.
public struct RunTrainer: Hashable, Sendable {
    /// The name as printed.
    public var name: String
    /// The account, when the trainer signs in.
    public var account: ID<Account>?
    /// A trainer of a run.
    public init(name: String, account: ID<Account>? = nil) {
        self.name = name
        self.account = account
    }
}

/// One coming together: a day, an evening.
public struct RunSitting: Hashable, Sendable {
    /// When it starts on the wall clock of the hall.
    public var starts: LocalDateTime
    /// Minutes from start to end, breaks and surveys included.
    public var minutes: Int
    /// A sitting.
    public init(starts: LocalDateTime, minutes: Int) { (self.starts, self.minutes) = (starts, minutes) }
    /// When it ends on the wall clock, counted without a clock change.
    public var ends: LocalDateTime {
        let total = starts.time.minutes + minutes
        return LocalDateTime(
            date: starts.date.adding(days: total / 1440),
            time: WallTime(minutes: total % 1440) ?? starts.time
        )
    }
}

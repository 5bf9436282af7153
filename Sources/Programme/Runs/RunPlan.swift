/// A run as somebody asks for it, checked as far as it can be without the database.
public struct RunPlan: Hashable, Sendable {
    /// The course's code.
    public var course: String
    /// The funded programme's code.
    public var programme: String?
    /// The area as typed: a name or a code.
    public var area: String
    /// Where it takes place.
    public var venue: Venue
    /// Trainers' names or account e-mail addresses, the leading one first.
    public var trainers: [String]
    /// The places, 1 to 500.
    public let capacity: Int
    /// When each sitting starts, in order.
    public let starts: [LocalDateTime]
    /// Until when the public may book; nil means until the first sitting starts.
    public var bookingCloses: LocalDateTime?
    /// The time zone's IANA name.
    public var zone: String

    /// A plan, or why it cannot stand.
    public init(
        course: String,
        programme: String? = nil,
        area: String,
        venue: Venue,
        trainers: [String] = [],
        capacity: Int,
        starts: [LocalDateTime],
        bookingCloses: LocalDateTime? = nil,
        zone: String = "Europe/London"
    ) throws(RunRefusal) {
        guard (1...500).contains(capacity) else { throw .capacity(capacity) }
        guard let first = starts.first else { throw .sittings(reason: "there is none") }
        for (earlier, later) in zip(starts, starts.dropFirst()) where later <= earlier {
            throw .sittings(reason: "\(later) does not come after \(earlier)")
        }
        if let bookingCloses, bookingCloses > first {
            throw .sittings(reason: "booking would close \(bookingCloses), after the start \(first)")
        }
        self.course = course
        self.programme = programme
        self.area = area
        self.venue = venue
        self.trainers = trainers
        self.capacity = capacity
        self.starts = starts
        self.bookingCloses = bookingCloses
        self.zone = zone
    }

    /// The sittings of a course's agenda at these starts, given the length of each in minutes; refused when the numbers
    /// differ or one sitting runs into the next.
    public func sittings(lasting minutes: [Int]) throws(RunRefusal) -> [RunSitting] {
        guard minutes.count == starts.count else {
            throw .sittings(reason: "the course has \(minutes.count) and \(starts.count) were given")
        }
        let sittings = zip(starts, minutes).map(RunSitting.init)
        for (earlier, later) in zip(sittings, sittings.dropFirst()) where later.starts < earlier.ends {
            throw .sittings(reason: "the one at \(later.starts) begins before the one at \(earlier.starts) ends")
        }
        return sittings
    }
}

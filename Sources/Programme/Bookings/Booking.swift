public import FoundationEssentials

/// Where a booking stands.
public enum BookingState: String, CaseIterable, Hashable, Sendable, Codable {
    /// Has a place.
    case confirmed
    /// Is on the waiting list.
    case waiting
    /// Given up, by the person or by staff.
    case cancelled
}

/// How a booking came to be.
public enum BookingSource: Hashable, Sendable {
    /// On the website.
    case website
    /// By telephone or letter, typed by staff.
    case staff
    /// From a partner's list.
    case partner(String)
    /// At the door, on the day.
    case walkIn

    /// The word that is stored and shown in files: `website`, `staff`, `walk-in` or `partner:NAME`.
    public var word: String {
        switch self {
        case .website: "website"
        case .staff: "staff"
        case .partner(let name): "partner:\(name)"
        case .walkIn: "walk-in"
        }
    }

    /// The kind alone, without a partner's name: `website`, `staff`, `walk-in` or `partner`.
    public var kind: String {
        if case .partner = self { "partner" } else { word }
    }

    /// Reads a ``word``; a word of its own is a partner's name.
    public init(word: String) {
        switch word {
        case "website", "web": self = .website
        case "staff", "": self = .staff
        case "walk-in": self = .walkIn
        default: self = .partner(word.hasPrefix("partner:") ? String(word.dropFirst(8)) : word)
        }
    }
}

/// One person's place, or wait for a place, on one run.
public struct Booking: Hashable, Sendable {
    /// The key.
    public let id: ID<Booking>
    /// A short code without a name, for survey forms and files: a letter and six letters or digits.
    public let reference: String
    /// The run.
    public var run: ID<Run>
    /// The person.
    public var person: ID<Person>
    /// Where it stands.
    public var state: BookingState
    /// How it came to be.
    public var source: BookingSource
    /// When it was made, and for the waiting list since when it waits.
    public var queuedAt: Date

    /// A booking as recorded.
    public init(
        id: ID<Booking>,
        reference: String,
        run: ID<Run>,
        person: ID<Person>,
        state: BookingState,
        source: BookingSource,
        queuedAt: Date
    ) {
        self.id = id
        self.reference = reference
        self.run = run
        self.person = person
        self.state = state
        self.source = source
        self.queuedAt = queuedAt
    }
}

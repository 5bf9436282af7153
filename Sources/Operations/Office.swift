public import FoundationEssentials
public import Logging
public import Material
public import Programme
public import Records

/// The programme's office: every operation that changes state or needs a right, for the website and the command line alike.
///
/// Each change authorises, decides by a pure rule, records, audits and queues its letters in one transaction.
public struct Office: Sendable {
    let records: Records
    /// What is taught and asked.
    public let library: CourseLibrary
    /// Areas with dates, unit costs, holidays.
    public let reference: ReferenceTables
    /// The certificate designs, compiled as they are needed.
    public let presses: PressRoom
    /// The file with the key that signs certificates.
    public let keyFile: KeyFile
    /// Clock, chance and zones.
    public let surroundings: Surroundings
    /// Where certificates and letters say the site is.
    public let publicAddress: String
    let log: Logger

    /// An office over records and material.
    public init(
        records: Records,
        library: CourseLibrary,
        reference: ReferenceTables,
        presses: PressRoom,
        keyFile: KeyFile,
        surroundings: Surroundings,
        publicAddress: String,
        log: Logger
    ) {
        self.records = records
        self.library = library
        self.reference = reference
        self.presses = presses
        self.keyFile = keyFile
        self.surroundings = surroundings
        self.publicAddress = publicAddress
        self.log = log
    }

    /// Lets go of the database.
    public func close() throws { try records.close() }

    /// The wall clock's reading in a zone, or a refusal when the machine does not know the zone.
    public func wallClock(in zone: String) throws -> LocalDateTime {
        LocalDateTime(surroundings.now(), in: try timeZone(zone))
    }

    /// Today's date where the programme is.
    public func today() throws -> CalendarDate { try wallClock(in: Surroundings.homeZone).date }

    func timeZone(_ name: String) throws(UnknownZone) -> TimeZone {
        guard let zone = surroundings.zone(name) else { throw UnknownZone(name: name) }
        return zone
    }

    /// One line a state change, with a stable event name and never a person.
    func tell(_ action: Action, _ metadata: [String: String]) {
        guard !records.rehearses else { return }
        log.info("\(action.rawValue)", metadata: metadata.mapValues { .string($0) })
    }
}

/// A time zone the machine does not know.
public struct UnknownZone: Refusal, Equatable {
    /// The IANA name.
    public let name: String
    /// The sentence for whoever asked.
    public var description: String {
        "There is no time zone \"\(name)\" on this machine. Use an IANA name such as Europe/London, and install tzdata."
    }
}

/// What the office takes from the world: read once per request, replaced in tests.
public struct Surroundings: Sendable {
    /// The instant.
    public var now: @Sendable () -> Date
    /// So many unpredictable bytes.
    public var randomBytes: @Sendable (Int) -> [UInt8]
    /// The zone of an IANA name.
    public var zone: @Sendable (String) -> TimeZone?

    /// Where the programmes are.
    public static let homeZone = "Europe/London"

    /// Surroundings from their parts.
    public init(
        now: @escaping @Sendable () -> Date,
        randomBytes: @escaping @Sendable (Int) -> [UInt8],
        zone: @escaping @Sendable (String) -> TimeZone?
    ) {
        self.now = now
        self.randomBytes = randomBytes
        self.zone = zone
    }
}

/// What is taught: one course, or one awareness session, as the course material describes it.
///
/// A scheduled run keeps its own frozen copy (as JSON), so that a later edition never changes a course already held.
/// The reader of the course material guarantees the rules said here; `init` does not check them again.
public struct Course: Hashable, Sendable, Codable {
    /// How people take part, and what the office counts.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// People book, are registered by name and may earn a certificate.
        case course
        /// People are counted by head; nobody is registered.
        case awareness
    }

    /// The short name in files, addresses and on the command line, for example `defusing-one-day`.
    public var code: String
    /// The edition, from 1; goes up when the teaching changes.
    public var version: Int
    /// A course or an awareness session.
    public var kind: Kind
    /// The title as printed on a certificate.
    public var title: String
    /// Whom it is for, in one sentence.
    public var audience: String
    /// What the public reads before booking, in plain text; paragraphs are separated by an empty line.
    public var summary: String
    /// The youngest age, in years; nil when any age may come.
    public var minimumAge: Int?
    /// How many people learn together and who teaches them.
    public var group: GroupSize
    /// The sittings in order, at least one.
    public var sittings: [Sitting]
    /// The modules in order of number.
    public var modules: [Module]
    /// What a person can do afterwards.
    public var outcomes: [Outcome]
    /// The rules read out in every course, in order.
    public var safetyRules: [String]
    /// What earns a certificate; nil when none is given.
    public var certificate: CertificateRule?
    /// The code of the survey that goes with it; nil when there is none.
    public var instrument: String?

    /// A course as described.
    public init(
        code: String,
        version: Int,
        kind: Kind,
        title: String,
        audience: String,
        summary: String,
        minimumAge: Int?,
        group: GroupSize,
        sittings: [Sitting],
        modules: [Module],
        outcomes: [Outcome],
        safetyRules: [String],
        certificate: CertificateRule?,
        instrument: String?
    ) {
        self.code = code
        self.version = version
        self.kind = kind
        self.title = title
        self.audience = audience
        self.summary = summary
        self.minimumAge = minimumAge
        self.group = group
        self.sittings = sittings
        self.modules = modules
        self.outcomes = outcomes
        self.safetyRules = safetyRules
        self.certificate = certificate
        self.instrument = instrument
    }
}

extension Course {
    /// Minutes of teaching, breaks and surveys left out.
    public var contactMinutes: Int { modules.reduce(0) { $0 + $1.minutes } }

    /// Minutes of all sittings together, everything included.
    public var totalMinutes: Int { sittings.reduce(0) { $0 + $1.minutes } }

    /// The module with a number, or nil.
    public func module(_ number: Int) -> Module? { modules.first { $0.number == number } }

    /// The modules a person must have been at for their own and others' safety.
    public var safetyCriticalModules: [Module] { modules.filter(\.isSafetyCritical) }

    /// The outcomes that the modules with these numbers teach, in the course's order.
    public func outcomes(taughtIn numbers: some Sequence<Int>) -> [Outcome] {
        let taught = Set(numbers.compactMap { module($0) }.flatMap(\.outcomes))
        return outcomes.filter { taught.contains($0.code) }
    }

    /// Minutes of teaching in one sitting.
    public func contactMinutes(of sitting: Sitting) -> Int {
        sitting.agenda.reduce(0) { $0 + ($1.module == nil ? 0 : $1.minutes) }
    }
}

/// Where an awareness session was held.
public enum AwarenessSetting: String, CaseIterable, Hashable, Sendable, Codable {
    /// A school, college or youth club.
    case school
    /// A community hall, faith building, street or fair.
    case community
    /// A workplace of professionals: police, council, housing.
    case professional
    /// On a screen.
    case online

    /// Reads a setting's word, or says which there are.
    public init(parsing input: String) throws(UnknownChoice) {
        guard let setting = AwarenessSetting(rawValue: input.lowercased()) else {
            throw UnknownChoice(what: "setting", given: input, valid: Self.allCases.map(\.rawValue))
        }
        self = setting
    }
}

/// A session of which only heads are known; kept apart from people booked by name.
public struct AwarenessSession: Hashable, Sendable {
    /// Why a session cannot be recorded.
    public enum Invalid: Refusal, Equatable {
        /// Nobody, or more than a stadium.
        case heads(Int)
        /// A day to come.
        case future(CalendarDate)

        /// The sentence for staff.
        public var description: String {
            switch self {
            case .heads(let heads):
                "A session of \(heads) people cannot be recorded. Give the heads counted, from 1 to 100000."
            case .future(let date): "\(date) is still to come. Log the session once it was held."
            }
        }
    }

    /// The day.
    public let date: CalendarDate
    /// The code of the policing area.
    public let area: String
    /// Where it was held.
    public let setting: AwarenessSetting
    /// Who came, in a few words.
    public let audience: String
    /// How many came.
    public let heads: Int
    /// Whether the heads were estimated rather than counted.
    public let estimated: Bool
    /// The funded programme that paid.
    public let programme: String?

    /// A session held, or why it cannot be recorded.
    public init(
        date: CalendarDate,
        area: String,
        setting: AwarenessSetting,
        audience: String,
        heads: Int,
        estimated: Bool,
        programme: String? = nil,
        today: CalendarDate
    ) throws(Invalid) {
        guard (1...100_000).contains(heads) else { throw .heads(heads) }
        guard date <= today else { throw .future(date) }
        self.date = date
        self.area = area
        self.setting = setting
        self.audience = audience
        self.heads = heads
        self.estimated = estimated
        self.programme = programme
    }
}

/// When in a person's time with a course a survey is answered.
public enum Wave: Hashable, Sendable, Comparable {
    /// With the booking, days or weeks before teaching.
    case booking
    /// At the door, before teaching starts ("before").
    case pre
    /// At the end of the last sitting ("after").
    case post
    /// The first follow-up, when its month is not said.
    case firstFollowUp
    /// A follow-up so many months after the course, 1 or more.
    case followUp(months: Int)

    /// The name in files, JSON and addresses: `booking`, `pre`, `post`, `followup` or `followup-N`.
    public var name: String {
        switch self {
        case .booking: "booking"
        case .pre: "pre"
        case .post: "post"
        case .firstFollowUp: "followup"
        case .followUp(let months): "followup-\(months)"
        }
    }

    /// Reads a ``name``; nil for anything else.
    public init?(name: some StringProtocol) {
        switch name {
        case "booking": self = .booking
        case "pre": self = .pre
        case "post": self = .post
        case "followup": self = .firstFollowUp
        default:
            guard name.hasPrefix("followup-"), let months = Int(name.dropFirst(9)), (1...120).contains(months),
                name.dropFirst(9).first != "+"
            else { return nil }
            self = .followUp(months: months)
        }
    }

    /// What a refusal lists when a wave is unknown.
    public static let spelling = "booking, pre, post, followup or followup-N (N months)"

    /// In order of time; the unnumbered follow-up comes before the numbered ones.
    public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .booking: -3
        case .pre: -2
        case .post: -1
        case .firstFollowUp: 0
        case .followUp(let months): months
        }
    }
}

extension Wave: Codable {
    /// Reads a ``name``.
    public init(from decoder: any Decoder) throws {
        let text = try String(from: decoder)
        guard let wave = Wave(name: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\"\(text)\" is not a wave: \(Self.spelling)")
            )
        }
        self = wave
    }
    /// Writes a ``name``.
    public func encode(to encoder: any Encoder) throws { try name.encode(to: encoder) }
}

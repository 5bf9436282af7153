/// What a person does in the community, in their own words of choice when they book.
///
/// "Frequent complainant" is deliberately absent: only staff or a partner's invitation set that mark, and few may see it.
public enum CommunityRole: String, CaseIterable, Hashable, Sendable, Codable {
    /// Lives in the area.
    case resident
    /// Meets the public at work: shop, bar, transport, housing.
    case worksWithPublic = "works-with-public"
    /// Volunteers in the street or a club, for example as a Street Pastor.
    case volunteer
    /// Warden, community support officer or similar.
    case warden
    /// Came on the invitation of a partner.
    case invited
    /// Would rather not say.
    case ratherNotSay = "rather-not-say"

    /// The choice as worded on the form.
    public var label: String {
        switch self {
        case .resident: "I live in the area"
        case .worksWithPublic: "I work with the public (shop, bar, transport, housing …)"
        case .volunteer: "I volunteer (Street Pastor, club, faith group …)"
        case .warden: "I am a warden or community support officer"
        case .invited: "I was invited by the police, the council or a landlord"
        case .ratherNotSay: "I would rather not say"
        }
    }

    /// Reads a role's code, or says which there are.
    public init(parsing input: String) throws(UnknownChoice) {
        let code = input.lowercased().split(whereSeparator: { " _-".contains($0) }).joined(separator: "-")
        guard let role = CommunityRole(rawValue: code) else {
            throw UnknownChoice(what: "role in the community", given: input, valid: Self.allCases.map(\.rawValue))
        }
        self = role
    }
}

/// A word that is none of the choices there are.
public struct UnknownChoice: Refusal, Equatable {
    /// What is being chosen.
    public let what: String
    /// What was given.
    public let given: String
    /// The choices there are.
    public let valid: [String]

    /// A refusal that lists the choices.
    public init(what: String, given: String, valid: [String]) {
        self.what = what
        self.given = given
        self.valid = valid
    }

    /// The sentence with the nearest choice and all of them.
    public var description: String {
        "There is no \(what) \"\(given)\".\(NearestSpelling.suggestion(for: given, among: valid)) "
            + "Choose one of: \(valid.joined(separator: ", "))."
    }
}

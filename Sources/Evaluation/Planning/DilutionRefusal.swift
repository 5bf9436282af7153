public import Programme

/// Why a plan's numbers cannot be computed with.
public enum DilutionRefusal: Refusal, Hashable {
    /// A number outside what it can be; the name is the option's.
    case outsideRange(name: String, value: Double, expected: String)
    /// More people to be trained than there are residents.
    case morePeopleThanResidents(people: Int, residents: Int)
    /// A way that counts more people than are to be trained.
    case reachBeyondPeople(kind: String, reach: Int, people: Int)
    /// A way that would spare more calls than there are.
    case impossibleReach(kind: String, reason: String)
    /// More wards, or wards larger, than the areas they lie in.
    case wardsTooLarge(residents: Int, areaResidents: Int)
    /// No way at all.
    case noReach

    /// The sentence people read.
    public var description: String {
        switch self {
        case .outsideRange(let name, let value, let expected):
            "The \(name) is \(JSONValue.number(value).compact) but must be \(expected)."
        case .morePeopleThanResidents(let people, let residents):
            "\(Wording.count(people)) people cannot be trained of \(Wording.count(residents)) residents. Correct one of the two."
        case .reachBeyondPeople(let kind, let reach, let people):
            "The way \(kind) counts \(Wording.count(reach)) people but only \(Wording.count(people)) are to be trained."
        case .impossibleReach(let kind, let reason):
            "The way \(kind) is impossible: \(reason). Correct its assumptions."
        case .wardsTooLarge(let residents, let areaResidents):
            "The wards have \(Wording.count(residents)) residents together, more than the \(Wording.count(areaResidents)) "
                + "of the whole area. Choose fewer or smaller wards."
        case .noReach: "The plan names no way in which training could reduce calls. Give at least one."
        }
    }
}

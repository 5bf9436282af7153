/// One way in which trained people could make the calls of an area fall.
///
/// The expected fall is f · h · e: the share of everything that the trained people are or cause (f), the share of it that can be
/// prevented (h) and the effect on it (e).
public enum DilutionReach: Hashable, Sendable {
    /// Trained people are a share of the residents, and calls fall in proportion.
    case residents(people: Int, of: Int, preventable: Double, effect: Double)
    /// Every trained person spares the police so many calls a year.
    case callsPerPerson(people: Int, callsAvoidedPerYear: Double)
    /// Trained people called the police so often a year themselves, and a share of those calls falls away.
    case ownCalls(people: Int, callsEachPerYear: Double, effect: Double)

    /// The name in JSON.
    public var kind: String {
        switch self {
        case .residents: "residents"
        case .callsPerPerson: "calls_per_person"
        case .ownCalls: "own_calls"
        }
    }

    /// The trained people this way counts.
    public var people: Int {
        switch self {
        case .residents(let people, _, _, _), .callsPerPerson(let people, _), .ownCalls(let people, _, _): people
        }
    }

    /// The share of `callsPerYear` calls that would fall away.
    func expectedFall(callsPerYear: Double) -> Double {
        switch self {
        case .residents(let people, let residents, let preventable, let effect):
            Double(people) / Double(residents) * preventable * effect
        case .callsPerPerson(let people, let avoided): Double(people) * avoided / callsPerYear
        case .ownCalls(let people, let each, let effect): Double(people) * each * effect / callsPerYear
        }
    }

    /// The largest fall this way could ever give, with everybody trained.
    var ceiling: Double {
        switch self {
        case .residents(_, _, let preventable, let effect): preventable * effect
        case .callsPerPerson: 1
        case .ownCalls(_, _, let effect): effect
        }
    }

    /// Why the people cannot have this reach among so few calls; nil when they can.
    func impossibility(callsPerYear: Double) -> String? {
        switch self {
        case .residents(let people, let residents, _, _):
            people > residents
                ? "\(Wording.count(people)) people are more than the \(Wording.count(residents)) residents" : nil
        case .callsPerPerson(let people, let avoided):
            Double(people) * avoided > callsPerYear
                ? "\(calls(Double(people) * avoided)) avoided are more than the \(calls(callsPerYear)) there are" : nil
        case .ownCalls(let people, let each, _):
            Double(people) * each > callsPerYear
                ? "\(calls(Double(people) * each)) of their own are more than the \(calls(callsPerYear)) there are"
                : nil
        }
    }

    private func calls(_ value: Double) -> String { Wording.number(value) + " calls" }

    /// The way as an assumption in words.
    var words: String {
        switch self {
        case .residents(let people, let residents, let preventable, let effect):
            "\(Wording.count(people)) of \(Wording.count(residents)) residents, "
                + "\(Wording.percent(preventable)) of calls preventable, \(Wording.percent(effect)) of those prevented"
        case .callsPerPerson(let people, let avoided):
            "\(Wording.count(people)) people, each sparing \(Wording.number(avoided, decimals: avoided == avoided.rounded() ? 0 : 2)) "
                + "call\(avoided == 1 ? "" : "s") a year"
        case .ownCalls(let people, let each, let effect):
            "\(Wording.count(people)) frequent callers with \(Wording.number(each, decimals: each == each.rounded() ? 0 : 1)) calls a year each, "
                + "\(Wording.percent(effect)) fewer"
        }
    }
}

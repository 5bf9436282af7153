import ArgumentParser
import Evaluation

/// What training people is assumed to do to calls; the figures are the pilot's until they are overwritten.
struct ReachOptions: ParsableArguments {
    @Option(help: "Share of calls that could be prevented, 0 to 1.") var preventable = 1.0
    @Option(help: "Share of those that a trained person prevents, 0 to 1.") var effect = 0.3
    @Option(help: "Trained people who each spare calls; default two thirds of the people.") var sparingPeople: Int?
    @Option(help: "Calls a year each of them spares.") var callsSpared = 1.0
    @Option(help: "Frequent callers among the trained; default two ninths of the people.") var callers: Int?
    @Option(help: "Calls a year each of them makes.") var callsEach = 12.0
    @Option(help: "Share of these that training spares; default --effect.") var callerEffect: Double?

    /// The ways in which so many people could make calls fall; that by residents only when there is a number of them.
    func reaches(people: Int, residents: Int?) -> [DilutionReach] {
        let asResidents = residents.map {
            DilutionReach.residents(people: people, of: $0, preventable: preventable, effect: effect)
        }
        return [
            asResidents, .callsPerPerson(people: sparingPeople ?? people * 2 / 3, callsAvoidedPerYear: callsSpared),
            .ownCalls(
                people: callers ?? people * 2 / 9,
                callsEachPerYear: callsEach,
                effect: callerEffect ?? effect
            ),
        ]
        .compactMap { $0 }
    }
}

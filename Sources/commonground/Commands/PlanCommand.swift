import ArgumentParser
import Evaluation
import FoundationEssentials
import Operations
import Programme

/// What could be seen, before anybody is trained.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Tell before a programme starts whether it could ever show an effect.",
        subcommands: [Dilution.self, Power.self, Rollout.self]
    )

    struct Dilution: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Trained people against the smallest fall in calls that a comparison could see.",
            discussion: """
                The defaults are the figures of the Thames Valley pilot of 2013 (45,090 calls a year, 14 areas) with assumptions \
                of the size its report allows; overwrite them with your own. No database is read.
                """
        )
        @OptionGroup var output: FormatOptions
        @Option(help: "People to be trained.") var people = 450
        @Option(help: "Areas they are spread over.") var areas = 14
        @Option(help: "Calls a year in all of these areas.") var calls = 45_090.0
        @Option(help: "Residents of all of these areas.") var residents = 250_000
        @OptionGroup var reach: ReachOptions
        @Option(help: "How much monthly counts vary beyond chance (1 is pure chance).") var dispersion = 8.0
        @Option(help: "Months compared before the start.") var monthsBefore = 12
        @Option(help: "Months compared after the start.") var monthsAfter = 12
        @Option(help: "Show the same people in so many wards instead.") var wards = 3
        @Option(help: "Residents of each of these wards.") var wardResidents = 8000

        func run() throws {
            let findings: DilutionFindings
            do throws(DilutionRefusal) {
                findings = try DilutionFindings(evaluating: plan)
            } catch {
                throw ValidationError(error.description)
            }
            output.show(text: findings.text, json: findings.json)
        }

        private var plan: DilutionPlan {
            DilutionPlan(
                people: people,
                areas: areas,
                callsPerYear: calls,
                residents: residents,
                windows: ComparisonWindows(monthsBefore: monthsBefore, monthsAfter: monthsAfter),
                dispersion: .assumed(dispersion),
                reaches: reach.reaches(people: people, residents: residents),
                concentration: wards > 0
                    ? DilutionPlan.Concentration(wards: wards, residentsEach: wardResidents) : nil
            )
        }
    }
}

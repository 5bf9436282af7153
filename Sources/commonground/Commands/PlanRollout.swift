import ArgumentParser
import Evaluation
import OpenData
import Operations
import Programme

extension PlanCommand {
    /// Where to concentrate next, and an order in steps.
    struct Rollout: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Where people were trained so far, where to concentrate next, and a randomised order in steps.",
            discussion: """
                Without --dose, --counts and --areas it reads the database: people count where they live and where they work, never \
                where the course was held. --dose is a CSV area,month,trained[,residents][,live][,work], in which the area \
                "unknown" holds people without a place; --counts is area,month,count[,population]. --areas N plans with so many \
                equal areas and the pilot's calls.
                """
        )
        @OptionGroup var options: ReadOptions
        @Option(help: "A dose.csv.", completion: .file()) var dose: String?
        @Option(help: "A counts.csv.", completion: .file()) var counts: String?
        @Option(help: "Plan with so many equal areas and no record.") var areas: Int?
        @Option(help: "Calls a year in all of them, with --areas.") var calls = 45_090.0
        @Option(help: "Residents of all of them, with --areas.") var residents = 250_000.0
        @Option(name: .customLong("area"), help: "An area to plan with, by name; repeat for more; default all.")
        var chosen: [String] = []
        @Option(help: "Months compared before the start.") var monthsBefore = 12
        @Option(help: "Months compared after the start.") var monthsAfter = 12
        @Option(help: "How much monthly counts vary beyond chance; default estimated where counts allow it, else 8.")
        var dispersion: Double?
        @Option(help: "Further people that could be trained next.") var furtherPeople = 100
        @OptionGroup var training: TrainingOptions
        @Option(help: "Steps of the order.") var steps = 4
        @Option(help: "Months of a step.") var stepMonths = 3
        @Option(help: "The seed of the order.") var seed: UInt64 = 1
        @Flag(help: "Share large and small areas out over the steps.") var balanced = false
        @Option(help: "How the correlation of an area's periods falls from one to the next, 0 to 1; 1 is not at all.")
        var decay =
            1.0
        @Option(help: "How much areas differ: coefficient of variation; default that of their own calls.")
        var areaVariation: Double?
        @Option(
            help:
                "The fall expected of areas that have started, as a share; default what the further people could give."
        )
        var expectedFall: Double?

        func validate() throws {
            guard areas == nil || (dose == nil && counts == nil && chosen.isEmpty) else {
                throw ValidationError("--areas plans without a record; --dose, --counts and --area go without it.")
            }
            if let areas, !(1...10_000).contains(areas) {
                throw ValidationError("--areas must be from 1 to 10,000, got \(areas).")
            }
        }

        func run() async throws {
            let findings: RolloutFindings
            do {
                findings = try await evaluated()
            } catch let refusal as DilutionRefusal {
                throw ValidationError(refusal.description)
            }
            options.output.show(text: findings.text, json: findings.json)
        }

        private func evaluated() async throws -> RolloutFindings {
            if let areas {
                let plan = RolloutPlan(areas: areas, callsPerYear: calls, residents: residents > 0 ? residents : nil)
                return try RolloutFindings(evaluating: overwritten(plan))
            }
            guard dose != nil || counts != nil else {
                return try await options.run { office, actor in
                    try office.rollout(
                        overwritten(try await office.rolloutOnRecord(areas: chosen, by: actor)),
                        by: actor
                    )
                }
            }
            let plan = try RolloutPlan(
                trained: try dose.map { try DoseSheet.read(.file($0)) } ?? [],
                counts: try counts.map { try CountSheet.read(.file($0)) } ?? [],
                chosen: chosen,
                source: .countsFile
            )
            return try RolloutFindings(evaluating: overwritten(plan))
        }

        private func overwritten(_ base: RolloutPlan) -> RolloutPlan {
            var plan = base
            plan.windows = ComparisonWindows(monthsBefore: monthsBefore, monthsAfter: monthsAfter)
            if let dispersion { (plan.dispersion, plan.overridesDispersion) = (.assumed(dispersion), true) }
            (plan.effect, plan.furtherPeople) = (training.training, furtherPeople)
            (plan.variation, plan.expectedFall) = (areaVariation, expectedFall)
            plan.steps = RolloutPlan.Steps(
                count: steps,
                months: stepMonths,
                seed: seed,
                isBalanced: balanced,
                decay: decay
            )
            return plan
        }
    }
}

import ArgumentParser
import Evaluation
import OpenData
import Operations
import Programme

extension PlanCommand {
    /// What a design could see.
    struct Power: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The smallest fall that a design could see, in closed form and by simulation.",
            discussion: """
                Without --counts and --on-record the figures are those of the Thames Valley pilot of 2013 until they are overwritten, \
                and are said to be assumed. With --counts FILE (area,month,count[,population]), or with --on-record the counts in \
                the database, calls, dispersion, autocorrelation and seasons are estimated from the areas' own months; what is \
                given as an option stands instead. --treated names the areas to be trained in; the others are compared with.
                """
        )
        @OptionGroup var options: ReadOptions
        @Option(help: "before_after, its or did; default did with areas to compare with, else before_after.")
        var method: PowerPlan.Method?
        @Option(help: "A counts.csv.", completion: .file()) var counts: String?
        @Flag(help: "Plan with the counts in the database.") var onRecord = false
        @Option(parsing: .upToNextOption, help: "Areas to be trained in, by name; with counts.") var treated: [String] =
            []
        @Option(help: "Areas to be trained in, without counts.") var areas: Int?
        @Option(help: "Areas to compare with, without counts, each like a trained one.") var comparisonAreas: Int?
        @Option(help: "Calls a month in all areas to be trained in, without counts; default the pilot's 45,090 a year.")
        var callsPerMonth: Double?
        @Option(help: "How much areas differ: coefficient of variation, without counts; with did.") var areaVariation:
            Double?
        @Option(
            help: "How much monthly counts vary beyond chance (1 is pure chance); default 8, or estimated from counts."
        )
        var dispersion: Double?
        @Option(help: "How much a month's surplus carries over to the next, 0 to 0.99; default 0, or estimated.")
        var autocorrelation: Double?
        @Option(help: "How far July lies above the mean, 0 to below 1; default none, or estimated.") var seasonality:
            Double?
        @Option(help: "Months before the start.") var monthsBefore = 12
        @Option(help: "Months after the start.") var monthsAfter = 12
        @Option(help: "The chance with which a fall is to be seen.") var power = 0.8
        @Option(help: "Simulations of each kind; 0 for the closed form alone.") var simulations = 1000
        @Option(help: "The seed of the simulations.") var seed: UInt64 = 1
        @Option(help: "The fall that is expected, as a share; instead of --people.") var expectedFall: Double?
        @Option(help: "People to be trained; default 450 without counts.") var people: Int?
        @Option(help: "Residents of all areas to be trained in; default the pilot's 250,000, or as in the counts.")
        var residents: Int?
        @OptionGroup var reach: ReachOptions

        func validate() throws {
            let isOnRecord = counts != nil || onRecord
            guard counts == nil || !onRecord else { throw ValidationError("Give --counts or --on-record, not both.") }
            guard isOnRecord || treated.isEmpty else {
                throw ValidationError(
                    "--treated names areas with counts; give --counts or --on-record, or a number with --areas."
                )
            }
            let made = areas != nil || comparisonAreas != nil || callsPerMonth != nil || areaVariation != nil
            guard !isOnRecord || !made else {
                throw ValidationError(
                    "--areas, --comparison-areas, --calls-per-month and --area-variation go without counts; these tell them."
                )
            }
            guard expectedFall == nil || people == nil else {
                throw ValidationError("Give --expected-fall or --people, not both.")
            }
            for (name, value, least) in [("--areas", areas, 1), ("--comparison-areas", comparisonAreas, 0)] {
                if let value, !(least...10_000).contains(value) {
                    throw ValidationError("\(name) must be from \(least) to 10,000, got \(value).")
                }
            }
        }

        func run() async throws {
            let findings: PowerFindings
            do {
                findings = try await evaluated()
            } catch let refusal as DilutionRefusal {
                throw ValidationError(refusal.description)
            }
            options.output.show(text: findings.text, json: findings.json)
        }

        private func evaluated() async throws -> PowerFindings {
            if onRecord {
                return try await options.run { office, actor in
                    let evidence = try await office.callsEvidence(by: actor)
                    guard !evidence.counts.isEmpty else { throw CallsNotEvaluable.noCounts }
                    return try office.power(try recorded(evidence.counts, evidence.source), by: actor)
                }
            }
            guard let counts else { return try PowerFindings(evaluating: assumed()) }
            let rows = try CountSheet.readRows(.file(counts))
            return try PowerFindings(evaluating: try recorded(rows.map(\.record), .countsFile))
        }

        private func assumed() -> PowerPlan {
            let number = areas ?? 14, others = comparisonAreas ?? 0
            let calls = callsPerMonth ?? 45_090 / 12 * Double(number) / 14
            let plan = PowerPlan(
                method: method ?? (others > 0 ? .differences : .beforeAfter),
                treated: PowerPlan.areas(number, callsPerMonth: calls, spread: areaVariation ?? 0),
                comparison: PowerPlan.areas(
                    others,
                    callsPerMonth: calls * Double(others) / Double(number),
                    spread: areaVariation ?? 0
                )
            )
            let living = residents ?? 250_000 * number / 14
            return overwritten(plan, people: people ?? (expectedFall == nil ? 450 : nil), residents: living)
        }

        private func recorded(_ counts: [AreaMonthCount], _ source: CountSource) throws -> PowerPlan {
            let plan = try PowerPlan(counts: counts, treated: treated, method: method, source: source)
            return overwritten(plan, people: people, residents: residents ?? plan.residents(in: counts))
        }

        /// The plan with what was given as options in place of what was assumed or estimated.
        private func overwritten(_ base: PowerPlan, people: Int?, residents: Int?) -> PowerPlan {
            var plan = base
            plan.windows = ComparisonWindows(monthsBefore: monthsBefore, monthsAfter: monthsAfter)
            (plan.power, plan.simulations, plan.seed) = (power, simulations, seed)
            if let dispersion { plan.dispersion = .assumed(dispersion) }
            if let autocorrelation { plan.autocorrelation = .assumed(autocorrelation) }
            if let seasonality { plan.seasons = .wave(seasonality) }
            if let expectedFall { plan.expectation = .fall(expectedFall) }
            if let people, !plan.treated.isEmpty {
                plan.expectation = .people(
                    plan.dilution(
                        people: people,
                        residents: residents,
                        reaches: reach.reaches(people: people, residents: residents)
                    )
                )
            }
            return plan
        }
    }
}

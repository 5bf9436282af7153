import ArgumentParser
import Evaluation
import FoundationEssentials
import Material
import Operations
import Programme

extension EvaluateCommand {
    /// What it cost.
    struct Cost: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cost for each person trained, each who improved and each call fewer, and what would break even.",
            discussion: """
                Without --cost the programmes on record are taken with what the evaluations of confidence and calls say. With it \
                only the numbers given count; --calls reads what `evaluate calls --format json` wrote. --unit-cost is a code of \
                CourseMaterial/reference/unit-costs.yaml or an amount in pounds.
                """
        )
        @OptionGroup var options: ReadOptions
        @Option(help: "What was paid, in pounds.") var cost: Double?
        @Option(help: "The years that paid for.") var years = 1.0
        @Option(help: "The years a fall in calls lasts; default as long as was paid for.") var horizon: Double?
        @Option(help: "People trained.") var trained: Int?
        @Option(help: "People who improved reliably.") var improved: Int?
        @Option(help: "People who answered both times.") var improvedOf: Int?
        @Option(parsing: .unconditional, help: "Calls averted over the time that was paid for.") var averted: Double?
        @Option(parsing: .unconditional, help: "The lower bound of its 95 % interval.") var avertedLow: Double?
        @Option(parsing: .unconditional, help: "The upper bound of its 95 % interval.") var avertedHigh: Double?
        @Option(help: "Findings of `evaluate calls --format json`.", completion: .file()) var calls: String?
        @Option(help: "A code or an amount in pounds; repeat for more; default a report or incident of ASB.")
        var unitCost: [String] = []
        @Option(help: "The price year of the cost, such as 2025/26, to which unit costs are brought.") var priceYear:
            String?
        @Option(help: "What later money is discounted by a year, as a share.") var discount = 0.035
        @Option(help: "What the cost is raised by, as a share.") var optimismBias = 0.0
        @Option(help: "A programme on record; default those that trained somebody.") var programme: String?
        @Option(help: "Hide what rests on fewer people than this.") var suppress: Int?

        func validate() throws {
            let given: [Any?] = [trained, improved, improvedOf, averted, avertedLow, avertedHigh, calls]
            guard cost != nil || given.allSatisfy({ $0 == nil }) && years == 1 else {
                throw ValidationError("People, calls and --years given by hand go with --cost.")
            }
            guard cost == nil || programme == nil else { throw ValidationError("--programme goes without --cost.") }
            guard (avertedLow == nil) == (avertedHigh == nil), avertedLow == nil || averted != nil else {
                throw ValidationError("--averted-low and --averted-high go together, and with --averted.")
            }
            guard averted == nil || calls == nil else { throw ValidationError("Give --averted or --calls, not both.") }
            guard improvedOf == nil || improved != nil else {
                throw ValidationError("--improved-of goes with --improved.")
            }
            // A range of bounds that are no numbers, or the wrong way round, could not even be made.
            if let low = avertedLow, let high = avertedHigh, !(low <= high) {
                throw ValidationError("--averted-low \(low) must not be above --averted-high \(high).")
            }
            guard years > 0 else { throw ValidationError("--years \(years) must be above 0.") }
            do throws(CostRefusal) { try question(prices: []).check() } catch {
                throw ValidationError(error.description)
            }
        }

        func run() async throws {
            guard cost != nil else {
                let findings = try await options.run { office, actor in try await recorded(office, actor) }
                return options.output.show(text: findings.text, json: findings.json)
            }
            let reference = try ReferenceTables.read(from: try options.store.content.folder())
            var question = try question(prices: prices(among: reference.unitCosts))
            question.deflator = reference.deflator
            if let calls {
                let bytes = try InputFile.bytes(calls)
                do throws(CostRefusal) {
                    question.averted = try AvertedCalls(callsJSON: Data(bytes))
                } catch { throw Complaint.BadData(description: "\(calls): \(error.description)") }
            }
            let findings = try CostFindings(evaluating: question)
            options.output.show(text: findings.text, json: findings.json)
        }

        private func recorded(_ office: Office, _ actor: Actor) async throws -> CostFindings {
            var calls: CallsFindings?, why: String?
            do { calls = try await office.calls(by: actor) } catch let refusal as any Refusal {
                why = refusal.description
            }
            return try await office.cost(
                of: programme,
                terms: try question(prices: prices(among: office.reference.unitCosts)),
                confidence: try await office.confidence(by: actor),
                calls: calls,
                whyNoCalls: why,
                by: actor
            )
        }

        private func prices(among costs: [UnitCost]) throws -> [UnitPrice] {
            guard !unitCost.isEmpty else { return UnitPrice.usual(among: costs) }
            return try unitCost.map { try UnitPrice(parsing: $0, among: costs) }
        }

        private func question(prices: [UnitPrice]) throws(CostRefusal) -> CostQuestion {
            let interval = avertedLow.flatMap { low in
                avertedHigh.flatMap { low <= $0 && years > 0 ? low / years...$0 / years : nil }
            }
            return CostQuestion(
                pounds: cost,
                years: years,
                horizonYears: horizon,
                discountRate: discount,
                optimismBias: optimismBias,
                priceYear: priceYear,
                trained: trained,
                improved: improved.map { CostQuestion.Improved($0, of: improvedOf) },
                averted: averted.map { AvertedCalls(perYear: $0 / years, interval: interval) },
                unitCosts: prices,
                suppressBelow: suppress
            )
        }
    }
}

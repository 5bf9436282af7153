import ArgumentParser
import Evaluation
import Operations
import Programme

extension EvaluateCommand {
    /// The declared main question.
    struct Plan: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Declare the main question before anybody looks, and show what was declared.",
            subcommands: [Freeze.self, Show.self]
        )
    }
}

extension EvaluateCommand.Plan {
    struct Freeze: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Store outcome, waves, margin and missing-data rule with their SHA-256.",
            discussion: """
                From then on reports say "declared on DATE, before (or after) the first outcome was read". Another plan later \
                needs a reason; the first stays on record.
                """
        )
        @OptionGroup var options: ChangeOptions
        @Option(help: "The main outcome: an item's code, scale or scale:NAME.") var outcome = "scale:confidence"
        @Option(help: "The first wave.") var from = "pre"
        @Option(help: "The second wave.") var to = "followup-3"
        @Option(help: "Tested only when the main question shows a rise; none for nothing.")
        var keySecondary = "scale:willingness"
        @Option(
            help: "How much lower a follow-up may be than the day of the course and still count as lasting, in points."
        )
        var margin: Double?
        @Option(help: "The smallest mean change that would matter, in points.") var smallestChange: Double?
        @Option(help: "What is done about missing answers: complete_pairs.") var missingData = "complete_pairs"
        @Option(help: "Why this plan takes the place of an earlier one.") var reason: String?

        func validate() throws { _ = try plan() }

        func run() async throws {
            let plan = try plan()
            let declared = try await options.run { office, actor in
                try await office.freeze(plan, reason: reason, by: actor)
            }
            options.output.show(text: "\(options.prefix)\(declared.text)", json: declared.json)
        }

        private func plan() throws -> ConfidencePlan {
            guard let outcome = ConfidenceMeasure(name: outcome) else {
                throw ValidationError("--outcome \(outcome) is not an item's code, scale or scale:NAME.")
            }
            guard let first = Wave(name: from), let second = Wave(name: to) else {
                throw ValidationError("--from and --to are \(Wave.spelling).")
            }
            guard let rule = ConfidencePlan.MissingData(rawValue: missingData) else {
                throw ValidationError("--missing-data \(missingData) is not known; complete_pairs is.")
            }
            let plan = ConfidencePlan(
                outcome: outcome,
                from: first,
                to: second,
                keySecondary: keySecondary == "none" ? nil : ConfidenceMeasure(name: keySecondary),
                margin: margin,
                smallestChange: smallestChange,
                missingData: rule
            )
            if let fault = plan.fault { throw ValidationError(fault) }
            return plan
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The plan in force; as JSON it is a file for `evaluate confidence --responses FILE --plan`."
        )
        @OptionGroup var options: ReadOptions
        @Flag(help: "Earlier plans as well, the one in force first.") var all = false

        func run() async throws {
            let plans = try await options.run { office, actor in try await office.confidencePlans(by: actor) }
            guard let inForce = plans.first else { throw NoPlan() }
            let shown = all ? plans : [inForce]
            options.output.show(
                text: shown.map(\.text).joined(separator: "\n"),
                json: all ? .array(plans.map(\.json)) : inForce.json
            )
        }
    }
}

/// There is no plan to show.
private struct NoPlan: Refusal {
    var description: String { "No plan was declared. Declare one with \"evaluate plan freeze\" before anybody looks." }
}

extension DeclaredPlan {
    /// The plan in lines for a terminal.
    fileprivate var text: String {
        func points(_ value: Double?) -> String { value.map { "\($0) points" } ?? "none" }
        return """
            \(sentence)
            outcome           \(plan.outcome.name), from \(plan.from.name) to \(plan.to.name)
            behind it         \(plan.keySecondary?.name ?? "nothing")
            margin            \(points(plan.margin))
            smallest change   \(points(plan.smallestChange))
            missing answers   \(plan.missingData.rawValue)
            SHA-256           \(sha256)
            """
    }
}

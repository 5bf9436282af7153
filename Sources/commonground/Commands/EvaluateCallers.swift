import ArgumentParser
import Evaluation
import OpenData
import Operations
import Programme

extension EvaluateCommand {
    /// Frequent callers before and after.
    struct Callers: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Frequent callers before and after, beside what they would have called in any case.",
            discussion: """
                Without --callers the force extracts on record are evaluated: attendees linked to a caller ("people link-caller") \
                against the others. With it nothing but the file is read: columns \
                caller_id,month,count[,group,trained_on,exposed_days], a row for every month a person was exposed, zero included.
                """
        )
        @OptionGroup var options: ReadOptions
        @Option(help: "A callers.csv.", completion: .file()) var callers: String?
        @Option(help: "The first month after, YYYY-MM, for whoever has no trained_on.") var start: String?
        @Option(help: "Months before.") var monthsBefore = 12
        @Option(help: "Months after.") var monthsAfter = 12
        @Option(help: "Months from the start on that count on neither side.") var transition = 0
        @Option(help: "Calls before from which on somebody is a frequent caller; default everybody.") var threshold:
            Int?
        @Option(help: "Calls before below which nobody is in the file at all; default everybody is in it.")
        var tailFrom: Int?
        @Option(help: "A group that was trained; repeat for more; default \"trained\" and words like it.")
        var trainedGroup: [String] = []
        @Option(help: "The smallest fall that would matter, as a share.") var smallestFall = 0.05
        @Option(help: "How often people are resampled.") var resamples = 2000
        @Option(help: "The seed of the resampling.") var seed: UInt64 = 1
        @Option(help: "Hide what rests on fewer people or calls than this.") var suppress: Int?

        func validate() throws { _ = try reading() }

        func run() async throws {
            let reading = try reading()
            let findings: CallersFindings
            if let callers {
                findings = try CallersFindings(evaluating: try CallerSheet.read(.file(callers)), options: reading)
            } else {
                findings = try await options.run { office, actor in
                    try await office.callers(options: reading, by: actor)
                }
            }
            options.output.show(text: findings.text, json: findings.json)
        }

        private func reading() throws -> CallersOptions {
            let month = start.flatMap { Month($0) }
            if let start, month == nil { throw ValidationError("--start \(start) is not a month like 2026-03.") }
            let reading = CallersOptions(
                start: month,
                monthsBefore: monthsBefore,
                monthsAfter: monthsAfter,
                transitionMonths: transition,
                threshold: threshold,
                tailFrom: tailFrom,
                trainedGroups: trainedGroup,
                resamples: resamples,
                seed: seed,
                relevantFall: smallestFall,
                suppressBelow: suppress
            )
            do throws(CallersRefusal) { try reading.check() } catch { throw ValidationError(error.description) }
            return reading
        }
    }
}

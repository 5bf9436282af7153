import ArgumentParser
import Evaluation
import Figures
import FoundationEssentials
import OpenData
import Operations
import Programme
import Records
import Reports

extension EvaluateCommand {
    /// Confidence and willingness before, after and later.
    struct Confidence: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Matched changes in confidence and willingness.",
            discussion: """
                Without --responses the answers on record are evaluated. With it nothing but the file is read: columns \
                attendee_id,wave,item,score[,course_id,answered_on,area,category,trainer,mode,language].
                --scales is a CSV scale,item[,minimum_answered].
                """
        )
        @OptionGroup var options: ReadOptions
        @Option(help: "A responses.csv.", completion: .file()) var responses: String?
        @Option(help: "The scores allowed, as MIN...MAX, for example 0...10.") var scale: String?
        @Option(help: "An item worded the other way round; repeat for more; needs --scale.") var reverse: [String] = []
        @Option(help: "A scales.csv that names groups of items.", completion: .file()) var scales: String?
        @Option(help: "Items a person must have answered for a scale's mean; default all.") var minAnswered: Int?
        @Option(
            help: "How much lower a follow-up may be than the day of the course and still count as lasting, in points."
        )
        var margin: Double?
        @Option(help: "The smallest mean change that matters, in points; default half a standard deviation.")
        var smallestChange: Double?
        @Option(help: "A plan that was frozen, as `evaluate plan show --format json` writes it.", completion: .file())
        var plan: String?
        @Option(help: "The seed of the bootstrap.") var seed: UInt64 = 1
        @Option(help: "Hide what rests on fewer people than this.") var suppress: Int?
        @OptionGroup var reporting: ReportOptions

        func validate() throws {
            try reporting.validate(suppress: suppress)
            if let scale, ScoreRange(scale) == nil {
                throw ValidationError("--scale \(scale) is not a range like 0...10; give MIN...MAX with MIN below MAX.")
            }
            let isPlain = scale == nil && reverse.isEmpty && scales == nil && minAnswered == nil && plan == nil
            guard responses != nil || isPlain else {
                throw ValidationError("--scale, --reverse, --scales, --min-answered and --plan go with --responses.")
            }
        }

        func run() async throws {
            try reporting.check()
            guard let responses else {
                let findings = try await options.run { office, actor in
                    try await reporting.write { try await report(from: office, by: actor).html }
                    return try await office.confidence(
                        suppressBelow: suppress,
                        smallestChange: smallestChange,
                        margin: margin,
                        bootstrap: ConfidenceOptions.Bootstrap(seed: seed),
                        by: actor
                    )
                }
                return options.output.show(text: findings.text, json: findings.json)
            }
            let reading = try reading(), declared = try plan.map(declared)
            var answers = ResponseCollector(), lines: [Int32] = []
            try ResponseSheet.forEach(.file(responses)) { record, line in
                answers.add(record)
                lines.append(Int32(clamping: line))
            }
            let findings: ConfidenceFindings
            do throws(ConfidenceRefusal) {
                findings = try ConfidenceFindings(
                    evaluating: answers,
                    options: reading,
                    evidence: ConfidenceEvidence(plan: declared)
                )
            } catch {
                guard let row = error.row else { throw Complaint.BadData(description: error.description) }
                throw CSVFault(
                    file: responses,
                    line: Int(lines[row]),
                    column: error.column,
                    message: error.description
                )
            }
            try await reporting.write { try report(in: responses, reading, declared).html }
            options.output.show(text: findings.text, json: findings.json)
        }

        /// The report of the answers on record, suppressed as reports are.
        private func report(from office: Office, by actor: Actor) async throws -> ConfidenceReport {
            let bootstrap = ConfidenceOptions.Bootstrap(seed: seed)
            let told = reporting.suppression(suppress)
            let findings = try await office.confidence(
                suppressBelow: told,
                smallestChange: smallestChange,
                margin: margin,
                bootstrap: bootstrap,
                by: actor
            )
            let whole = try await office.confidence(by: actor)
            let record = try await office.answersOnRecord(by: actor)
            return ConfidenceReport(
                findings,
                origin: ReportOrigin(
                    answersOnRecord: record.answers,
                    fingerprint: DataFingerprint.of(record.answers),
                    version: ProgramVersion.current,
                    seed: seed
                ),
                distributions: whole.distributions,
                names: record.names,
                booked: FlowDiagram.Booked(people: record.booked.people, cancelled: record.booked.cancelled)
            )
        }

        /// The report of a file's answers, suppressed as reports are.
        private func report(
            in file: String,
            _ reading: ConfidenceOptions,
            _ plan: DeclaredPlan?
        ) throws -> ConfidenceReport {
            let answers = try ResponseSheet.read(.file(file))
            var collected = ResponseCollector()
            for answer in answers { collected.add(answer) }
            let evidence = ConfidenceEvidence(plan: plan)
            var (suppressed, whole) = (reading, reading)
            suppressed.suppressBelow = reporting.suppression(suppress)
            (whole.suppressBelow, whole.bootstrap) = (nil, nil)
            return ConfidenceReport(
                try ConfidenceFindings(evaluating: collected, options: suppressed, evidence: evidence),
                origin: ReportOrigin(
                    answers: answers,
                    file: file,
                    fingerprint: DataFingerprint.of(try InputFile.bytes(file)),
                    version: ProgramVersion.current,
                    seed: seed
                ),
                distributions: try ConfidenceFindings(evaluating: collected, options: whole, evidence: evidence)
                    .distributions
            )
        }

        private func declared(_ path: String) throws -> DeclaredPlan {
            let bytes = try InputFile.bytes(path)
            do throws(PlanFileRefusal) {
                return try DeclaredPlan(json: Data(bytes)) { ConfidencePlan.sha256(of: $0) }
            } catch {
                throw Complaint.BadData(description: "\(path): \(error.description)")
            }
        }

        private func reading() throws -> ConfidenceOptions {
            ConfidenceOptions(
                range: scale.flatMap { ScoreRange($0) },
                reversedItems: reverse,
                scales: try scales.map { try ScaleSheet.read(.file($0)) }?.map { scale in
                    ScaleDefinition(name: scale.name, items: scale.items, minimumAnswered: scale.minimumAnswered)
                } ?? [],
                minimumAnswered: minAnswered,
                smallestChange: smallestChange,
                margin: margin,
                suppressBelow: suppress,
                bootstrap: ConfidenceOptions.Bootstrap(seed: seed)
            )
        }
    }
}

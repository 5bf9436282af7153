import ArgumentParser
import Evaluation
import Figures
import FoundationEssentials
import OpenData
import Operations
import Programme
import Records
import Reports

/// What changed.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "What changed, from the database or from files, with n of N and what the design cannot show.",
        subcommands: [Confidence.self, Calls.self, Callers.self, Cost.self, Plan.self]
    )
}

extension FormatOptions {
    /// Prints findings that bring their own text and JSON.
    func show(text: String, json: JSONValue) {
        switch format {
        case .text: print(text)
        case .json: print(json.indented)
        }
    }
}

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

    /// Calls or recorded incidents before and after.
    struct Calls: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Counts before and after, by area, with gaps as gaps.",
            discussion: """
                Without --counts the counts on record are evaluated from the first run held in each area. With it nothing but \
                the files is read: counts.csv is area,month,count[,population].
                """
        )
        @OptionGroup var options: ReadOptions
        @Option(help: "A counts.csv.", completion: .file()) var counts: String?
        @Option(help: "A design.json.", completion: .file()) var design: String?
        @Option(
            help: "A counts.csv of a category that the course cannot touch; an effect there is a warning.",
            completion: .file()
        )
        var unaffected: String?
        @Option(help: "Hide counts below this.") var suppress: Int?
        @OptionGroup var reporting: ReportOptions

        func validate() throws {
            try reporting.validate(suppress: suppress)
            guard counts == nil || design != nil else {
                throw ValidationError(
                    "--counts needs --design, a JSON file that names the treated areas and their start."
                )
            }
            guard unaffected == nil || counts != nil else {
                throw ValidationError(
                    "--unaffected goes with --counts; for the counts on record name an \"unaffected_category\" in the design."
                )
            }
        }

        func run() async throws {
            try reporting.check()
            let plan = try design.map { try CallsDesign(json: Data(try InputFile.bytes($0))) }
            guard let counts else {
                let findings = try await options.run { office, actor in
                    let evidence = try await office.callsEvidence(withSecondary: true, by: actor)
                    try await reporting.write { try await report(evidence, plan, from: office, by: actor).html }
                    return try await self.findings(
                        evidence,
                        plan,
                        suppressBelow: suppress,
                        from: office,
                        by: actor
                    )
                }
                return options.output.show(text: findings.text, json: findings.json)
            }
            let rows = try CountSheet.readRows(.file(counts))
            let other = try unaffected.map { file in
                let rows = try CountSheet.readRows(.file(file))
                return try checked(rows, of: file) { counts throws(CallsRefusal) in
                    try UnaffectedCounts(name: file, counts: counts)
                }
            }
            let findings = try self.findings(rows, of: counts, plan, other, suppressBelow: suppress)
            try await reporting.write {
                let origin = ReportOrigin(
                    counts: rows.map(\.record),
                    file: counts,
                    fingerprint: DataFingerprint.of(try InputFile.bytes(counts)),
                    version: ProgramVersion.current
                )
                let told = reporting.suppression(suppress)
                return CallsReport(
                    try self.findings(rows, of: counts, plan, other, suppressBelow: told),
                    origin: origin
                ).html
            }
            options.output.show(text: findings.text, json: findings.json)
        }

        private func findings(
            _ rows: [CountSheet.Row],
            of file: String,
            _ plan: CallsDesign?,
            _ other: UnaffectedCounts?,
            suppressBelow least: Int?
        ) throws -> CallsFindings {
            var reading = CallsOptions(suppressBelow: least)
            reading.unaffected = other
            return try checked(rows, of: file) { counts throws(CallsRefusal) in
                try CallsFindings(evaluating: counts, design: plan ?? CallsDesign(), options: reading)
            }
        }

        /// What is made of a file's counts; a row at fault is named with its line.
        private func checked<Value>(
            _ rows: [CountSheet.Row],
            of file: String,
            _ make: ([AreaMonthCount]) throws(CallsRefusal) -> Value
        ) throws -> Value {
            do throws(CallsRefusal) {
                return try make(rows.map(\.record))
            } catch {
                guard let row = error.row else { throw error }
                throw CSVFault(file: file, line: rows[row].line, column: error.column, message: error.description)
            }
        }

        /// The findings of the counts on record, the primary change in confidence beside them.
        private func findings(
            _ evidence: CallsEvidence,
            _ plan: CallsDesign?,
            suppressBelow least: Int?,
            from office: Office,
            by actor: Actor
        ) async throws -> CallsFindings {
            // Answers that cannot be evaluated are no reason to say nothing about the counts.
            let confidence = try? await office.confidence(suppressBelow: least, by: actor)
            return try await office.calls(
                evidence,
                design: plan,
                suppressBelow: least,
                companions: [confidence.flatMap { CompanionOutcome($0) }].compactMap { $0 },
                by: actor
            )
        }

        /// The report of the counts on record, suppressed as reports are.
        private func report(
            _ evidence: CallsEvidence,
            _ plan: CallsDesign?,
            from office: Office,
            by actor: Actor
        ) async throws -> CallsReport {
            let told = reporting.suppression(suppress)
            let origin = ReportOrigin(
                countsOnRecord: evidence.counts,
                fingerprint: DataFingerprint.of(evidence.counts),
                version: ProgramVersion.current
            )
            return CallsReport(
                try await findings(evidence, plan, suppressBelow: told, from: office, by: actor),
                origin: origin
            )
        }
    }
}

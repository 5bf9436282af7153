import ArgumentParser
import Evaluation
import FoundationEssentials
import OpenData
import Operations
import Programme
import Records
import Reports

extension EvaluateCommand {
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

import ArgumentParser
import Operations
import Programme

/// The register of certificates.
struct CertificatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificates",
        abstract: "Typeset, issue, reissue, verify and revoke certificates.",
        subcommands: [
            Typeset.self, Issue.self, Reissue.self, Show.self, Verify.self, Revoke.self, Preview.self, Keys.self,
        ]
    )

    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Issue to everybody on a run's register who earned one, and write the PDFs."
        )
        @OptionGroup var options: ChangeOptions
        @OptionGroup var batch: BatchOptions
        @Option(help: "The run's number.") var run: ID<Run>
        @Option(help: "The design.") var design = PressRoom.usualDesign

        func run() async throws {
            if !options.dryRun { try batch.requirePlace() }
            let (report, files) = try await options.run { office, actor in
                let report = try await office.issueCertificates(run: run, design: design, by: actor)
                guard !options.dryRun else { return (report, [String]()) }
                let title = "\(report.run.title), \(report.run.starts.date)"
                for certificate in report.issued {
                    Terminal.tellTakenOut(of: certificate.facts.givenName, at: certificate.facts.number.description)
                }
                var rest = report.issued[...]
                let files = try await batch.output.write(
                    { rest.popFirst() },
                    presses: office.presses,
                    printing: design,
                    title: { _ in title },
                    typeset: { issued in
                        let bytes = try office.pdf(of: issued)
                        return TypesetCertificate(facts: issued.facts, design: issued.design, bytes: bytes)
                    }
                )
                return (report, files)
            }
            try options.output.show(IssueView(report, files: files)) {
                let new = report.issued.count { $0.isNew }
                let lines = report.notIssued.map { "Not issued: \($0.reason)" }
                let summary =
                    "\(options.prefix)\(new) issued now, \(report.issued.count - new) issued before, "
                    + "\(report.notIssued.count) not issued, of \(report.issued.count + report.notIssued.count) on the register."
                let written = options.dryRun ? [] : batch.written(files)
                return ([summary] + lines + written).joined(separator: "\n")
            }
        }
    }
}

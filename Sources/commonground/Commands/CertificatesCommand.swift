import ArgumentParser
import CertificateWriter
import FoundationEssentials
import Material
import OpenData
import Operations
import Programme
import Records

/// The register of certificates.
struct CertificatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificates",
        abstract: "Typeset, issue, reissue, verify and revoke certificates.",
        subcommands: [
            Typeset.self, Issue.self, Reissue.self, Verify.self, Revoke.self, Preview.self, Keys.self,
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
            let (report, files) = try await options.run { office, actor in
                let report = try await office.issueCertificates(run: run, design: design, by: actor)
                guard !options.dryRun else { return (report, [String]()) }
                let title = "\(report.run.title), \(report.run.starts.date)"
                let certificates = report.issued.map { BatchCertificate($0) }
                return (
                    report,
                    try batch.output.write(certificates, presses: office.presses, printing: design, title: title)
                )
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

    struct Preview: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write a PDF of a design with made-up facts.")
        @OptionGroup var content: ContentOptions
        @Option(help: "The design.") var design = PressRoom.usualDesign
        @Option(help: "The name to show.") var name = "Siân Llŷr ap Gwŷdd"
        @Option(help: "The language of the name.") var language: String?
        @Option(help: "The file to write; default DESIGN.pdf.", completion: .file()) var output: String?

        func run() async throws {
            let press = try PressRoom(folder: try content.folder()).press(design)
            let facts = try press.facts(
                for: CertificateRecipient(
                    name: name,
                    course: "Defusing conflict and anti-social behaviour",
                    dates: [CalendarDate(year: 2026, month: 3, day: 14)].compactMap { $0 },
                    contactMinutes: 345,
                    trainers: ["Made-up Trainer"],
                    area: "Milton Keynes",
                    language: language,
                    outcomes: ["judge risk and choose to act, wait or leave", "open, listen and lower the heat"],
                    venue: "Made-up Hall",
                    provider: "Made-up Charity"
                ),
                site: "https://commonground.invalid"
            )
            let path = output ?? "\(design).pdf"
            try OutputFile.write(try press.certificate(for: facts), to: path)
            print(path)
        }
    }
}

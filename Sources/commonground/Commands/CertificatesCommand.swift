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
        abstract: "Typeset, issue, verify and revoke certificates.",
        subcommands: [Typeset.self, Issue.self, Verify.self, Revoke.self, Preview.self]
    )

    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Issue to everybody on a run's register who earned one, and write the PDFs."
        )
        @OptionGroup var options: ChangeOptions
        @Option(help: "The run's number.") var run: ID<Run>
        @Option(help: "The folder for the PDFs.", completion: .directory) var output: String
        @Option(help: "The design.") var design = PressRoom.usualDesign

        func run() async throws {
            let (report, files) = try await options.run { office, actor in
                let report = try await office.issueCertificates(run: run, design: design, by: actor)
                guard !options.dryRun else { return (report, [String]()) }
                let folder = try OutputFolder(output)
                let files = try report.issued.enumerated().map { index, certificate in
                    let name = CertificateFile.name(row: index + 1, certificate.facts.number)
                    try folder.write(try office.pdf(of: certificate), to: name)
                    return name
                }
                return (report, files)
            }
            try options.output.show(IssueView(report, files: files)) {
                let new = report.issued.count { $0.isNew }
                let lines = report.notIssued.map { "Not issued: \($0.reason)" }
                let summary =
                    "\(options.prefix)\(new) issued now, \(report.issued.count - new) issued before, "
                    + "\(report.notIssued.count) not issued, of \(report.issued.count + report.notIssued.count) on the register."
                return ([summary] + lines + files.map { "\(output)/\($0)" }).joined(separator: "\n")
            }
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What anybody may learn of a certificate by its number, or whether a PDF is the one issued."
        )
        @OptionGroup var options: ReadOptions
        @Argument(help: "A number, typed forgivingly, or a PDF file.", completion: .file()) var code: String

        func run() async throws {
            let isFile = code.lowercased().hasSuffix(".pdf")
            let bytes = isFile ? try InputFile.bytes(code) : []
            let standing = try await options.run { office, _ in
                isFile
                    ? try await office.standing(ofFile: bytes, named: code)
                    : try await office.standing(ofCertificate: code)
            }
            try options.output.show(StandingView(standing)) { StandingView(standing).text }
            guard standing.status == .valid || standing.status == .expired else { throw ExitCode(1) }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a certificate back.")
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The number.") var code: String
        @Option(help: "Why; it stays on record.") var reason: String

        func run() async throws {
            let standing = try await options.run { office, actor in
                try await office.revokeCertificate(code, reason: reason, by: actor)
            }
            try options.output.show(StandingView(standing)) { "\(options.prefix)\(standing.number) is revoked." }
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
            try OutputFolder.write(try press.certificate(for: facts), to: path)
            print(path)
        }
    }
}

/// Names of certificate files.
enum CertificateFile {
    /// `00001-CG-….pdf`, in row order.
    static func name(row: Int, _ number: CertificateNumber) -> String {
        let digits = String(row)
        return String(repeating: "0", count: max(0, 5 - digits.count)) + digits + "-\(number).pdf"
    }
}

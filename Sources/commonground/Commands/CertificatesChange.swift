import ArgumentParser
import Operations
import Programme

extension CertificatesCommand {
    /// A new version under the same number.
    struct Reissue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Issue a certificate again from what the register says now, as the next version under its number.",
            discussion: """
                For a register or a name that was corrected, or a certificate that was revoked by mistake. Whatever was \
                printed before verifies as superseded. To correct a name, use "people correct-name": it reissues by itself.
                """
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The number.") var code: String
        @Option(help: "Why; it stays on record.") var reason: String
        @Option(help: "The file to write; default NUMBER.pdf.", completion: .file()) var output: String?

        func run() async throws {
            if let output { try OutputFile.check(output) }
            let (issued, path) = try await options.run { office, actor in
                let issued = try await office.reissueCertificate(code, reason: reason, by: actor)
                let path = output ?? "\(issued.facts.number).pdf"
                if !options.dryRun { try OutputFile.write(try office.pdf(of: issued), to: path) }
                return (issued, path)
            }
            let number = issued.facts.number.description
            try options.output.show(ReissueView(number: number, version: issued.facts.version, file: path)) {
                "\(options.prefix)\(number) is issued again as version \(issued.facts.version)."
                    + (options.dryRun ? "" : "\n\(path)")
            }
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
}

/// A reissue as JSON shows it.
private struct ReissueView: Encodable {
    let number: String
    let version: Int
    let file: String
}

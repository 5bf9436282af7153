import ArgumentParser
import Operations
import Programme

extension CertificatesCommand {
    /// All that is on record of a certificate.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every version of a certificate with its holder, reasons, key and fonts; for staff."
        )
        @OptionGroup var options: ReadOptions
        @Argument(help: "The number.") var code: String

        func run() async throws {
            let versions = try await options.run { office, actor in
                try await office.certificateVersions(code, by: actor)
            }
            try options.output.show(versions.map(VersionView.init)) {
                versions.map { version in
                    let facts = version.facts
                    let lines = [
                        "\(facts.number) version \(facts.version) is \(version.standing.status.rawValue): \(facts.name)",
                        "  issued \(facts.issuedOn), design \(version.design), key \(version.key ?? "none")",
                        version.reissueReason.flatMap { $0.isEmpty ? nil : "  reissued: \($0)" },
                        version.revokedReason.map { "  revoked: \($0)" },
                    ]
                    let fonts = version.fonts.map { "  font \($0.file), face \($0.index), SHA-256 \($0.sha256)" }
                    return (lines.compactMap { $0 } + fonts).joined(separator: "\n")
                }.joined(separator: "\n")
            }
        }
    }
}

/// One version as JSON shows it.
private struct VersionView: Encodable {
    let number: String
    let version: Int
    let status: String
    let name: String
    let issuedOn: String
    let design: String
    let key: String?
    let reissueReason: String?
    let revokedReason: String?
    let fonts: [RecordedFont]

    init(_ of: CertificateVersion) {
        (number, version) = (of.facts.number.description, of.facts.version)
        (status, name, issuedOn) = (of.standing.status.rawValue, of.facts.name, of.facts.issuedOn.description)
        (design, key, fonts) = (of.design, of.key, of.fonts)
        (reissueReason, revokedReason) = (of.reissueReason, of.revokedReason)
    }
}

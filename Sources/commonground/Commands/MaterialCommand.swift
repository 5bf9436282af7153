import ArgumentParser
import CertificateWriter
import Material

/// The material itself.
struct MaterialCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "material",
        abstract: "CourseMaterial and Certificates.",
        subcommands: [Check.self]
    )

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Name every fault with file and line.")
        @OptionGroup var content: ContentOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let folder = try content.folder()
            let check = MaterialCheck.ofEverything(in: folder)
            let notices = CertificateMaterial.notices(in: folder) { FontFingerprint.sha256(ofFile: $0) }
            let found = check.faults + CertificateMaterial.fontFaults(in: folder, reason: \.fault)
            let faults = found.map { FaultView(file: $0.file, line: $0.line, message: $0.message) }
            let views = notices.map { FaultView(file: $0.file, line: $0.line, message: $0.message) }
            try output.show(CheckView(faults: faults, notices: views, summary: check.summary)) {
                let told = notices.map(\.description)
                return (told + (found.isEmpty ? check.summary + ["No faults."] : [])).joined(separator: "\n")
            }
            guard found.isEmpty else { throw MaterialFaults(found) }
        }
    }
}

/// What was found, as JSON shows it.
private struct CheckView: Encodable {
    let faults: [FaultView]
    let notices: [FaultView]
    let summary: [String]
}

private struct FaultView: Encodable {
    let file: String
    let line: Int?
    let message: String
}

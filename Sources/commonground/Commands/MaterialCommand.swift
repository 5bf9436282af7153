import ArgumentParser
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
            let check = MaterialCheck.ofEverything(in: try content.folder())
            let faults = check.faults.map { FaultView(file: $0.file, line: $0.line, message: $0.message) }
            try output.show(CheckView(faults: faults, summary: check.summary)) {
                check.faults.isEmpty ? check.summary.joined(separator: "\n") + "\nNo faults." : ""
            }
            guard check.faults.isEmpty else { throw MaterialFaults(check.faults) }
        }
    }
}

/// What was found, as JSON shows it.
private struct CheckView: Encodable {
    let faults: [FaultView]
    let summary: [String]
}

private struct FaultView: Encodable {
    let file: String
    let line: Int?
    let message: String
}

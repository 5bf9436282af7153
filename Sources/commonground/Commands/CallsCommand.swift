import ArgumentParser
import FoundationEssentials
import Operations
import Programme

/// Police data.
struct CallsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls",
        abstract: "Police files and counts.",
        subcommands: [Import.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take in police.uk street files, folders of them, or a counts.csv: everything or nothing.",
            discussion: """
                The same file twice changes nothing; another edition of a month replaces the earlier one and says so. \
                Contains public sector information licensed under the Open Government Licence v3.0.
                """
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "Files and folders.", completion: .file()) var paths: [String]
        @Option(help: "An areas.csv with areas of your own definition.", completion: .file()) var areas: String?

        func run() async throws {
            let terminal = Terminal.isStandardErrorATerminal
            let imports = try await options.run(creating: true) { office, actor in
                try await office.importCounts(paths, areas: areas, by: actor) { path in
                    if terminal { Terminal.say("reading \(path)") }
                }
            }
            try options.output.show(imports.map(ImportedView.init)) {
                var columns = TextColumns("force", "month", "state", "rows", "ASB", "without place")
                for file in imports {
                    columns.add(
                        file.force,
                        file.month.description,
                        file.state.rawValue,
                        "\(file.rows)",
                        "\(file.incidents)",
                        "\(file.unallocated)"
                    )
                }
                let notes = imports.flatMap { file in file.notes.map { "\(file.force) \(file.month): \($0)" } }
                return ([options.prefix + columns.text] + notes).joined(separator: "\n")
            }
        }
    }
}

/// An imported file as JSON shows it.
private struct ImportedView: Encodable {
    let path: String
    let force: String
    let month: String
    let state: String
    let rows: Int
    let incidents: Int
    let unallocated: Int
    let notes: [String]

    init(_ of: CountImport) {
        (path, force, month, state) = (of.path, of.force, of.month.description, of.state.rawValue)
        (rows, incidents, unallocated, notes) = (of.rows, of.incidents, of.unallocated, of.notes)
    }
}

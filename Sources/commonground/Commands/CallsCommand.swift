import ArgumentParser
import FoundationEssentials
import Operations
import Programme

/// Police data.
struct CallsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls",
        abstract: "Police files and counts.",
        subcommands: [Import.self, Quality.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Take in police.uk street files, folders or zip archives of them, or a counts.csv: everything or nothing.",
            discussion: """
                The same file twice changes nothing; another edition of a month replaces the earlier one and says so. \
                Contains public sector information licensed under the Open Government Licence v3.0.
                """
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "Files, folders and zip archives.", completion: .file()) var paths: [String]
        @Option(help: "An areas.csv with areas of your own definition.", completion: .file()) var areas: String?
        @Option(
            help: "The files are a force's own incident extracts; this YAML or JSON file says what their columns mean.",
            completion: .file()
        )
        var extract: String?

        func validate() throws {
            guard extract == nil || areas == nil else {
                throw ValidationError("--areas is for police.uk and counts files; an extract names its areas itself.")
            }
        }

        func run() async throws {
            let terminal = Terminal.isStandardErrorATerminal
            let imports = try await options.run(creating: true) { office, actor in
                if let extract { return try await office.importExtracts(paths, mapping: extract, by: actor) }
                return try await office.importCounts(paths, areas: areas, by: actor) { path in
                    if terminal { Terminal.say(path) }
                }
            }
            try options.output.show(imports.map(ImportedView.init)) {
                let counted = extract == nil ? "ASB" : "calls"
                var columns = TextColumns("force", "month", "state", "rows", counted, "without place")
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
                let notes = imports.flatMap { file in
                    file.notes.map { "\(file.force) \(file.month): \($0)" } + file.malformedRows
                }
                return ([options.prefix + columns.text] + notes).joined(separator: "\n")
            }
        }
    }

    struct Quality: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What to know about the police.uk files on record: gaps, months that stand out, rows left out.",
            discussion: "Months that stand out are listed for a human to judge and never dropped."
        )
        @OptionGroup var options: ReadOptions

        func run() async throws {
            let report = try await options.run { office, actor in try await office.countQuality(by: actor) }
            try options.output.show(QualityView(report)) { QualityView.text(report) }
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
    let malformedRows: [String]

    init(_ of: CountImport) {
        (path, force, month, state) = (of.path, of.force, of.month.description, of.state.rawValue)
        (rows, incidents, unallocated, notes) = (of.rows, of.incidents, of.unallocated, of.notes)
        malformedRows = of.malformedRows
    }
}

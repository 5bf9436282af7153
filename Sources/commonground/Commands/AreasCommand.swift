import ArgumentParser
import FoundationEssentials
import Material
import Operations
import Programme

/// Policing areas.
struct AreasCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "areas",
        abstract: "Policing areas of every time, and the postcode look-up.",
        subcommands: [List.self, Postcodes.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The areas of a day, by force.")
        @OptionGroup var content: ContentOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "Only this police force.") var force: String?
        @Option(help: "The day; default every time.") var on: CalendarDate?

        func run() async throws {
            let catalogue = try ReferenceTables.read(from: try content.folder()).areas
            let chosen = try force.map { try catalogue.force(named: $0).code }
            let areas = catalogue.areas.filter { area in
                (chosen == nil || area.force == chosen) && (on.map { area.validity.contains($0) } ?? true)
            }
            try output.show(areas.map(AreaView.init)) {
                var columns = TextColumns("code", "force", "validity", "name")
                for area in areas {
                    columns.add(area.code.rawValue, area.force.rawValue, "\(area.validity)", area.name)
                }
                return columns.text
            }
        }
    }

    struct Postcodes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take in a postcode look-up with the columns pcds and lsoa21 or lsoa11.",
            discussion: "With it a postcode typed in a booking becomes a small area at once and is itself dropped."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The file.", completion: .file()) var file: String

        func run() async throws {
            let count = try await options.run(creating: true) { office, actor in
                try await office.importPostcodes(file, by: actor)
            }
            try options.output.show(["postcodes": count]) { "\(options.prefix)\(count) postcodes can be looked up." }
        }
    }
}

/// An area as JSON shows it.
private struct AreaView: Encodable {
    let code: String
    let name: String
    let force: String
    let from: String?
    let to: String?

    init(_ of: PolicingArea) {
        (code, name, force) = (of.code.rawValue, of.name, of.force.rawValue)
        (from, to) = (of.validity.from?.description, of.validity.to?.description)
    }
}

import ArgumentParser
import FoundationEssentials
import Material
import Operations
import Programme

/// Policing areas.
struct AreasCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "areas",
        abstract: "Policing areas of every time, and look-ups of places, residents and postcodes.",
        subcommands: [List.self, LookUp.self, Postcodes.self]
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

extension AreasCommand {
    struct LookUp: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "look-up",
            abstract: "Take in look-ups of the Office for National Statistics, of any edition, by their columns.",
            discussion: """
                LSOA to district, LSOA 2011 to 2021 (exact or best fit), district to community safety partnership and police \
                force area, and mid-year population of LSOAs or districts, as CSV. Contains public sector information \
                licensed under the Open Government Licence v3.0.
                """
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The files.", completion: .file()) var files: [String]
        @Option(help: "The year of a population estimate whose file does not say it.") var year: Int?

        func run() async throws {
            let imports = try await options.run(creating: true) { office, actor in
                try await office.importLookUps(files, year: year, by: actor)
            }
            try options.output.show(imports.map(LookUpView.init)) {
                var columns = TextColumns("districts", "2011 to 2021", "partnerships", "populations", "file")
                for file in imports {
                    columns.add(
                        "\(file.districts)",
                        "\(file.successions)",
                        "\(file.partnerships)",
                        "\(file.populations)",
                        file.path
                    )
                }
                let unmatched = imports.last?.unmatched ?? []
                guard !unmatched.isEmpty else { return options.prefix + columns.text }
                let first = unmatched.prefix(10).joined(separator: ", ")
                return options.prefix + columns.text
                    + "\n\(unmatched.count) small areas of the counts are in no look-up: \(first)\(unmatched.count > 10 ? ", …" : "")."
            }
        }
    }
}

/// A look-up as JSON shows it.
private struct LookUpView: Encodable {
    let path: String
    let districts: Int
    let successions: Int
    let partnerships: Int
    let populations: Int
    let unmatched: [String]

    init(_ of: LookUpImport) {
        (path, districts, successions) = (of.path, of.districts, of.successions)
        (partnerships, populations, unmatched) = (of.partnerships, of.populations, of.unmatched)
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

import ArgumentParser
import FoundationEssentials
import OpenData
import Operations
import Programme
import Records

/// Answers.
struct SurveysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "surveys",
        abstract: "Survey links, and answers in and out of files.",
        subcommands: [Import.self, Export.self, Links.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take answers in from a responses.csv; attendee_id is a booking's code or number."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The file.", completion: .file()) var file: String

        func run() async throws {
            let rows = try ResponseSheet.readRows(.file(file))
            let result = try await options.run { office, actor in
                do {
                    return try await office.importResponses(rows.map(\.record), by: actor)
                } catch let refusal as RowRefusal {
                    throw CSVFault(file: file, line: rows[refusal.row].line, message: refusal.reason)
                }
            }
            try options.output.show(ImportView(rows: result.rows, responses: result.responses, missing: result.missing))
            {
                "\(options.prefix)\(result.rows) answers of \(result.responses) surveys taken in, \(result.missing) of them missing."
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every scored answer as responses.csv, without names or free text."
        )
        @OptionGroup var options: ReadOptions

        func run() async throws {
            let records = try await options.run { office, actor in try await office.exportResponses(by: actor) }
            print(ResponseSheet.text(of: records), terminator: "")
        }
    }

    struct Links: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "A private survey link for each person with a place.")
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The run's number.") var run: ID<Run>

        func run() async throws {
            let links = try await options.run { office, actor in
                try await office.surveyLinks(of: run, by: actor).map { link in
                    LinkView(
                        booking: link.line.booking.rawValue,
                        reference: link.line.reference,
                        name: link.line.name.text,
                        link: "\(office.publicAddress)/surveys/\(link.token)"
                    )
                }
            }
            try options.output.show(links) {
                var columns = TextColumns("code", "link", "name")
                for link in links { columns.add(link.reference, link.link, link.name) }
                return columns.text
            }
        }
    }
}

private struct ImportView: Encodable {
    let rows: Int
    let responses: Int
    let missing: Int
}

private struct LinkView: Encodable {
    let booking: Int64
    let reference: String
    let name: String
    let link: String
}

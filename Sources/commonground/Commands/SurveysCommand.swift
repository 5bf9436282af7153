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
        abstract:
            "Answers in and out of files, keyed from paper, corrected and keyed twice; links, and who has answered.",
        subcommands: [
            Import.self, Export.self, Links.self, Key.self, DoubleEntry.self, Disagreements.self, Settle.self,
            Correct.self, Show.self, Note.self, Flow.self, EraseWords.self,
        ]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take answers in from a responses.csv; attendee_id is a booking's code or number."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The file.", completion: .file()) var file: String
        @Option(
            help:
                "Why answers on record may be corrected by the file; without it a file that says otherwise is refused."
        )
        var reason: String?

        func run() async throws {
            let rows = try ResponseSheet.readRows(.file(file))
            let result = try await options.run { office, actor in
                do {
                    return try await office.importResponses(rows.map(\.record), reason: reason, by: actor)
                } catch let refusal as RowRefusal {
                    throw CSVFault(file: file, line: rows[refusal.row].line, message: refusal.reason)
                }
            }
            let view = ImportView(
                rows: result.rows,
                responses: result.responses,
                missing: result.missing,
                corrected: result.corrected
            )
            try options.output.show(view) {
                let corrected = result.corrected == 0 ? "" : ", \(result.corrected) on record corrected"
                return
                    "\(options.prefix)\(result.rows) answers of \(result.responses) surveys taken in, \(result.missing) of them missing\(corrected)."
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every scored answer as responses.csv, without names or free text."
        )
        @OptionGroup var options: ReadOptions
        @Option(
            help: "Write the words people wrote themselves to this file as well; they need a right of their own.",
            completion: .file()
        )
        var withFreeText: String?
        @Option(
            help: "Write the answers that were chosen, not scored, to this file as well, each with what it counts as.",
            completion: .file()
        )
        var withChoices: String?

        func run() async throws {
            for file in [withFreeText, withChoices] { if let file { try OutputFile.check(file) } }
            let records = try await options.run { office, actor in
                let records = try await office.exportResponses(by: actor)
                if let withFreeText {
                    try OutputFile.write(
                        WordsSheet.bytes(of: try await office.exportWords(by: actor)),
                        to: withFreeText
                    )
                }
                if let withChoices {
                    let choices = try await office.exportChoices(by: actor)
                    try OutputFile.write(ChoiceSheet.bytes(of: choices), to: withChoices)
                }
                return records
            }
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

/// The words people wrote themselves, with what may be done with them.
private enum WordsSheet {
    static func bytes(of words: [StoredWords]) -> [UInt8] {
        var writer = CSVWriter(header: ["attendee_id", "wave", "item", "text", "may_quote", "kept_until"])
        for one in words {
            writer.write([
                .text(one.attendee), .text(one.wave.name), .text(one.item), .text(one.text),
                .text(one.mayQuote ? "yes" : "no"), CSVCell(one.keptUntil?.description),
            ])
        }
        return writer.bytes
    }
}

/// Answers that were chosen: safety questions, the last ninety days, use of skills.
private enum ChoiceSheet {
    static func bytes(of choices: [ChoiceRecord]) -> [UInt8] {
        var writer = CSVWriter(header: ["attendee_id", "wave", "item", "choice", "score"])
        for one in choices {
            writer.write([
                .text(one.attendee), .text(one.wave.name), .text(one.item), .text(one.choice),
                one.score.map(CSVCell.number) ?? .empty,
            ])
        }
        return writer.bytes
    }
}

private struct ImportView: Encodable {
    let rows: Int
    let responses: Int
    let missing: Int
    let corrected: Int
}

private struct LinkView: Encodable {
    let booking: Int64
    let reference: String
    let name: String
    let link: String
}

import ArgumentParser
import OpenData
import Operations
import Programme

extension BookingsCommand {
    /// Many bookings from a file.
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Book everybody in a bookings.csv, all or nobody.",
            discussion: "Columns: name,email,phone,role,language,access_needs,source; only name is needed."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The file.", completion: .file()) var file: String
        @Option(help: "The run's number.") var run: ID<Run>

        func run() async throws {
            let rows = try BookingSheet.read(.file(file))
            let requests = try rows.map { row throws in
                do {
                    return try request(row)
                } catch let refusal as any Refusal {
                    throw CSVFault(file: file, line: row.line, message: refusal.description)
                }
            }
            let receipts = try await options.run { office, actor in
                do {
                    return try await office.book(requests, on: run, by: actor)
                } catch let refusal as RowRefusal {
                    throw CSVFault(file: file, line: rows[refusal.row].line, message: refusal.reason)
                }
            }
            try options.output.show(receipts.map { BookingView($0.entry) }) {
                let waiting = receipts.count { $0.outcome != .confirmed }
                return "\(options.prefix)\(receipts.count) people booked on run \(run): "
                    + "\(receipts.count - waiting) with a place, \(waiting) waiting."
            }
        }

        private func request(_ row: BookingSheet.Row) throws -> BookingRequest {
            BookingRequest(
                name: try PersonName(parsing: row.name),
                email: try row.email.map(EmailAddress.init(parsing:)),
                telephone: try row.phone.map(TelephoneNumber.init(parsing:)),
                language: row.language,
                role: try row.role.map(CommunityRole.init(parsing:)) ?? .ratherNotSay,
                source: BookingSource(word: row.source ?? "staff"),
                accessNeeds: row.accessNeeds ?? ""
            )
        }
    }
}

import ArgumentParser
import CertificateWriter
import FoundationEssentials
import OpenData
import Operations
import Programme

extension CertificatesCommand {
    /// PDFs without a database.
    struct Typeset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Typeset certificates from a recipients.csv, without a database.",
            discussion: """
                Columns: name,course,date,hours,trainer,area[,language,outcomes,number,venue,provider]; several days, trainers or \
                outcomes are separated by |. Writes NNNNN-NUMBER.pdf in row order and index.csv (row,number,file,sha256) into a folder or a zip file. \
                Every row is read and every name checked before anything is written.
                """
        )
        @OptionGroup var content: ContentOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var batch: BatchOptions
        @Option(help: "The design.") var design = PressRoom.usualDesign
        @Option(help: "A recipients.csv.", completion: .file()) var recipients: String
        @Option(name: .customLong("public-url"), help: "The site's address in QR codes (or COMMONGROUND_PUBLIC_URL).")
        var publicURL: String?

        func run() async throws {
            let presses = PressRoom(folder: try content.folder())
            let press = try presses.press(design)
            let rows = try RecipientSheet.read(.file(recipients))
            let facts = try await facts(for: rows, press: press)
            try refuseRepeats(of: facts.map(\.number), rows)
            let title = "Certificates: \(facts.first?.course ?? "none")"
            let certificates = facts.map { BatchCertificate(facts: $0, design: design) }
            let files = try await batch.output.write(certificates, presses: presses, printing: design, title: title)
            try output.show(["certificates": facts.count]) {
                let place = [batch.place, batch.merged].compactMap { $0 }.joined(separator: " and ")
                let index = files.isEmpty ? "" : " and index.csv"
                return "\(facts.count) certificates\(index) are in \(place)."
            }
        }

        /// What each row asks for, read and its name tried on every worker; the first row at fault is named.
        private func facts(for rows: [RecipientSheet.Row], press: CertificatePress) async throws -> [CertificateFacts] {
            var equal: [CertificateRecipient: Int] = [:]
            let asked = try rows.map { row in
                do {
                    var recipient = try row.recipient()
                    let before = equal[recipient, default: 0]
                    equal[recipient] = before + 1
                    recipient.equalRowsBefore = before
                    return recipient
                } catch let refusal as CertificateRecipient.InvalidCell {
                    throw CSVFault(file: recipients, line: row.line, column: refusal.column, message: refusal.message)
                }
            }
            let (file, site) = (recipients, address())
            var facts: [CertificateFacts] = []
            try await Batch(workers: batch.output.workers).run(
                count: asked.count,
                make: { position in
                    do {
                        return try press.facts(for: asked[position], site: site)
                    } catch let refusal as CertificateRefusal {
                        throw CSVFault(
                            file: file,
                            line: rows[position].line,
                            column: refusal.column,
                            message: refusal.description
                        )
                    }
                },
                each: { facts.append($1) }
            )
            return facts
        }

        /// The address given, or one that leads nowhere, with a warning.
        private func address() -> String {
            let given = publicURL ?? ProcessInfo.processInfo.environment["COMMONGROUND_PUBLIC_URL"] ?? ""
            guard given.isEmpty else { return given }
            Terminal.say(
                "Warning: without --public-url the QR codes lead to https://commonground.invalid, which is no site."
            )
            return "https://commonground.invalid"
        }

        private func refuseRepeats(of numbers: [CertificateNumber], _ rows: [RecipientSheet.Row]) throws {
            var lines: [CertificateNumber: Int] = [:]
            for (number, row) in zip(numbers, rows) {
                if let earlier = lines[number] {
                    let message = "the certificate \(number) stands on line \(earlier) already; remove one of the rows"
                    throw CSVFault(file: recipients, line: row.line, column: "number", message: message)
                }
                lines[number] = row.line
            }
        }
    }
}

extension RecipientSheet.Row {
    /// The row as what a certificate is made for.
    func recipient() throws(CertificateRecipient.InvalidCell) -> CertificateRecipient {
        let cells: [String: String?] = [
            "name": name, "course": course, "date": date, "hours": hours, "trainer": trainer, "area": area,
            "language": language, "outcomes": outcomes.joined(separator: "|"), "number": number, "venue": venue,
            "provider": provider,
        ]
        return try CertificateRecipient(cell: { cells[$0] ?? nil })
    }
}

extension CertificateRefusal {
    /// The column of a recipients file at fault, when one is.
    var column: String? {
        switch self {
        case .text(field: let field, words: _, reason: _), .uncovered(field: let field, words: _, reason: _):
            ["name", "area", "venue", "provider", "trainer", "course", "outcome"].first(where: field.hasPrefix)
                .map { $0 == "outcome" ? "outcomes" : $0 }
        case .noDay: "date"
        case .font, .code, .unsigned: nil
        }
    }
}

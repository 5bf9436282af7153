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
                Everything is there in the end, or nothing: a row that cannot be read or printed stops the batch.
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
            try batch.requirePlace()
            let presses = PressRoom(folder: try content.folder())
            let press = try presses.press(design)
            var rows = try RecipientSheet.Reader(.file(recipients))
            var (known, lines): ([CertificateNumber: Int], [CertificateNumber: Int]) = ([:], [:])
            let (file, site, design) = (recipients, try address(), design)
            let files = try await batch.output.write(
                {
                    guard let row = try rows.next() else { return nil }
                    return try request(row, known: &known)
                },
                presses: presses,
                printing: design,
                title: { "Certificates: \($0.course)" },
                typeset: { (request: Request) in
                    do {
                        let facts = try press.facts(for: request.recipient, site: site)
                        let bytes = try press.certificate(for: facts)
                        return TypesetCertificate(facts: facts, design: design, bytes: bytes)
                    } catch let refusal as CertificateRefusal {
                        let words = refusal.description
                        throw CSVFault(file: file, line: request.line, column: refusal.column, message: words)
                    }
                },
                check: { request, facts in
                    if !facts.name.utf8.elementsEqual(facts.givenName.utf8) {
                        Terminal.tellTakenOut(of: facts.givenName, at: "\(file):\(request.line): column name")
                    }
                    if let earlier = lines.updateValue(request.line, forKey: facts.number) {
                        let words =
                            "the certificate \(facts.number) stands on line \(earlier) already; remove one of the rows"
                        throw CSVFault(file: file, line: request.line, column: "number", message: words)
                    }
                }
            )
            try output.show(["certificates": lines.count]) {
                let place = [batch.place, batch.merged].compactMap { $0 }.joined(separator: " and ")
                return "\(lines.count) certificates\(files.isEmpty ? "" : " and index.csv") are in \(place)."
            }
        }

        /// A row that was understood.
        private struct Request: Sendable {
            var recipient: CertificateRecipient
            var line: Int
        }

        /// What a row asks for; `known` counts the rows that say the same.
        private func request(_ row: RecipientSheet.Row, known: inout [CertificateNumber: Int]) throws -> Request {
            do {
                var recipient = try row.recipient()
                let same = CertificatePress.number(for: recipient)
                recipient.equalRowsBefore = known[same, default: 0]
                known[same, default: 0] += 1
                return Request(recipient: recipient, line: row.line)
            } catch {
                throw CSVFault(file: recipients, line: row.line, column: error.column, message: error.message)
            }
        }

        /// The address given, or one that leads nowhere, with a warning.
        private func address() throws -> String {
            if let given = try PublicAddress.given(publicURL) { return given }
            Terminal.say("Warning: without --public-url the QR codes lead to \(PublicAddress.none), which is no site.")
            return PublicAddress.none
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

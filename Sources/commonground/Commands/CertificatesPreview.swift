import ArgumentParser
import CertificateWriter
import Foundation
import Operations
import Programme

extension CertificatesCommand {
    /// A design on paper and on the screen, before anything is issued with it.
    struct Preview: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a PDF and an SVG of a design with made-up facts.",
            discussion: "The SVG is drawn by the same engine and has the same name with the ending svg."
        )
        @OptionGroup var content: ContentOptions
        @Option(help: "The design.") var design = PressRoom.usualDesign
        @Option(help: "The name to show.") var name = "Siân Llŷr ap Gwŷdd"
        @Option(help: "The language of the name.") var language: String?
        @Option(help: "The title of the course to show.") var course = "Defusing conflict and anti-social behaviour"
        @Option(help: "The PDF to write; default DESIGN.pdf.", completion: .file()) var output: String?

        func run() async throws {
            let press = try PressRoom(folder: try content.folder()).press(design)
            let facts = try facts(press)
            let path = output ?? "\(design).pdf"
            let stem = path.lowercased().hasSuffix(".pdf") ? String(path.dropLast(4)) : path
            let files = [
                ("\(stem).pdf", try press.certificate(for: facts)),
                ("\(stem).svg", Array(try press.pageSVG(of: facts).utf8)),
            ]
            for (file, bytes) in files {
                try OutputFile.write(bytes, to: file)
                print(file)
            }
        }

        /// Every fact a certificate can state, so that no box of the design stays empty.
        private func facts(_ press: CertificatePress) throws -> CertificateFacts {
            var facts = try press.facts(
                for: CertificateRecipient(
                    name: name,
                    course: course,
                    dates: [CalendarDate(year: 2026, month: 3, day: 14)].compactMap { $0 },
                    contactMinutes: 345,
                    trainers: ["Made-up Trainer", "Another Trainer"],
                    area: "Milton Keynes",
                    language: language,
                    outcomes: [
                        "judge risk and choose to act, wait or leave", "open, listen and lower the heat",
                        "tell nuisance from crime, and name the right service",
                    ],
                    venue: "Made-up Hall",
                    provider: "Made-up Charity, registered charity 1234567"
                ),
                site: "https://commonground.invalid"
            )
            (facts.courseCode, facts.courseVersion) = ("made-up-course", "1")
            let conditions = press.design.conditions
            if conditions.contains(where: { $0.field == .trainers }) { facts.trainers = [] }
            for condition in conditions { condition.fulfil(in: &facts) }
            return facts
        }
    }
}

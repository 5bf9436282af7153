import ArgumentParser
import Operations
import Programme

/// Persons.
struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "People on record.",
        subcommands: [
            Find.self, CorrectName.self, Callers.self, MarkCaller.self, LinkCaller.self, UnlinkCaller.self,
            Invitation.self,
        ]
    )

    struct Find: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "People whose name, address or number contains a text."
        )
        @OptionGroup var options: ReadOptions
        @Argument(help: "Part of a name, an address or a number.") var text: String

        func run() async throws {
            let people = try await options.run { office, actor in try await office.people(containing: text, by: actor) }
            try options.output.show(people.map(PersonView.init)) {
                var columns = TextColumns("person", "bookings", "e-mail", "telephone", "name")
                for found in people {
                    columns.add(
                        found.person.id.description,
                        "\(found.bookings)",
                        found.person.email?.text ?? "-",
                        found.person.telephone?.text ?? "-",
                        found.person.name.text
                    )
                }
                return columns.text
            }
        }
    }
}

extension PeopleCommand {
    /// Another spelling, or another name.
    struct CorrectName: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "correct-name",
            abstract: "Correct a person's name, and issue their certificates again with it.",
            discussion: """
                Every certificate keeps its number and gets the next version. An older PDF verifies as superseded without \
                either name. The former name is kept apart from the audit trail, where it can be erased.
                """
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The person's number, from \"people find\".") var person: ID<Person>
        @Option(help: "The name as it should stand on the certificate.") var name: String
        @Option(help: "The language of the name, such as ur or cy; default as it is.") var language: String?
        @Option(help: "Why, if there is something to say; it stays on record.") var reason = ""

        func run() async throws {
            let name = try PersonName(parsing: name)
            let correction = try await options.run { office, actor in
                try await office.correctName(of: person, to: name, language: language, reason: reason, by: actor)
            }
            Terminal.tellTakenOut(of: name.given, at: "The name")
            try options.output.show(CorrectionView(correction)) {
                let lines = correction.reissued.map { "\($0.facts.number) is version \($0.facts.version) now." }
                return (["\(options.prefix)Person \(person) is \(correction.person.name.text)."] + lines)
                    .joined(separator: "\n")
            }
        }
    }

    /// Frequent callers by area.
    struct Callers: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "How many frequent callers took part, by area; no names."
        )
        @OptionGroup var options: ReadOptions

        func run() async throws {
            let areas = try await options.run { office, actor in try await office.frequentCallers(by: actor) }
            try options.output.show(Dictionary(areas.map { ($0.area, $0.people) }) { first, _ in first }) {
                var columns = TextColumns("area", "people")
                for area in areas { columns.add(area.area, "\(area.people)") }
                return columns.text
            }
        }
    }

    /// One frequent caller.
    struct MarkCaller: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "mark-caller",
            abstract: "Mark a person as a frequent caller; the manager and the evaluator alone can see it."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The person's number.") var person: ID<Person>

        func run() async throws {
            try await options.run { office, actor in try await office.markFrequentCaller(person, by: actor) }
            try options.output.show(["person": person.rawValue]) { "\(options.prefix)Person \(person) is marked." }
        }
    }

    /// A code for a partner.
    struct Invitation: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make an invitation code for a partner to hand out.")
        @OptionGroup var options: ChangeOptions
        @Option(help: "The partner's name.") var partner: String
        @Option(help: "How many people may use it.") var uses = 1
        @Option(help: "For how many days.") var days = 90
        @Flag(help: "Those who use it are the partner's frequent callers; nobody else is told.") var frequentCallers =
            false

        func run() async throws {
            let code = try await options.run { office, actor in
                try await office.makeInvitation(
                    for: partner,
                    uses: uses,
                    days: days,
                    marksCallers: frequentCallers,
                    by: actor
                )
            }
            try options.output.show(["code": options.dryRun ? nil : code.description]) {
                options.dryRun ? "\(options.prefix)a code would be made." : code.description
            }
        }
    }
}

/// A person as JSON shows them.
struct PersonView: Encodable {
    let person: Int64
    let name: String
    let email: String?
    let phone: String?
    let bookings: Int

    init(_ found: FoundPerson) {
        (person, name) = (found.person.id.rawValue, found.person.name.text)
        (email, phone, bookings) = (found.person.email?.text, found.person.telephone?.text, found.bookings)
    }
}

/// A corrected name as JSON shows it.
private struct CorrectionView: Encodable {
    let person: Int64
    let name: String
    let reissued: [Reissued]

    struct Reissued: Encodable {
        let number: String
        let version: Int
    }

    init(_ of: NameCorrection) {
        (person, name) = (of.person.id.rawValue, of.person.name.text)
        reissued = of.reissued.map { Reissued(number: $0.facts.number.description, version: $0.facts.version) }
    }
}

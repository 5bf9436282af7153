import ArgumentParser
import Operations
import Programme

/// Persons.
struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "People on record.",
        subcommands: [Find.self]
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

import ArgumentParser
import Operations
import Programme

extension PeopleCommand {
    /// Which caller an attendee is.
    struct LinkCaller: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "link-caller",
            abstract: "Say what a force's extracts call a person; only a pseudonym is kept.",
            discussion: """
                The reference is read from a line of standard input, so that it stays out of the shell's history. It becomes the \
                same keyed hash as the callers of extracts; "evaluate callers" then knows who of them was trained and when.
                """
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The person's number, from \"people find\".") var person: ID<Person>
        @Option(help: "The caller reference; better left to standard input.") var reference: String?

        func run() async throws {
            let reference = reference ?? readLine() ?? ""
            try await options.run { office, actor in
                try await office.linkCaller(person, reference: reference, by: actor)
            }
            try options.output.show(["person": person.rawValue]) {
                "\(options.prefix)Person \(person) is linked to a caller."
            }
        }
    }

    /// Takes the links away.
    struct UnlinkCaller: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "unlink-caller",
            abstract: "Take away what force extracts call a person."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The person's number, from \"people find\".") var person: ID<Person>

        func run() async throws {
            try await options.run { office, actor in try await office.unlinkCaller(person, by: actor) }
            try options.output.show(["person": person.rawValue]) {
                "\(options.prefix)Person \(person) is linked to no caller any more."
            }
        }
    }
}

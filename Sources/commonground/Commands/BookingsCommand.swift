import ArgumentParser
import Operations
import Programme
import Records

/// Places.
struct BookingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bookings",
        abstract: "Book, cancel, move and promote people.",
        subcommands: [Add.self, Import.self, Cancel.self, Move.self, Promote.self, List.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Book one person on a run.")
        @OptionGroup var options: ChangeOptions
        @Option(help: "The run's number.") var run: ID<Run>
        @Option(help: "The name as printed on the certificate.") var name: String
        @Option(help: "Where letters go.") var email: String?
        @Option(help: "Where calls go.") var phone: String?
        @Option(help: "The language of the name, such as ur, cy or zh-Hant.") var language: String?
        @Option(help: "The role in the community.") var role = CommunityRole.ratherNotSay.rawValue
        @Option(help: "website, staff, or the name of a partner.") var source = "staff"
        @Option(help: "What the person needs to take part.") var accessNeeds = ""
        @Option(help: "The area the person lives in.") var homeArea: String?
        @Option(help: "The area the person works in.") var workArea: String?
        @Option(help: "The home's postcode; looked up and dropped.") var homePostcode: String?
        @Option(help: "The work place's postcode; looked up and dropped.") var workPostcode: String?
        @Option(help: "What the person agrees to: surveys, later-contact, linkage, quotation; repeat for more.")
        var consent: [ConsentPurpose] = []
        @Option(help: "Who books on the person's behalf.") var bookedBy: String?
        @Option(help: "A partner's invitation code.") var invitation: String?
        @Flag(inversion: .prefixedNo, help: "Join the waiting list when it is full.") var wait = true

        func run() async throws {
            let request = BookingRequest(
                name: try PersonName(parsing: name),
                email: try email.map(EmailAddress.init(parsing:)),
                telephone: try phone.map(TelephoneNumber.init(parsing:)),
                language: language,
                role: try CommunityRole(parsing: role),
                source: BookingSource(word: source),
                accessNeeds: accessNeeds,
                homeArea: homeArea,
                workArea: workArea,
                homePostcode: try homePostcode.map(Postcode.init(parsing:)),
                workPostcode: try workPostcode.map(Postcode.init(parsing:)),
                consents: ConsentChoices(granted: Set(consent)),
                bookedBy: bookedBy,
                invitationCode: invitation,
                waitsIfFull: wait
            )
            let (receipt, address) = try await options.run { office, actor in
                (try await office.book(request, on: run, by: actor), office.publicAddress)
            }
            Terminal.tellTakenOut(of: name, at: "The name")
            let link = options.dryRun ? nil : "\(address)/bookings/\(receipt.token)"
            try options.output.show(BookingView(receipt.entry, link: link)) {
                Self.sentence(receipt, prefix: options.prefix) + (link.map { "\nPrivate link: \($0)" } ?? "")
            }
        }

        static func sentence(_ receipt: BookingReceipt, prefix: String) -> String {
            let name = receipt.entry.person.name.text
            let booking = "booking \(receipt.entry.booking.id), code \(receipt.entry.booking.reference)"
            switch receipt.outcome {
            case .confirmed: return "\(prefix)\(name) has a place on \(receipt.summary.run.label) (\(booking))."
            case .waiting(let position):
                return "\(prefix)\(name) is \(Ordinal.words(position)) of \(receipt.summary.waiting) waiting for "
                    + "\(receipt.summary.run.label) (\(booking)). A freed place passes on by itself."
            }
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give up a place; it passes to whoever waits longest."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The booking's number or code.") var booking: String
        @Option(help: "Why.") var reason: String?

        func run() async throws {
            let receipt = try await options.run { office, actor in
                let id = try await office.findBooking(booking, by: actor).booking.id
                return try await office.cancel(id, reason: reason, by: actor)
            }
            try options.output.show(CancellationView(receipt)) {
                "\(options.prefix)The booking of \(receipt.entry.person.name.text) on \(receipt.summary.run.label) is cancelled."
                    + receipt.promoted.map { " \($0.person.name.text) waited longest and has the place now." }.joined()
            }
        }
    }

    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Move a booking to another run.")
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The booking's number or code.") var booking: String
        @Option(help: "The other run's number.") var to: ID<Run>

        func run() async throws {
            let receipt = try await options.run { office, actor in
                let id = try await office.findBooking(booking, by: actor).booking.id
                return try await office.move(id, to: to, by: actor)
            }
            try options.output.show(MoveView(receipt)) {
                let wait = receipt.entry.position.map { " and waits there, \(Ordinal.words($0)) in the queue" } ?? ""
                return "\(options.prefix)\(receipt.entry.person.name.text) is moved to \(receipt.to.run.label)\(wait)."
                    + receipt.promoted.map { " \($0.person.name.text) has the freed place." }.joined()
            }
        }
    }

    struct Promote: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give a free place to somebody who waits.")
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The booking's number or code.") var booking: String
        @Option(help: "Why, when others have waited longer.") var reason: String?

        func run() async throws {
            let entry = try await options.run { office, actor in
                let id = try await office.findBooking(booking, by: actor).booking.id
                return try await office.promote(id, reason: reason, by: actor)
            }
            try options.output.show(BookingView(entry)) {
                "\(options.prefix)\(entry.person.name.text) has a place now."
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Who is booked on a run, and who waits, in order.")
        @OptionGroup var options: ReadOptions
        @Argument(help: "The run's number.") var number: ID<Run>?
        @Option(help: "The same, as the other verbs take it.") var run: ID<Run>?
        @Flag(help: "Cancelled bookings too.") var cancelled = false

        func validate() throws {
            guard (number == nil) != (run == nil) else {
                throw ValidationError("Name one run by its number: bookings list 3.")
            }
        }

        func run() async throws {
            guard let chosen = number ?? run else { return }
            let entries = try await options.run { office, actor in
                try await office.bookings(of: chosen, withCancelled: cancelled, by: actor)
            }
            try options.output.show(entries.map { BookingView($0) }) { BookingView.table(entries) }
        }
    }
}

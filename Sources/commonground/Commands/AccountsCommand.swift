import ArgumentParser
import Operations
import Programme

/// Staff.
struct AccountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: "Accounts of staff.",
        subcommands: [Add.self, List.self, Disable.self, Link.self, Password.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add an account; prints a one-time link to sign in with."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The e-mail address.") var email: String
        @Option(help: "The name, as printed on certificates for a trainer.") var name: String
        @Option(help: "manager, trainer, evaluator or data-protection-officer.") var role: String
        @Option(help: "Limit it to this area, by name or code; repeat for more.") var area: [String] = []

        func run() async throws {
            let (email, name, role) = (
                try EmailAddress(parsing: email), try PersonName(parsing: name), try Role(parsing: role)
            )
            let (account, link) = try await options.run(creating: true) { office, actor in
                let added = try await office.addAccount(email: email, name: name, role: role, areas: area, by: actor)
                return (added.account, "\(office.publicAddress)/sign-in/\(added.token)")
            }
            try options.output.show(AccountView(account, link: options.dryRun ? nil : link)) {
                "\(options.prefix)\(account.name) can sign in as \(account.role.rawValue)."
                    + (options.dryRun ? "" : "\nOne-time link, valid for 7 days: \(link)")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "All accounts.")
        @OptionGroup var options: ReadOptions

        func run() async throws {
            let accounts = try await options.run { office, actor in try await office.accounts(by: actor) }
            try options.output.show(accounts.map { AccountView($0) }) {
                var columns = TextColumns("e-mail", "role", "areas", "state", "name")
                for account in accounts {
                    columns.add(
                        account.email.text,
                        account.role.rawValue,
                        account.areas.isEmpty ? "all" : account.areas.sorted().joined(separator: " "),
                        account.isDisabled ? "disabled" : "active",
                        account.name
                    )
                }
                return columns.text
            }
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let an account act no more; its sessions end at once."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The e-mail address.") var email: String

        func run() async throws {
            let email = try EmailAddress(parsing: email)
            let account = try await options.run { office, actor in
                try await office.disableAccount(email: email, by: actor)
            }
            try options.output.show(AccountView(account)) { "\(options.prefix)\(account.email) is disabled." }
        }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "A one-time link to sign in with, valid for 15 minutes."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The e-mail address.") var email: String

        func run() async throws {
            let email = try EmailAddress(parsing: email)
            let link = try await options.run { office, actor in
                "\(office.publicAddress)/sign-in/\(try await office.signInLink(for: email, by: actor))"
            }
            try options.output.show(["link": options.dryRun ? nil : link]) {
                options.dryRun ? "\(options.prefix)a link would be made." : link
            }
        }
    }

    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set an account's password, read from standard input."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The e-mail address.") var email: String

        func run() async throws {
            let email = try EmailAddress(parsing: email)
            guard let password = readLine(strippingNewline: true) else {
                throw AccountRefusal.passwordTooShort(least: 10)
            }
            try await options.run { office, actor in try await office.setPassword(password, for: email, by: actor) }
            try options.output.show(["account": email.text]) { "\(options.prefix)The password of \(email) is set." }
        }
    }
}

/// An account as JSON shows it.
struct AccountView: Encodable {
    let email: String
    let name: String
    let role: String
    let areas: [String]
    let disabled: Bool
    let link: String?

    init(_ account: Account, link: String? = nil) {
        (email, name, role) = (account.email.text, account.name, account.role.rawValue)
        (areas, disabled) = (account.areas.sorted(), account.isDisabled)
        self.link = link
    }
}

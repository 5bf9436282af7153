import ArgumentParser
import Operations
import Programme
import Records

/// Sessions with heads.
struct AwarenessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "awareness",
        abstract: "Log sessions of which only heads are known.",
        subcommands: [Log.self, List.self]
    )

    struct Log: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Log a session that was held.")
        @OptionGroup var options: ChangeOptions
        @Option(help: "The day.") var date: CalendarDate
        @Option(help: "The policing area, by name or code.") var area: String
        @Option(help: "school, community, professional or online.") var setting: String
        @Option(help: "Who came, in a few words.") var audience: String
        @Option(help: "How many came.") var heads: Int
        @Flag(help: "The heads were estimated, not counted.") var estimated = false
        @Option(help: "The funded programme's code.") var programme: String?

        func run() async throws {
            let setting = try AwarenessSetting(parsing: setting)
            let logged = try await options.run { office, actor in
                try await office.logAwareness(
                    on: date,
                    area: area,
                    setting: setting,
                    audience: audience,
                    heads: heads,
                    estimated: estimated,
                    programme: programme,
                    by: actor
                )
            }
            try options.output.show(SessionView(logged)) {
                "\(options.prefix)Logged as session \(logged.id): \(heads) people\(estimated ? " (estimated)" : "") in \(logged.session.area)."
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The sessions, latest first.")
        @OptionGroup var options: ReadOptions

        func run() async throws {
            let sessions = try await options.run { office, actor in try await office.awarenessSessions(by: actor) }
            try options.output.show(sessions.map(SessionView.init)) {
                var columns = TextColumns("date", "area", "setting", "heads", "audience")
                for logged in sessions {
                    let session = logged.session
                    let heads = "\(session.heads)\(session.estimated ? " (estimated)" : "")"
                    columns.add(
                        session.date.description,
                        session.area,
                        session.setting.rawValue,
                        heads,
                        session.audience
                    )
                }
                let total = sessions.reduce(0) { $0 + $1.session.heads }
                return "\(columns.text)\n\(sessions.count) sessions, \(total) heads; heads are not unique people."
            }
        }
    }
}

/// An awareness session as JSON shows it.
struct SessionView: Encodable {
    let session: Int64
    let date: String
    let area: String
    let setting: String
    let audience: String
    let heads: Int
    let estimated: Bool
    let programme: String?

    init(_ logged: LoggedSession) {
        let of = logged.session
        (session, date, area, setting) = (logged.id.rawValue, of.date.description, of.area, of.setting.rawValue)
        (audience, heads, estimated, programme) = (of.audience, of.heads, of.estimated, of.programme)
    }
}

import ArgumentParser
import Material
import Operations
import Programme
import Records

/// Contracts and targets.
struct ProgrammesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programmes",
        abstract: "Funded programmes with their commissioner, dates and targets.",
        subcommands: [Add.self, List.self, SetTarget.self, Targets.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add a programme, or change the one with this code.")
        @OptionGroup var options: ChangeOptions
        @Argument(help: "A short code, such as defusing-surrey.") var code: String
        @Option(help: "The name.") var name: String
        @Option(help: "Who pays.") var commissioner: String
        @Option(help: "Who delivers.") var provider: String
        @Option(help: "The police force, by name or slug.") var force: String
        @Option(help: "Whole pounds a year.") var funding: Int?
        @Option(help: "The first day.") var starts: CalendarDate
        @Option(help: "The last day.") var ends: CalendarDate
        @Option(help: "By how many months it may be extended.") var extensionMonths = 0
        @Option(help: "The day whose policing areas the contract names.") var areasAsOf: CalendarDate?

        func validate() throws {
            guard ends >= starts else { throw ValidationError("--ends \(ends) lies before --starts \(starts).") }
        }

        func run() async throws {
            let programme = try await options.run(creating: true) { office, actor in
                try await office.putProgramme(
                    FundedProgramme(
                        code: code,
                        name: name,
                        commissioner: commissioner,
                        provider: provider,
                        force: try office.reference.areas.force(named: force).code.rawValue,
                        fundingPerYear: funding,
                        starts: starts,
                        ends: ends,
                        extensionMonths: extensionMonths,
                        areasAsOf: areasAsOf
                    ),
                    by: actor
                )
            }
            try options.output.show(ProgrammeView(programme)) {
                "\(options.prefix)\(programme.name) is on record as \(code)."
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The programmes.")
        @OptionGroup var options: ReadOptions

        func run() async throws {
            let programmes = try await options.run { office, actor in try await office.programmes(by: actor) }
            try options.output.show(programmes.map(ProgrammeView.init)) {
                var columns = TextColumns("code", "from", "to", "a year", "provider", "name")
                for programme in programmes {
                    columns.add(
                        programme.code,
                        programme.starts.description,
                        programme.ends.description,
                        programme.fundingPerYear.map { "£\($0)" } ?? "-",
                        programme.provider,
                        programme.name
                    )
                }
                return columns.text
            }
        }
    }

    struct SetTarget: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "target",
            abstract: "Decide a target for an area and quarter; earlier decisions stay on record."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The programme's code.") var programme: String
        @Option(help: "The area, by name or code.") var area: String
        @Option(help: "The quarter of the financial year, such as \"2026-27 Q1\".") var quarter: Quarter
        @Option(help: "attended, runs, heads, sessions, referrals or supported.") var measure: String
        @Option(help: "How many.") var planned: Int
        @Option(help: "The day of the decision; default today.") var decided: CalendarDate?
        @Option(help: "Why: the contract, or what changed.") var reason: String

        func run() async throws {
            let measure = try TargetMeasure(parsing: measure)
            let target = try await options.run { office, actor in
                try await office.decide(
                    Target(
                        programme: programme,
                        area: area,
                        quarter: quarter,
                        measure: measure,
                        planned: planned,
                        decidedOn: try decided ?? office.today(),
                        reason: reason
                    ),
                    by: actor
                )
            }
            try options.output.show(TargetView(target)) {
                "\(options.prefix)\(target.area), \(target.quarter): \(target.planned) \(target.measure.rawValue)."
            }
        }
    }

    struct Targets: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The targets in force of a programme.")
        @OptionGroup var options: ReadOptions
        @Argument(help: "The programme's code.") var programme: String

        func run() async throws {
            let targets = try await options.run { office, actor in try await office.targets(of: programme, by: actor) }
            try options.output.show(targets.map(TargetView.init)) {
                var columns = TextColumns("quarter", "area", "measure", "planned", "decided", "reason")
                for target in targets {
                    columns.add(
                        target.quarter.description,
                        target.area,
                        target.measure.rawValue,
                        "\(target.planned)",
                        target.decidedOn.description,
                        target.reason
                    )
                }
                return columns.text
            }
        }
    }
}

/// A funded programme as JSON shows it.
struct ProgrammeView: Encodable {
    let code: String
    let name: String
    let commissioner: String
    let provider: String
    let force: String
    let fundingPerYear: Int?
    let starts: String
    let ends: String
    let extensionMonths: Int
    let areasAsOf: String?

    init(_ of: FundedProgramme) {
        (code, name, commissioner, provider, force) = (of.code, of.name, of.commissioner, of.provider, of.force)
        (fundingPerYear, starts, ends) = (of.fundingPerYear, of.starts.description, of.ends.description)
        (extensionMonths, areasAsOf) = (of.extensionMonths, of.areasAsOf?.description)
    }
}

/// A target as JSON shows it.
struct TargetView: Encodable {
    let programme: String
    let area: String
    let quarter: String
    let measure: String
    let planned: Int
    let decidedOn: String
    let reason: String

    init(_ of: Target) {
        (programme, area, quarter, measure) = (of.programme, of.area, of.quarter.description, of.measure.rawValue)
        (planned, decidedOn, reason) = (of.planned, of.decidedOn.description, of.reason)
    }
}

import Operations
import Programme

/// Funded programmes with their uptake.
struct ProgrammePage: Sendable {
    struct Part: Sendable {
        let name: String
        let commissioner: String
        let provider: String
        let dates: String
        let funding: String?
        let measures: [Measure]
        let isEmpty: Bool

        init(_ programme: FundedProgramme, _ uptake: [AreaUptake], site: Site) {
            name = programme.name
            commissioner = programme.commissioner
            provider = programme.provider
            dates = "\(DateWords.day(programme.starts)) to \(DateWords.day(programme.ends))"
            funding = programme.fundingPerYear.map { "£\(NumberWords.grouped($0)) a year" }
            measures = TargetMeasure.allCases.compactMap { measure in
                let rows = uptake.filter { $0.measure == measure && ($0.planned != nil || $0.reached > 0) }
                return rows.isEmpty ? nil : Measure(measure, rows, site: site)
            }
            isEmpty = measures.isEmpty
        }
    }

    struct Measure: Sendable {
        let title: String
        let total: String
        let rows: [Row]

        init(_ measure: TargetMeasure, _ uptake: [AreaUptake], site: Site) {
            title = measure.title
            let (planned, reached) = (
                uptake.compactMap(\.planned).reduce(0, +), uptake.reduce(0) { $0 + $1.reached }
            )
            total =
                planned > 0
                ? "\(NumberWords.grouped(reached)) of \(NumberWords.grouped(planned)) planned until today"
                : "\(NumberWords.grouped(reached)), no target decided"
            let byShare = uptake.sorted { left, right in
                let (first, second) = (Self.share(left), Self.share(right))
                return first == second ? left.area < right.area : first < second
            }
            rows = byShare.map { Row($0, site: site) }
        }

        private static func share(_ uptake: AreaUptake) -> Double {
            guard let planned = uptake.planned, planned > 0 else { return .infinity }
            return Double(uptake.reached) / Double(planned)
        }
    }

    struct Row: Sendable {
        let area: String
        let reached: String
        let planned: String
        let share: String
        /// The length of the bar, 0 to 100.
        let bar: Int

        init(_ uptake: AreaUptake, site: Site) {
            area = site.office.areaName(uptake.area)
            reached = NumberWords.grouped(uptake.reached)
            planned = uptake.planned.map(NumberWords.grouped) ?? "no target"
            let percent = uptake.planned.flatMap { $0 > 0 ? uptake.reached * 100 / $0 : nil }
            share = percent.map { "\($0) %" } ?? "–"
            bar = min(100, percent ?? 0)
        }
    }

    let parts: [Part]
    let isEmpty: Bool
}

extension TargetMeasure {
    /// The measure as a heading.
    var title: String {
        switch self {
        case .attended: "People who attended a course"
        case .runs: "Runs held"
        case .heads: "People at awareness sessions"
        case .sessions: "Awareness sessions held"
        case .referrals: "Referrals received"
        case .supported: "People supported"
        }
    }
}

/// Awareness sessions.
struct AwarenessPage: Sendable {
    struct Row: Sendable {
        let date: String
        let area: String
        let setting: String
        let audience: String
        let heads: String

        init(_ session: AwarenessSession, site: Site) {
            date = DateWords.day(session.date)
            area = site.office.areaName(session.area)
            setting = session.setting.rawValue
            audience = session.audience
            heads = (session.estimated ? "about " : "") + NumberWords.grouped(session.heads)
        }
    }

    struct Form: Sendable {
        let action: String
        let attempt: String
        let date: TextField
        let areas: [AreaGroup]
        let areaError: String?
        let settings: ChoiceField
        let audience: TextField
        let heads: TextField
        let counted: ChoiceField
        let programmes: ChoiceField

        init(_ fields: Fields, _ errors: FormErrors, site: Site, visit: Visit) async throws {
            action = Route.logAwareness.path()
            attempt = fields.given("attempt") ?? Hexadecimal.text(site.office.surroundings.randomBytes(8))
            date = TextField(
                "date",
                "Day",
                value: fields["date"],
                error: errors["date"],
                type: "date",
                isRequired: true,
                width: "middle"
            )
            areas = try site.office.areaGroupsOfToday(chosen: fields.given("area"))
            areaError = errors["area"]
            settings = ChoiceField(
                "setting",
                "Where",
                error: errors["setting"],
                chosen: [fields["setting"]],
                from: [
                    ("school", "School or youth club"), ("community", "Hall, faith building, street, fair"),
                    ("professional", "Workplace of professionals"), ("online", "Online"),
                ]
            )
            audience = TextField(
                "audience",
                "Who came",
                hint: "In a few words, no names: Year 8, tenants of Elm Court.",
                value: fields["audience"],
                error: errors["audience"],
                isRequired: true
            )
            heads = TextField(
                "heads",
                "How many people",
                value: fields["heads"],
                error: errors["heads"],
                inputMode: "numeric",
                isRequired: true,
                width: "narrow",
                longest: 6
            )
            counted = ChoiceField(
                "counted",
                "The number was",
                chosen: [fields.given("counted") ?? "counted"],
                from: [("counted", "counted"), ("estimated", "estimated")]
            )
            let known = try await site.office.programmes(by: visit.actor)
            programmes = ChoiceField(
                "programme",
                "Paid for by (optional)",
                chosen: [fields["programme"]],
                from: [("", "no programme")] + known.map { ($0.code, $0.name) }
            )
        }
    }

    let form: Form?
    let sessions: [Row]
    let count: String
    let isEmpty: Bool
    let isCut: Bool

    /// `12 sessions, 340 people counted and about 120 estimated`.
    static func sentence(_ sessions: [AwarenessSession]) -> String {
        let counted = sessions.filter { !$0.estimated }.reduce(0) { $0 + $1.heads }
        let estimated = sessions.filter(\.estimated).reduce(0) { $0 + $1.heads }
        return "\(NumberWords.many(sessions.count, "session")): \(NumberWords.many(counted, "head")) counted"
            + (estimated > 0 ? ", about \(NumberWords.grouped(estimated)) estimated" : "")
            + ". Heads are not people: somebody who came twice counts twice."
    }
}

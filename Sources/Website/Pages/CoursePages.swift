import Hummingbird
import Operations
import Programme
import Records

/// The first page, the list of courses and one course with its booking form.
struct CoursePages: Sendable {
    let site: Site

    /// What this is, and the way to a course.
    @Sendable func home(_ visit: Visit) async throws -> Response {
        let runs = try await site.office.publicRuns()
        let model = HomePage(
            finder: finder(runs, visit.query, FormErrors()),
            next: runs.filter { $0.free > 0 && $0.waiting == 0 }.prefix(3).map(card),
            count: NumberWords.many(runs.count, "course")
        )
        let head = PageHead(
            title: "Learn to calm trouble before it grows",
            terminal: [TerminalWords.command("runs list", ["state": "open"])]
        )
        return try await site.page(.home, visit, head, model)
    }

    /// Courses by area and date.
    @Sendable func list(_ visit: Visit) async throws -> Response {
        var errors = FormErrors()
        let from = try errors.read("from") { try visit.query.given("from").map(DayTyped.init(parsing:)) }.flatMap(
            \.self
        )
        let area = visit.query.given("area")
        let all = try await site.office.publicRuns()
        let found = all.filter { run in
            (area == nil || run.run.area == area) && (from.map { run.run.starts.date >= $0.date } ?? true)
        }
        let model = CourseListPage(
            finder: finder(all, visit.query, errors),
            heading: area.map { "Courses in \(site.office.areaName($0))" } ?? "Courses",
            count: found.isEmpty ? nil : "\(NumberWords.many(found.count, "course")), the soonest first",
            courses: found.map(card),
            isEmpty: found.isEmpty
        )
        let head = PageHead(
            title: model.heading,
            status: errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [
                TerminalWords.command(
                    "runs list",
                    ["area": area, "from": from?.date.description, "state": "open"]
                )
            ],
            summary: errors.summary()
        )
        return try await site.page(.courses, visit, head, model)
    }

    private func finder(_ runs: [RunSummary], _ query: Fields, _ errors: FormErrors) -> Finder {
        Finder(
            areas: site.office.areaGroups(runs.map(\.run.area), chosen: query.given("area")),
            from: TextField(
                "from",
                "From which day",
                value: query["from"],
                error: errors["from"],
                type: "date",
                width: "middle"
            )
        )
    }

    func card(_ summary: RunSummary) -> CourseCard {
        let run = summary.run
        return CourseCard(
            address: Route.course.path(run.id),
            title: run.title,
            day: String(run.starts.date.day),
            month: DateWords.monthLetters(run.starts.date),
            weekday: DateWords.weekday(run.starts.date),
            when: run.sittings.first.map(DateWords.full) ?? DateWords.dayAndTime(run.starts),
            more: run.sittings.count > 1 ? "and \(NumberWords.many(run.sittings.count - 1, "more sitting"))" : nil,
            area: site.office.areaName(run.area),
            venue: run.venue.name,
            places: PlacesWords.sentence(summary),
            isFull: summary.isFullForNewcomers
        )
    }
}

/// A day as typed: `2026-03-31` or `31/3/2026`.
struct DayTyped: Sendable {
    let date: CalendarDate

    /// A text that is no day.
    struct Invalid: Refusal {
        let input: String
        var description: String { "\"\(input)\" is not a day. Type it like 31/3/2026, or leave the field empty." }
    }

    init(parsing input: String) throws(Invalid) {
        if let date = CalendarDate(input) {
            self.date = date
            return
        }
        let parts = input.split(whereSeparator: { "/. -".contains($0) }).compactMap { Int($0) }
        guard parts.count == 3, let date = CalendarDate(year: parts[2], month: parts[1], day: parts[0]) else {
            throw Invalid(input: input)
        }
        self.date = date
    }
}

/// How full a run is, in words.
enum PlacesWords {
    /// `6 free places`, or `Full, 3 waiting`.
    static func sentence(_ summary: RunSummary) -> String {
        guard summary.isFullForNewcomers else { return NumberWords.many(summary.free, "free place") }
        return summary.waiting == 0 ? "Full, nobody waiting yet" : "Full, \(summary.waiting) waiting"
    }
}

extension RunSummary {
    /// Whether a newcomer would wait: no place is free, or somebody waits for it already.
    var isFullForNewcomers: Bool { free == 0 || waiting > 0 }
}

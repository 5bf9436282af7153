import Hummingbird
import Material
import Operations
import Programme
import Records

/// Runs as staff see them: today's, all of them, one.
struct RunPages: Sendable {
    let site: Site

    /// Today's runs first, then what comes and what was.
    @Sendable func today(_ visit: Visit) async throws -> Response {
        let today = try site.office.today()
        let own = visit.context.account.flatMap { $0.role == .trainer ? $0.id : nil }
        let filter = RunFilter(
            from: today.adding(days: -8),
            to: today.adding(days: 60),
            states: [.draft, .open, .closed, .held],
            trainer: own
        )
        let runs = try await site.office.runs(filter, by: visit.actor)
        func isToday(_ run: Run) -> Bool { run.sittings.contains { $0.starts.date == today } }
        let cards = { (runs: [RunSummary]) in runs.map { StaffRunCard($0, site: site, visit: visit) } }
        let model = TodayPage(
            date: DateWords.day(today),
            name: visit.context.account?.name ?? "",
            isOwn: own != nil,
            today: cards(runs.filter { isToday($0.run) }),
            next: cards(Array(runs.filter { !isToday($0.run) && $0.run.starts.date > today }.prefix(6))),
            last: cards(Array(runs.reversed().filter { !isToday($0.run) && $0.run.lastStarts.date < today }.prefix(6)))
        )
        let head = PageHead(
            title: "Today",
            terminal: [TerminalWords.command("runs list", ["from": "\(today)", "to": "\(today)"])]
        )
        return try await site.page(.today, visit, head, model)
    }

    /// All runs, by area, day and state.
    @Sendable func list(_ visit: Visit) async throws -> Response {
        var errors = FormErrors()
        let query = visit.query
        let from = try errors.read("from") { try query.given("from").map(DayTyped.init(parsing:)) }.flatMap(\.self)
        let state = query.given("state").flatMap(RunState.init(rawValue:))
        let area = query.given("area")
        let start = try from?.date ?? (query.has("from") ? nil : site.office.today().adding(days: -30))
        let filter = RunFilter(area: area, from: start, states: state.map { [$0] }, limit: 500)
        let runs = try await site.office.runs(filter, by: visit.actor)
        let model = RunListPage(
            areas: site.office.areaGroups(
                site.office.reference.areas.areas.map(\.code.rawValue),
                chosen: area
            ),
            from: TextField(
                "from",
                "From which day",
                value: query.given("from") ?? start?.description ?? "",
                error: errors["from"],
                type: "date",
                width: "middle"
            ),
            states: ChoiceField(
                "state",
                "State",
                chosen: [state?.rawValue ?? ""],
                from: [("", "any")] + RunState.allCases.map { ($0.rawValue, $0.rawValue) }
            ),
            count: "\(NumberWords.many(runs.count, "run"))\(runs.count == 500 ? ", the first 500 of more" : "")",
            isEmpty: runs.isEmpty,
            runs: runs.map { StaffRunCard($0, site: site, visit: visit) }
        )
        let head = PageHead(
            title: "Runs",
            terminal: [
                TerminalWords.command(
                    "runs list",
                    ["area": area, "from": start?.description, "state": state?.rawValue]
                )
            ],
            summary: errors.summary()
        )
        return try await site.page(.runs, visit, head, model)
    }

    /// One run: its numbers, steps, bookings and queue.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        try await page(visit, try visit.id("run"), FormErrors())
    }

    /// The page of a run, with what went wrong and what was typed.
    func page(_ visit: Visit, _ id: ID<Run>, _ errors: FormErrors) async throws -> Response {
        let summary = try await site.office.run(id, by: visit.actor)
        let run = summary.run
        let seesBookings = visit.actor.may(.bookingsSeen, on: visit.subject(of: run))
        let entries =
            seesBookings ? try await site.office.bookings(of: id, withCancelled: true, by: visit.actor) : []
        let model = RunPage(
            card: StaffRunCard(summary, site: site, visit: visit),
            equation: PlaceEquation(summary),
            sittings: run.sittings.map(DateWords.full),
            address: run.venue.address.isEmpty ? nil : run.venue.address,
            access: run.venue.access.isEmpty ? nil : run.venue.access,
            trainers: run.trainers.isEmpty ? "nobody yet" : NumberWords.list(run.trainers.map(\.name)),
            closes: DateWords.dayAndTime(run.bookingCloses),
            publicPage: run.state == .draft ? nil : Route.course.path(id),
            steps: steps(run, visit),
            cancelAction: visit.may(.cancelRun, on: run) && ![.held, .cancelled].contains(run.state)
                ? Route.cancelRun.path(id) : nil,
            reason: TextField(
                "reason",
                "Reason, which those booked will read",
                value: visit.form["reason"],
                error: errors["reason"],
                isRequired: true
            ),
            newBooking: visit.may(.newBooking, on: run) && run.state == .open ? Route.newBooking.path(id) : nil,
            seesBookings: seesBookings,
            confirmed: rows(entries.filter { $0.booking.state == .confirmed }, run, visit),
            confirmedCount: NumberWords.many(entries.count { $0.booking.state == .confirmed }, "person", "people"),
            waiting: rows(entries.filter { $0.booking.state == .waiting }, run, visit),
            cancelled: rows(entries.filter { $0.booking.state == .cancelled }, run, visit),
            moveTargets: seesBookings ? try await moveTargets(run, visit) : []
        )
        let head = PageHead(
            title: "Run \(run.id): \(run.title)",
            status: errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [
                TerminalWords.command("runs show \(id)"), TerminalWords.command("bookings list", ["run": "\(id)"]),
            ],
            summary: errors.summary(),
            notice: RunNotice.sentence(visit.query)
        )
        return try await site.page(.run, visit, head, model)
    }

    private func steps(_ run: Run, _ visit: Visit) -> [RunPage.Step] {
        let all: [(Route, String, Set<RunState>)] = [
            (.openRun, run.state == .closed ? "Open again for bookings" : "Open for bookings", [.draft, .closed]),
            (.closeRun, "Stop bookings", [.open]), (.holdRun, "Record as held", [.open, .closed]),
        ]
        return all.filter { $0.2.contains(run.state) && visit.may($0.0, on: run) }.map { route, label, _ in
            RunPage.Step(label: label, action: route.path(run.id))
        }
    }

    private func rows(_ entries: [BookingEntry], _ run: Run, _ visit: Visit) -> [RunPage.Row] {
        entries.map { entry in
            RunPage.Row(
                id: entry.booking.id.description,
                name: NameText(entry.person),
                reference: entry.booking.reference,
                position: entry.position.map(String.init),
                contact: [entry.person.email?.text, entry.person.telephone?.text].compactMap(\.self)
                    .joined(separator: ", "),
                needs: entry.accessNeeds.isEmpty ? nil : entry.accessNeeds,
                source: entry.booking.source.word,
                bookedBy: entry.bookedBy,
                promote: entry.position != nil && visit.may(.promote, on: run) ? Route.promote.path(run.id) : nil,
                needsReason: (entry.position ?? 1) > 1,
                end: visit.may(.endBooking, on: run) ? Route.endBooking.path(run.id) : nil,
                move: visit.may(.moveBooking, on: run) ? Route.moveBooking.path(run.id) : nil
            )
        }
    }

    private func moveTargets(_ run: Run, _ visit: Visit) async throws -> [Choice] {
        let open = try await site.office.runs(
            RunFilter(from: try site.office.today(), states: [.open], limit: 100),
            by: visit.actor
        )
        return open.filter { $0.run.id != run.id && $0.run.course.code == run.course.code }.map { summary in
            Choice(
                id: "to-\(summary.run.id)",
                value: "\(summary.run.id)",
                label: "\(DateWords.day(summary.run.starts.date)), \(site.office.areaName(summary.run.area)): "
                    + PlacesWords.sentence(summary).lowercased(),
                isChosen: false
            )
        }
    }
}

extension Visit {
    /// What a right to something of a run is asked for.
    func subject(of run: Run) -> Subject { Subject(area: run.area, trainers: Set(run.trainers.compactMap(\.account))) }

    /// Whether who is signed in may use a route for a run; the operation asks again.
    func may(_ route: Route, on run: Run) -> Bool {
        guard case .staff(let action) = route.access else { return true }
        return actor.may(action, on: subject(of: run))
    }
}

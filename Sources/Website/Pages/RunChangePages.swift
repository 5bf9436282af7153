import Hummingbird
import Operations
import Programme
import Records

/// What staff do to a run and its bookings.
struct RunChangePages: Sendable {
    let site: Site

    /// Opens a run for bookings.
    @Sendable func open(_ visit: Visit) async throws -> Response { try await take(.open, "opened", visit) }
    /// Stops bookings.
    @Sendable func close(_ visit: Visit) async throws -> Response { try await take(.close, "closed", visit) }
    /// Records a run as taught.
    @Sendable func hold(_ visit: Visit) async throws -> Response { try await take(.hold, "held", visit) }
    /// Calls a run off.
    @Sendable func cancel(_ visit: Visit) async throws -> Response { try await take(.cancel, "cancelled", visit) }

    private func take(_ step: RunStep, _ done: String, _ visit: Visit) async throws -> Response {
        try await change(visit, done, errorOn: step == .cancel ? "reason" : nil) { run in
            _ = try await site.office.take(step, run: run, reason: visit.form.given("reason"), by: visit.actor)
        }
    }

    /// Gives a free place to somebody who waits.
    @Sendable func promote(_ visit: Visit) async throws -> Response {
        try await change(visit, "promoted") { run in
            let booking = try await booking(visit, on: run)
            _ = try await site.office.promote(booking, reason: visit.form.given("reason"), by: visit.actor)
        }
    }

    /// Moves a booking to another run.
    @Sendable func move(_ visit: Visit) async throws -> Response {
        try await change(visit, "moved") { run in
            let booking = try await booking(visit, on: run)
            guard let target = ID<Run>(visit.form["to"]) else { throw ChoiceMissing(what: "the other date") }
            _ = try await site.office.move(booking, to: target, by: visit.actor)
        }
    }

    /// Ends a booking.
    @Sendable func endBooking(_ visit: Visit) async throws -> Response {
        try await change(visit, "ended") { run in
            let booking = try await booking(visit, on: run)
            _ = try await site.office.cancel(booking, reason: visit.form.given("reason"), by: visit.actor)
        }
    }

    /// The booking form for somebody who rings or writes.
    @Sendable func newBooking(_ visit: Visit) async throws -> Response {
        try await form(visit, BookingForm())
    }

    /// Books for somebody who rings or writes.
    @Sendable func addBooking(_ visit: Visit) async throws -> Response {
        let run: ID<Run> = try visit.id("run")
        var form = BookingForm(visit.form)
        if let request = try form.request(source: .staff, office: site.office) {
            do {
                let (office, actor) = (site.office, visit.actor)
                let key = "\(visit.actor.word):\(run):\(visit.form["attempt"])"
                let address = try await site.submissions.once(key) {
                    Route.booking.path(try await office.book(request, on: run, by: actor).token) + "?new=yes"
                }
                return site.redirect(to: address)
            } catch let refusal as NotAllowed {
                throw refusal
            } catch let refusal as any Refusal {
                form.note(refusal)
            }
        }
        return try await self.form(visit, form)
    }

    private func form(_ visit: Visit, _ form: BookingForm) async throws -> Response {
        let summary = try await site.office.run(try visit.id("run"), by: visit.actor)
        let run = summary.run
        let part = try form.part(
            action: Route.addBooking.path(run.id),
            attempt: visit.form.given("attempt") ?? Hexadecimal.text(site.office.surroundings.randomBytes(8)),
            summary: summary,
            isForStaff: true,
            office: site.office
        )
        let model = StaffBookingPage(
            title: run.title,
            when: run.sittings.first.map(DateWords.full) ?? "",
            venue: run.venue.name,
            places: PlacesWords.sentence(summary),
            form: part,
            back: Route.run.path(run.id)
        )
        let head = PageHead(
            title: "Book for somebody on run \(run.id)",
            status: form.errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [
                TerminalWords.command(
                    "bookings add",
                    ["run": "\(run.id)", "name": form.fields.given("name") ?? "NAME"]
                )
            ],
            summary: form.errors.summary(anchors: BookingForm.anchors)
        )
        return try await site.page(.bookingForm, visit, head, model)
    }

    /// The booking that a form names, which must be on this run.
    private func booking(_ visit: Visit, on run: ID<Run>) async throws -> ID<Booking> {
        let entry = try await site.office.findBooking(visit.form["booking"], by: visit.actor)
        guard entry.booking.run == run else { throw UnknownThing.booking(visit.form["booking"]) }
        return entry.booking.id
    }

    private func change(
        _ visit: Visit,
        _ done: String,
        errorOn field: String? = nil,
        _ body: (ID<Run>) async throws -> Void
    ) async throws -> Response {
        let run: ID<Run> = try visit.id("run")
        do {
            try await body(run)
            return site.redirect(to: Route.run.path(run) + "?done=\(done)")
        } catch let refusal as NotAllowed {
            throw refusal
        } catch let refusal as UnknownThing {
            throw refusal
        } catch let refusal as any Refusal {
            var errors = FormErrors()
            errors.note(refusal.description, on: field)
            return try await RunPages(site: site).page(visit, run, errors)
        }
    }
}

/// A choice that was not made.
struct ChoiceMissing: Refusal {
    let what: String
    var description: String { "Nothing was chosen for \(what). Choose one from the list and try again." }
}

/// The booking form for staff.
struct StaffBookingPage: Sendable {
    let title: String
    let when: String
    let venue: String
    let places: String
    let form: BookingFormPart
    let back: String
}

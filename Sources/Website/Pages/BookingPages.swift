import Hummingbird
import Operations
import Programme
import Records

/// A booking as its holder sees it, by private link.
struct BookingPages: Sendable {
    let site: Site

    /// The booking: a place, a wait or an end.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        let token = try visit.token()
        let own = try await site.office.ownBooking(with: token)
        let isNew = visit.query.has("new")
        let words = BookingWords(own)
        let run = own.summary.run
        let name = own.entry.person.name
        let model = BookingPage(
            heading: words.heading,
            explanation: words.explanation,
            isConfirmed: own.entry.booking.state == .confirmed,
            isWaiting: own.entry.booking.state == .waiting,
            isCancelled: own.entry.booking.state == .cancelled,
            isNew: isNew,
            name: NameText(own.entry.person),
            bookedBy: own.entry.bookedBy,
            reference: own.entry.booking.reference,
            title: run.title,
            sittings: run.sittings.map(DateWords.full),
            area: site.office.areaName(run.area),
            venue: run.venue.name,
            venueAddress: run.venue.address.isEmpty ? nil : run.venue.address,
            access: run.venue.access.isEmpty ? nil : run.venue.access,
            accessNeeds: own.entry.accessNeeds.isEmpty ? nil : own.entry.accessNeeds,
            privateLink: address(Route.booking.path(token)),
            calendar: own.entry.booking.state == .confirmed ? Route.calendar.path(token) : nil,
            drawing: DrawnName(
                own.entry.person.name,
                language: own.entry.person.language,
                at: Route.nameDrawing.path(token),
                office: site.office
            ),
            cancel: own.canCancel ? Route.cancelBooking.path(token) : nil,
            surveys: surveys(own, token),
            certificate: own.certificate == nil ? nil : Route.certificate.path(token),
            otherDates: own.entry.booking.state == .cancelled ? Route.courses.path() + "?area=\(run.area)" : nil
        )
        let head = PageHead(
            title: words.heading,
            terminal: [
                TerminalWords.command(
                    "bookings add",
                    ["run": run.id.description, "name": name.text, "language": own.entry.person.language]
                )
            ],
            hasQuickExit: true,
            notice: visit.query.has("cancelled") ? "The booking is cancelled. You need not do anything else." : nil
        )
        return try await site.page(.booking, visit, head, model)
    }

    /// Asks once more before a place is given up.
    @Sendable func askToCancel(_ visit: Visit) async throws -> Response {
        let token = try visit.token()
        let own = try await site.office.ownBooking(with: token)
        let run = own.summary.run
        let isConfirmed = own.entry.booking.state == .confirmed
        let model = CancelPage(
            name: NameText(own.entry.person),
            title: run.title,
            when: run.sittings.first.map(DateWords.full) ?? "",
            consequence: isConfirmed && own.summary.waiting > 0
                ? "Your place passes to whoever has waited longest. You cannot take it back."
                : "You cannot take this back, but you can book again while there are places.",
            action: Route.confirmCancelling.path(token),
            back: Route.booking.path(token),
            button: isConfirmed ? "Give up this place" : "Leave the waiting list"
        )
        let head = PageHead(
            title: "Cancel this booking?",
            terminal: [TerminalWords.command("bookings cancel \(own.entry.booking.reference)")],
            hasQuickExit: true
        )
        return try await site.page(.cancel, visit, head, model)
    }

    /// Gives the place up.
    @Sendable func cancel(_ visit: Visit) async throws -> Response {
        let token = try visit.token()
        _ = try await site.office.cancelBooking(with: token)
        return site.redirect(to: Route.booking.path(token) + "?cancelled=yes")
    }

    /// The name as the certificate will draw it.
    @Sendable func nameDrawing(_ visit: Visit) async throws -> Response {
        let own = try await site.office.ownBooking(with: try visit.token())
        let person = own.entry.person
        return site.drawing(try site.office.nameSVG(person.name.given, language: person.language))
    }

    private func surveys(_ own: OwnBooking, _ token: PrivateToken) -> [BookingPage.Survey] {
        guard own.entry.booking.state == .confirmed, own.entry.agreesToSurveys else { return [] }
        return own.waves.compactMap { standing in
            let link = standing.canBeAnswered ? "\(Route.survey.path(token))?wave=\(standing.wave.name)" : nil
            return SurveyWords.state(of: standing).map { state in
                BookingPage.Survey(title: SurveyWords.title(standing.wave), state: state, address: link)
            }
        }
    }

    func address(_ path: String) -> String {
        var base = site.office.publicAddress[...]
        while base.last == "/" { base.removeLast() }
        return base + path
    }
}

/// What a booking is, in words.
struct BookingWords: Sendable {
    let heading: String
    let explanation: String

    init(_ own: OwnBooking) {
        let (run, booking) = (own.summary.run, own.entry.booking)
        switch booking.state {
        case .confirmed where run.state == .cancelled, .waiting where run.state == .cancelled:
            heading = "This course is cancelled"
            explanation = "It will not take place. Please choose another date."
        case .confirmed:
            heading = run.state == .held ? "You had a place" : "You have a place"
            explanation = "\(DateWords.dayAndTime(run.starts)) at \(run.venue.name)."
        case .waiting:
            let position = own.entry.position ?? own.summary.waiting
            heading = Self.queue(position, of: own.summary.waiting)
            explanation =
                "All \(run.capacity) places are taken. A place that is given up more than 24 hours before the start passes "
                + "to whoever has waited longest, and this page tells you as soon as it is yours."
        case .cancelled:
            heading = run.state == .cancelled ? "This course is cancelled" : "This booking is cancelled"
            explanation =
                run.state == .cancelled
                ? "It will not take place. Please choose another date." : "The place is free for somebody else."
        }
    }

    /// `You are first of three waiting`; alone, `You are first in the queue`.
    static func queue(_ position: Int, of waiting: Int) -> String {
        waiting <= 1
            ? "You are first in the queue"
            : "You are \(Ordinal.words(position)) of \(NumberWords.count(waiting)) waiting"
    }
}

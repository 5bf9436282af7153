import FoundationEssentials
import Material
public import Programme
import Records

extension Office {
    /// Books a place, or a wait for one, and mints the booking's private link.
    public func book(_ request: BookingRequest, on run: ID<Run>, by actor: Actor) async throws -> BookingReceipt {
        let (now, token) = (surroundings.now(), mintToken())
        let request = try placed(request)
        let receipt = try await records.change(actor, .bookingMade, at: now) { ledger in
            try book(request, on: run, by: actor, at: now, token: token, in: ledger)
        }
        tell(.bookingMade, ["run": "\(run)", "state": "\(receipt.entry.booking.state.rawValue)"])
        return receipt
    }

    /// Books many people in one transaction: all of them or, when one cannot be, none.
    public func book(_ requests: [BookingRequest], on run: ID<Run>, by actor: Actor) async throws -> [BookingReceipt] {
        let now = surroundings.now()
        let prepared = try requests.map { (try placed($0), mintToken()) }
        let receipts = try await records.change(actor, .bookingMade, at: now) { ledger in
            try prepared.enumerated().map { index, item in
                do {
                    return try book(item.0, on: run, by: actor, at: now, token: item.1, in: ledger)
                } catch let refusal as any Refusal {
                    throw RowRefusal(row: index, reason: refusal.description)
                }
            }
        }
        tell(.bookingMade, ["run": "\(run)", "count": "\(receipts.count)"])
        return receipts
    }

    /// Adds somebody at the door by name; beyond the capacity if need be.
    public func addWalkIn(_ name: PersonName, language: String?, to run: ID<Run>, by actor: Actor) async throws
        -> BookingReceipt
    {
        let (now, token) = (surroundings.now(), mintToken())
        let request = BookingRequest(name: name, language: language, source: .walkIn)
        let receipt = try await records.change(actor, .walkInAdded, at: now) { ledger in
            let summary = try ledger.read.existingRun(run)
            try actor.require(.walkInAdded, on: summary.run.subject)
            var places = ledger.read.places(of: summary, in: try timeZone(summary.run.zone))
            let outcome = try places.takeAtTheDoor(at: now)
            let person = try ledger.insertPerson(name: name, email: nil, telephone: nil, language: language)
            return try record(request, person, on: summary, outcome, at: now, token: token, in: ledger)
        }
        tell(.walkInAdded, ["run": "\(run)"])
        return receipt
    }

    /// Codes of home and work areas checked against the reference; unknown ones are refused with the nearest name.
    private func placed(_ request: BookingRequest) throws -> BookingRequest {
        var placed = request
        let today = try today()
        placed.homeArea = try request.homeArea.map { try reference.areas.area(named: $0, on: today).code.rawValue }
        placed.workArea = try request.workArea.map { try reference.areas.area(named: $0, on: today).code.rawValue }
        return placed
    }

    private func book(
        _ request: BookingRequest,
        on run: ID<Run>,
        by actor: Actor,
        at now: Date,
        token: PrivateToken,
        in ledger: Ledger
    ) throws -> BookingReceipt {
        let summary = try ledger.read.existingRun(run)
        guard summary.run.state != .draft || actor.role != .visitor else { throw UnknownThing.run(run, nearest: []) }
        try actor.require(.bookingMade, on: summary.run.subject)
        var request = try located(request, on: LocalDateTime(now, in: try timeZone(summary.run.zone)).date, ledger.read)
        let invitation = try request.invitationCode.map { try ledger.useInvitation(code: $0, at: now) }
        if actor.role != .visitor, let namesake = try ledger.read.namesake(of: request, on: run) {
            throw BookingRefusal.namesake(run: summary.run.label, state: namesake.booking.state)
        }
        let person = try ledger.personBooking(request)
        if let earlier = try ledger.read.booking(of: person, on: run) {
            throw BookingRefusal.twice(run: summary.run.label, state: earlier.booking.state)
        }
        if let invitation, invitation.marksCaller {
            try ledger.markFrequentCaller(person, by: actor.word, partner: invitation.partner, at: now)
        }
        var places = ledger.read.places(of: summary, in: try timeZone(summary.run.zone))
        let outcome = try places.take(waitsIfFull: request.waitsIfFull, at: now)
        if let invitation { request.source = .partner(invitation.partner) }
        return try record(request, person, on: summary, outcome, at: now, token: token, in: ledger)
    }

    private func record(
        _ request: BookingRequest,
        _ person: ID<Person>,
        on summary: RunSummary,
        _ outcome: Places.Outcome,
        at now: Date,
        token: PrivateToken,
        in ledger: Ledger
    ) throws -> BookingReceipt {
        let state: BookingState = outcome == .confirmed ? .confirmed : .waiting
        let id = try ledger.insertBooking(
            request,
            reference: try freeReference(in: ledger),
            person: person,
            run: summary.run.id,
            state: state,
            at: now
        )
        try ledger.mintLink(token, .booking, subject: id.rawValue, at: now, expires: linkExpiry(of: summary.run))
        try ledger.queueLetter(state == .confirmed ? "confirmation" : "waiting", subject: id.rawValue, occasion: "made")
        try ledger.note(
            "booking:\(id)",
            ["run": "\(summary.run.id)", "state": state.rawValue, "source": request.source.kind]
        )
        return BookingReceipt(
            entry: try ledger.read.existingBooking(id),
            summary: try ledger.read.existingRun(summary.run.id),
            outcome: outcome,
            token: token
        )
    }

    /// Private links of a booking work until 400 days after the last sitting, so that every follow-up survey can be answered.
    func linkExpiry(of run: Run) -> Date {
        LocalDateTime(date: run.lastStarts.date.adding(days: 400), time: run.lastStarts.time)
            .instant(in: surroundings.zone(run.zone) ?? .gmt)
    }
}

/// A refusal of one row of several; nothing was changed.
public struct RowRefusal: Refusal, Equatable {
    /// The row, from 0.
    public let row: Int
    /// Why.
    public let reason: String
    /// The sentence of the row.
    public var description: String { reason }
}

extension Reader {
    /// A live booking under the same name when neither has an address or a number to tell them apart.
    ///
    /// Only staff are told: on the public form it would answer whether somebody is booked.
    fileprivate func namesake(of request: BookingRequest, on run: ID<Run>) throws -> BookingEntry? {
        guard request.email == nil, request.telephone == nil else { return nil }
        return try bookings(of: run).first { entry in
            entry.person.email == nil && entry.person.telephone == nil && entry.person.name.matches(request.name)
        }
    }
}

extension Ledger {
    /// The person a request is about: one with the same address or number and the same name, or a new one.
    func personBooking(_ request: BookingRequest) throws -> ID<Person> {
        let known = try read.people(email: request.email, telephone: request.telephone)
        if let same = known.first(where: { $0.name.matches(request.name) }) { return same.id }
        return try insertPerson(
            name: request.name,
            email: request.email,
            telephone: request.telephone,
            language: request.language
        )
    }

    /// Takes one use of a partner's invitation, or refuses it.
    func useInvitation(code: String, at now: Date) throws -> Invitation {
        let hash = PrivateToken(code.split(whereSeparator: \.isWhitespace).joined()).hash
        guard let invitation = try read.invitation(hash: hash), invitation.usesLeft > 0, now < invitation.expires else {
            throw BookingRefusal.unknownInvitation
        }
        try useInvitation(hash: hash)
        return invitation
    }

    func mintLink(_ token: PrivateToken, _ purpose: LinkPurpose, subject: Int64, at now: Date, expires: Date) throws {
        try insertLink(hash: token.hash, purpose: purpose, subject: subject, issued: now, expires: expires)
    }
}

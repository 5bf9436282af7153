import FoundationEssentials
public import Programme
public import Records

/// A booking as its holder sees it.
public struct OwnBooking: Hashable, Sendable {
    /// The booking.
    public let entry: BookingEntry
    /// The run with its numbers.
    public let summary: RunSummary
    /// Whether it can still be cancelled.
    public let canCancel: Bool
    /// Where each survey wave stands; empty when the course has no survey.
    public let waves: [WaveStanding]
    /// The number of the certificate, when one was issued.
    public let certificate: String?
}

extension Office {
    /// The bookings of a run, for staff.
    public func bookings(of run: ID<Run>, withCancelled: Bool = false, by actor: Actor) async throws -> [BookingEntry] {
        try await records.read { reader in
            try actor.require(.bookingsSeen, on: try reader.existingRun(run).run.subject)
            return try reader.bookings(of: run, withCancelled: withCancelled)
        }
    }

    /// The booking a private link is for, as its holder sees it.
    public func ownBooking(with token: PrivateToken) async throws -> OwnBooking {
        let id: ID<Booking> = try await subject(of: token, .booking)
        return try await ownBooking(id)
    }

    func ownBooking(_ id: ID<Booking>) async throws -> OwnBooking {
        let now = surroundings.now()
        return try await records.read { reader in
            let entry = try reader.existingBooking(id)
            let summary = try reader.existingRun(entry.booking.run)
            let zone = try timeZone(summary.run.zone)
            let waves = try reader.frozenInstrument(of: summary.run.id)?.standings(
                for: summary.run.dates(bookedAt: entry.madeAt, zone),
                on: LocalDateTime(now, in: zone).date,
                answered: Set(try reader.wavesAnswered(by: id).keys)
            )
            return OwnBooking(
                entry: entry,
                summary: summary,
                canCancel: entry.booking.state != .cancelled && summary.run.state != .held
                    && now < summary.run.starts.instant(in: zone),
                waves: waves ?? [],
                certificate: try reader.certificate(of: id).flatMap { $0.revoked == nil ? $0.number : nil }
            )
        }
    }

    /// The booking with a number or a code, for staff who typed one.
    public func findBooking(_ text: String, by actor: Actor) async throws -> BookingEntry {
        try await records.read { reader in
            let found = try ID<Booking>(text).map { try reader.booking($0) } ?? reader.booking(reference: text)
            guard let entry = found else { throw UnknownThing.booking(text) }
            try actor.require(.bookingsSeen, on: try reader.existingRun(entry.booking.run).run.subject)
            return entry
        }
    }

    /// A new private link to a booking or its surveys, for a letter or for staff to hand over; earlier links go on working.
    public func mintLink(_ purpose: LinkPurpose, booking id: ID<Booking>, by actor: Actor) async throws -> PrivateToken
    {
        // A booking's number must never open a session or another booking's certificate.
        guard [.booking, .survey, .calendar].contains(purpose) else { throw UnknownThing.link(purpose) }
        let (now, token) = (surroundings.now(), mintToken())
        return try await records.change(actor, .surveyLinksMade, at: now) { ledger in
            let run = try ledger.read.existingRun(try ledger.read.existingBooking(id).booking.run).run
            try actor.require(.surveyLinksMade, on: run.subject)
            try ledger.mintLink(token, purpose, subject: id.rawValue, at: now, expires: linkExpiry(of: run))
            try ledger.note("booking:\(id)", ["purpose": purpose.rawValue])
            return token
        }
    }

    /// The key a private link opens, unless it never was, has expired or was taken back.
    func subject<Entity>(of token: PrivateToken, _ purpose: LinkPurpose) async throws -> ID<Entity> {
        let now = surroundings.now()
        return try await records.read { reader in
            guard let link = try reader.link(hash: token.hash), link.purpose == purpose, link.revoked == nil,
                link.used == nil, now < link.expires
            else { throw UnknownThing.link(purpose) }
            return ID(rawValue: link.subject)
        }
    }
}

extension Run {
    func dates(bookedAt: Date, _ zone: TimeZone) -> PersonalCourseDates {
        PersonalCourseDates(
            bookedOn: LocalDateTime(bookedAt, in: zone).date,
            firstSitting: starts.date,
            lastSitting: lastStarts.date
        )
    }
}

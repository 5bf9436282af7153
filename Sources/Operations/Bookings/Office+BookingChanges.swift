import FoundationEssentials
public import Programme
public import Records

extension Office {
    /// Ends a booking; freed places pass to those who wait longest.
    public func cancel(_ booking: ID<Booking>, reason: String? = nil, by actor: Actor) async throws
        -> CancellationReceipt
    {
        try await cancel(booking, reason: reason, by: actor, ownLink: false)
    }

    /// Ends the booking a private link is for.
    public func cancelBooking(with token: PrivateToken) async throws -> CancellationReceipt {
        let booking: ID<Booking> = try await subject(of: token, .booking)
        return try await cancel(booking, reason: "by the person", by: .linkHolder, ownLink: true)
    }

    private func cancel(
        _ id: ID<Booking>,
        reason: String?,
        by actor: Actor,
        ownLink: Bool
    ) async throws -> CancellationReceipt {
        let now = surroundings.now()
        let receipt = try await records.change(actor, .bookingCancelled, at: now) { ledger in
            let entry = try ledger.read.existingBooking(id)
            let summary = try ledger.read.existingRun(entry.booking.run)
            try actor.require(.bookingCancelled, on: ownLink ? .ownLink : summary.run.subject)
            try ledger.read.requireChangeable(entry, on: summary.run)
            if ownLink, now >= summary.run.starts.instant(in: try timeZone(summary.run.zone)) {
                throw BookingRefusal.begun(name: entry.person.name.text, run: summary.run.label)
            }
            try ledger.cancel(id, reason: reason, at: now)
            try ledger.queueLetter("cancellation", subject: id.rawValue, occasion: "cancelled")
            try ledger.note("booking:\(id)", ["run": "\(summary.run.id)", "from": entry.booking.state.rawValue])
            return CancellationReceipt(
                entry: entry,
                summary: try ledger.read.existingRun(summary.run.id),
                promoted: try promote(on: summary.run.id, at: now, in: ledger)
            )
        }
        tell(.bookingCancelled, ["run": "\(receipt.summary.run.id)", "promoted": "\(receipt.promoted.count)"])
        return receipt
    }

    /// Moves a booking with its code, needs and answers to another run, in one transaction.
    public func move(_ id: ID<Booking>, to target: ID<Run>, by actor: Actor) async throws -> MoveReceipt {
        let now = surroundings.now()
        let receipt = try await records.change(actor, .bookingMoved, at: now) { ledger in
            let entry = try ledger.read.existingBooking(id)
            let (from, to) = (try ledger.read.existingRun(entry.booking.run), try ledger.read.existingRun(target))
            try actor.require(.bookingMoved, on: from.run.subject)
            try actor.require(.bookingMoved, on: to.run.subject)
            guard from.run.id != to.run.id else { throw BookingRefusal.sameRun(run: to.run.label) }
            try ledger.read.requireChangeable(entry, on: from.run)
            if let other = try ledger.read.booking(of: entry.person.id, on: target) {
                throw BookingRefusal.twice(run: to.run.label, state: other.booking.state)
            }
            var places = ledger.read.places(of: to, in: try timeZone(to.run.zone))
            let outcome = try places.take(waitsIfFull: true, at: now)
            try ledger.move(id, to: target, state: outcome == .confirmed ? .confirmed : .waiting, at: now)
            try ledger.queueLetter("moved", subject: id.rawValue, occasion: ledger.occasion(of: target))
            try ledger.note("booking:\(id)", ["from": "\(from.run.id)", "to": "\(target)"])
            return MoveReceipt(
                entry: try ledger.read.existingBooking(id),
                from: try ledger.read.existingRun(from.run.id),
                to: try ledger.read.existingRun(target),
                outcome: outcome,
                promoted: try promote(on: from.run.id, at: now, in: ledger)
            )
        }
        tell(.bookingMoved, ["from": "\(receipt.from.run.id)", "to": "\(target)"])
        return receipt
    }

    /// Gives a free place to somebody who waits; passing those ahead needs a reason.
    public func promote(_ id: ID<Booking>, reason: String? = nil, by actor: Actor) async throws -> BookingEntry {
        let now = surroundings.now()
        let entry = try await records.change(actor, .bookingPromoted, at: now) { ledger in
            let entry = try ledger.read.existingBooking(id)
            let summary = try ledger.read.existingRun(entry.booking.run)
            try actor.require(.bookingPromoted, on: summary.run.subject)
            guard let position = entry.position else {
                throw BookingRefusal.notWaiting(name: entry.person.name.text, state: entry.booking.state)
            }
            var places = ledger.read.places(of: summary, in: try timeZone(summary.run.zone))
            try places.promote(at: now)
            let reason = reason?.isEmpty == false ? reason : nil
            if position > 1, reason == nil {
                throw BookingRefusal.reasonMissing(name: entry.person.name.text, ahead: position - 1)
            }
            try confirm(
                id,
                on: summary.run.id,
                ["position": "\(position)", "reason": try reason.map(ledger.keepReason) ?? "next in the queue"],
                in: ledger
            )
            return try ledger.read.existingBooking(id)
        }
        tell(.bookingPromoted, ["run": "\(entry.booking.run)"])
        return entry
    }

    /// Passes free places to those who wait longest, until 24 hours before the start.
    private func promote(on run: ID<Run>, at now: Date, in ledger: Ledger) throws -> [BookingEntry] {
        let summary = try ledger.read.existingRun(run)
        let places = ledger.read.places(of: summary, in: try timeZone(summary.run.zone))
        return try ledger.read.waiting(on: run, limit: places.promotions(at: now)).map { booking in
            try confirm(booking, on: run, ["reason": "a place became free"], in: ledger)
            return try ledger.read.existingBooking(booking)
        }
    }

    private func confirm(_ id: ID<Booking>, on run: ID<Run>, _ detail: [String: String], in ledger: Ledger) throws {
        try ledger.confirm(id)
        try ledger.queueLetter("promotion", subject: id.rawValue, occasion: ledger.occasion(of: run))
        try ledger.note("booking:\(id)", detail.merging(["run": "\(run)"]) { own, _ in own }, as: .bookingPromoted)
    }
}

extension Ledger {
    /// A run at an instant: somebody who moves away and back again is told twice, and once of each move.
    fileprivate func occasion(of run: ID<Run>) -> String { "run:\(run) \(StoredInstant.text(now))" }
}

extension Reader {
    /// Refuses to change a booking that has ended or was used.
    func requireChangeable(_ entry: BookingEntry, on run: Run) throws {
        let name = entry.person.name.text
        guard entry.booking.state != .cancelled else { throw BookingRefusal.cancelledAlready(name: name) }
        guard run.state != .held, try !isMarked(entry.booking.id) else {
            throw BookingRefusal.attended(name: name, run: run.label)
        }
    }
}

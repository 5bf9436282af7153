import FoundationEssentials
import Programme
import Records

extension Scribe {
    /// Lets somebody in at the door without a booking, as the rule for the door allows: only a name is known.
    mutating func letIn(at pilot: PilotRun, _ run: Run, confirmed: Int) throws -> Seat {
        let person = try crowd.next(in: pilot.area)
        let request = BookingRequest(name: person.request.name, language: person.request.language, source: .walkIn)
        let at = run.starts.instant(in: plan.zone).addingTimeInterval(-300)
        var places = Places(
            run: run.label,
            state: .open,
            capacity: run.capacity,
            confirmed: confirmed,
            waiting: 0,
            closes: run.bookingCloses.instant(in: plan.zone),
            starts: run.starts.instant(in: plan.zone)
        )
        _ = try places.takeAtTheDoor(at: at)
        let id = try ledger.insertPerson(
            name: request.name,
            email: nil,
            telephone: nil,
            language: request.language
        )
        let reference = nextReference()
        let booking = try ledger.insertBooking(
            request,
            reference: reference,
            person: id,
            run: run.id,
            state: .confirmed,
            at: at
        )
        try ledger.note(
            "booking:\(booking)",
            ["run": "\(run.id)", "state": "confirmed", "source": request.source.word],
            as: .walkInAdded
        )
        tally.people += 1
        tally.confirmed += 1
        let walkIn = MadeUpPerson(request: request, isFrequentComplainant: false)
        return Seat(booking: booking, reference: reference, person: walkIn, madeAt: at)
    }
}

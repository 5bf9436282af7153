import FoundationEssentials
import Programme
import Records

/// Something that happens to the places of a run.
private enum BookingEvent {
    /// The person of an index asks for a place.
    case asked(Int)
    /// The person of an index gives it up.
    case gaveUp(Int)
}

/// Somebody who asked, and what they have.
private struct Asker {
    let person: MadeUpPerson
    var seat: Seat?
    var state = BookingState.cancelled
}

extension Scribe {
    /// Lets people ask for places in the order of time; the rule for places decides who gets one, who waits, who is promoted.
    ///
    /// - Returns: Those with a place in the end.
    mutating func book(_ pilot: PilotRun, _ run: Run, _ chance: inout Chance) throws -> [Seat] {
        let asked = try askings(on: pilot, &chance)
        var askers = asked.map { Asker(person: $0.person) }
        var places = Places(
            run: run.label,
            state: .open,
            capacity: run.capacity,
            confirmed: 0,
            waiting: 0,
            closes: run.bookingCloses.instant(in: plan.zone),
            starts: run.starts.instant(in: plan.zone)
        )
        let events = asked.enumerated().map { ($1.at, BookingEvent.asked($0)) } + givingUps(on: pilot, &chance)
        for (at, event) in events {
            switch event {
            case .asked(let index): try ask(&askers[index], &places, run, at)
            case .gaveUp(let index):
                guard let seat = askers[index].seat else { continue }
                try ledger.cancel(seat.booking, reason: "by the person", at: at)
                try ledger.note(
                    "booking:\(seat.booking)",
                    ["run": "\(run.id)", "from": askers[index].state.rawValue],
                    as: .bookingCancelled
                )
                places.release(askers[index].state)
                askers[index].state = .cancelled
                try promote(&askers, &places, run, at)
            }
        }
        tally.confirmed += askers.count { $0.state == .confirmed }
        tally.waiting += askers.count { $0.state == .waiting }
        return askers.compactMap { $0.state == .confirmed ? $0.seat : nil }
    }

    private mutating func nextPerson(_ index: Int, of pilot: PilotRun) throws -> MadeUpPerson {
        let language = pilot.languages.indices.contains(index) ? pilot.languages[index] : nil
        var person = try crowd.next(in: pilot.area, language: language)
        // Whoever was there yesterday agreed to be asked, so that the two answers missing are two.
        if case .heldYesterday = pilot.fate { person.request.consents.granted.insert(.surveys) }
        return person
    }

    private mutating func ask(_ asker: inout Asker, _ places: inout Places, _ run: Run, _ at: Date) throws {
        let request = asker.person.request
        let person = try ledger.insertPerson(
            name: request.name,
            email: request.email,
            telephone: request.telephone,
            language: request.language
        )
        tally.people += 1
        if asker.person.isFrequentComplainant {
            try ledger.markFrequentCaller(person, by: Role.operator.rawValue, partner: Crowd.partner, at: at)
        }
        asker.state = try places.take(waitsIfFull: request.waitsIfFull, at: at) == .confirmed ? .confirmed : .waiting
        let reference = nextReference()
        let booking = try ledger.insertBooking(
            request,
            reference: reference,
            person: person,
            run: run.id,
            state: asker.state,
            at: at
        )
        try ledger.note(
            "booking:\(booking)",
            ["run": "\(run.id)", "state": asker.state.rawValue, "source": request.source.word],
            as: .bookingMade
        )
        asker.seat = Seat(booking: booking, reference: reference, person: asker.person, madeAt: at)
    }

    /// Passes free places on to those who wait longest, as the rule allows at that moment.
    private func promote(_ askers: inout [Asker], _ places: inout Places, _ run: Run, _ at: Date) throws {
        for _ in 0..<places.promotions(at: at) {
            let waiting = askers.indices.filter { askers[$0].state == .waiting }
            let next = waiting.min {
                (askers[$0].seat?.madeAt ?? at, $0) < (askers[$1].seat?.madeAt ?? at, $1)
            }
            guard let next, let seat = askers[next].seat else { return }
            try places.promote(at: at)
            try ledger.confirm(seat.booking)
            try ledger.note(
                "booking:\(seat.booking)",
                ["run": "\(run.id)", "reason": "a place became free"],
                as: .bookingPromoted
            )
            askers[next].state = .confirmed
        }
    }

    /// Who asks and when, in order of time: from the opening to the day before the first sitting, the day before a run is
    /// called off, or yesterday. Staff type in office hours what they are told; the website never sleeps.
    private mutating func askings(on pilot: PilotRun, _ chance: inout Chance) throws -> [(
        at: Date, person: MadeUpPerson
    )] {
        // Those who give up do so in the days before the last, when everybody has asked.
        let last = pilot.givenUp > 0 ? lastDay(of: pilot).adding(days: -5) : lastDay(of: pilot)
        let days = max(1, last.dayNumber - pilot.opened.dayNumber)
        let askings = try (0..<pilot.demand).map { index in
            let person = try nextPerson(index, of: pilot)
            let minutes = person.request.source == .website ? 450...1290 : 545...1010
            return (plan.instant(last.adding(days: -chance.below(days)), minutes: chance.within(minutes)), person)
        }
        return askings.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element)
    }

    /// When the first of those who asked give up again, in order of time.
    private func givingUps(on pilot: PilotRun, _ chance: inout Chance) -> [(Date, BookingEvent)] {
        let last = lastDay(of: pilot)
        let times = (0..<pilot.givenUp).map { _ in
            plan.instant(last.adding(days: -2 - chance.below(2)), minutes: chance.within(450...1290))
        }
        return times.sorted().enumerated().map { ($1, .gaveUp($0)) }
    }

    private func lastDay(of pilot: PilotRun) -> CalendarDate {
        let last = min(pilot.day, plan.today).adding(days: -1)
        guard case .cancelled(let day, _) = pilot.fate else { return last }
        return min(last, day.adding(days: -1))
    }
}

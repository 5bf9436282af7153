import FoundationEssentials
import Programme
import Records

extension Scribe {
    /// Stores the answers of everybody on a run who was asked and answered: fewer from wave to wave, as in life.
    mutating func answer(_ seats: [Seat], _ pilot: PilotRun, _ run: Run, _ chance: inout Chance) throws {
        guard let instrument = plan.instrument else { return }
        var responses = 0
        for (index, seat) in seats.enumerated() {
            var own = plan.chance("answers \(run.id) \(index)")
            let respondent = Respondent(
                instrument: instrument,
                temper: Temper(isFrequentComplainant: seat.person.isFrequentComplainant, &own),
                reference: seat.reference,
                mayBeQuoted: seat.person.agrees(to: .quotation)
            )
            guard seat.person.agrees(to: .surveys) else { continue }
            let dates = PersonalCourseDates(
                bookedOn: LocalDateTime(seat.madeAt, in: plan.zone).date,
                firstSitting: run.starts.date,
                lastSitting: run.lastStarts.date
            )
            // Yesterday the last two on the list went home without the form.
            let missesPost: Bool? =
                if case .heldYesterday = pilot.fate { index >= seats.count - 2 } else { nil }
            for wave in instrument.waves {
                guard let day = day(of: wave, for: seat, run, dates, missesPost: missesPost, &own), day < plan.today,
                    wave.isInTime(day, for: dates)
                else {
                    var silence = plan.chance("silence \(run.id) \(index) \(wave.wave.name)")
                    if seat.marks.contains(where: { $0 != nil && $0 != .absent }) {
                        try noteSilence(wave, of: seat, dates, hand: hand(of: run), &silence)
                    }
                    continue
                }
                let mode = mode(of: wave.wave, &own)
                let response = StoredResponse(
                    booking: seat.booking,
                    wave: wave.wave,
                    answeredOn: day,
                    mode: mode,
                    language: instrument.languages.first,
                    answers: try respondent.answers(in: wave.wave, &own),
                    keyedBy: mode == .web ? nil : hand(of: run)
                )
                let instant = plan.instant(day, minutes: own.within(1020...1320))
                try ledger.store(response, at: instant)
                var second = plan.chance("second \(run.id) \(index) \(wave.wave.name)")
                let isFresh = if case .heldYesterday = pilot.fate { true } else { false }
                try keyAgain(response, at: instant, isFresh: isFresh, &second)
                responses += 1
                tally.answers += response.answers.count
            }
        }
        try ledger.note("run:\(run.id)", ["responses": "\(responses)"], as: .surveysImported)
        tally.responses += responses
    }

    /// The day on which somebody answers a wave, or nil when they do not.
    private func day(
        of wave: WavePlan,
        for seat: Seat,
        _ run: Run,
        _ dates: PersonalCourseDates,
        missesPost: Bool?,
        _ chance: inout Chance
    ) -> CalendarDate? {
        let (first, last) = (seat.marks.first ?? nil, seat.marks.last ?? nil)
        switch wave.wave {
        case .booking:
            return seat.person.request.source == .website && chance.happens(0.4) ? dates.bookedOn : nil
        case .pre:
            let inTime = wasThere(first, &chance) && (first?.minutesLate ?? 0) <= 15
            return inTime && (missesPost != nil || chance.happens(0.965)) ? dates.firstSitting : nil
        case .post:
            if let missesPost { return missesPost ? nil : dates.lastSitting }
            guard wasThere(last, &chance), (last?.minutesEarly ?? 0) < 60, chance.happens(0.955) else { return nil }
            return chance.happens(0.93) ? dates.lastSitting : dates.lastSitting.adding(days: 1)
        case .firstFollowUp, .followUp:
            guard wasThere(last ?? first, &chance), chance.happens(share(answering: wave.wave)) else { return nil }
            // Most answer within a fortnight of being asked.
            return wave.due.date(in: dates).adding(days: chance.below(10) + chance.below(12) - 5)
        }
    }

    private func share(answering wave: Wave) -> Double {
        if case .followUp(let months) = wave, months > 3 { return 0.33 }
        return 0.5
    }

    /// Whether somebody was there; of those nobody marked about half were.
    private func wasThere(_ mark: RegisterMark?, _ chance: inout Chance) -> Bool {
        guard let mark else { return chance.happens(0.5) }
        return mark != .absent
    }

    private func mode(of wave: Wave, _ chance: inout Chance) -> AnswerMode {
        switch wave {
        case .booking: .web
        case .pre, .post: chance.happens(0.72) ? .paper : .web
        case .firstFollowUp, .followUp: chance.happens(0.12) ? .telephone : chance.happens(0.15) ? .paper : .web
        }
    }
}

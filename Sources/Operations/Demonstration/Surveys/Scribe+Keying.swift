import FoundationEssentials
import Programme
import Records

extension Scribe {
    /// Whose hand keyed the sheets of a run: the leading trainer's, or the office's.
    func hand(of run: Run) -> String {
        run.trainers.first?.account.map { "account:\($0)" } ?? Role.operator.rawValue
    }

    /// Keys every sixth paper sheet a second time, by the programme's manager; one answer in eighty differs. What differs is
    /// settled with the sheet in hand, but for the run of yesterday, where one sheet still lies there.
    mutating func keyAgain(_ response: StoredResponse, at instant: Date, isFresh: Bool, _ chance: inout Chance) throws {
        guard response.mode == .paper, chance.below(6) == 0,
            let id = try ledger.read.response(of: response.booking, wave: response.wave)?.id,
            let instrument = plan.instrument,
            let manager = tally.accounts.first(where: { $0.role == .manager })
        else { return }
        let items = instrument.items(in: response.wave).filter { !$0.isWords }
        var differing: [KeyingDisagreement] = []
        for item in items {
            guard chance.below(80) == 0, let first = response.values[item.code], let point = first.score,
                first.choice == nil
            else { continue }
            let slip = AnswerValue(score: point == 1 ? 7 : point == 10 ? 0 : point + 1)
            differing.append(KeyingDisagreement(item: item.code, first: first, second: slip))
        }
        let hand = "account:\(manager.id)"
        let later = instant.addingTimeInterval(5400)
        try ledger.insertSecondKeying(of: id, items: items.count, differing: differing, by: hand, at: later)
        guard !isFresh else { return }
        for difference in differing {
            try ledger.settle(
                difference.item,
                in: id,
                by: hand,
                reason: "Looked at the sheet; the first keying was right.",
                at: later.addingTimeInterval(1200)
            )
        }
    }

    /// Notes what became of asking somebody who was due and did not answer: most were sent a link, some said no, some could
    /// not be found any more.
    mutating func noteSilence(
        _ wave: WavePlan,
        of seat: Seat,
        _ dates: PersonalCourseDates,
        hand: String,
        _ chance: inout Chance
    )
        throws
    {
        let due = wave.due.date(in: dates)
        guard wave.wave > .post, due < plan.today, wave.closes.date(in: dates) >= wave.opens.date(in: dates) else {
            return
        }
        func note(_ kind: WaveEvent.Kind, after days: Int, reason: String? = nil) throws {
            let day = due.adding(days: days)
            guard day < plan.today else { return }
            let event = WaveEvent(wave: wave.wave, kind: kind, day: day)
            try ledger.insert(event, of: seat.booking, by: hand, reason: reason, at: plan.instant(day, minutes: 660))
        }
        try note(.link, after: 0)
        switch chance.below(20) {
        case 0...1: try note(.refused, after: 6)
        case 2...4: try note(.unreachable, after: 9, reason: "The letter came back, and the number is not in use.")
        case 5: try note(.withdrawn, after: 6)
        case 6...9: try note(.opened, after: 2)
        default: break
        }
    }
}

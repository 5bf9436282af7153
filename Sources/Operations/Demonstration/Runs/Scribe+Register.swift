import FoundationEssentials
import Programme
import Records

extension Scribe {
    /// Marks a register as trainers do: most are present, some late or gone early, some absent, a few not recorded.
    mutating func mark(_ seats: [Seat], _ pilot: PilotRun, _ run: Run, _ chance: inout Chance) throws -> [Seat] {
        var seats = seats
        let by = run.trainers.first?.account.map { "account:\($0)" } ?? Role.operator.rawValue
        for index in seats.indices {
            let marks =
                if case .heldYesterday = pilot.fate {
                    [index == 0 ? RegisterMark.late(minutes: 10) : .present]
                } else {
                    Self.marks(of: run.sittings.count, &chance)
                }
            seats[index].marks = marks
            for (sitting, mark) in marks.enumerated() {
                guard let mark else { continue }
                let start = run.sittings[sitting].starts
                let at = plan.instant(start.date, minutes: start.time.minutes + 10 + mark.minutesLate)
                try ledger.mark(seats[index].booking, sitting: sitting + 1, mark, by: by, at: at)
            }
        }
        let marked = seats.reduce(0) { $0 + $1.marks.count { $0 != nil } }
        try ledger.note("run:\(run.id)", ["marks": "\(marked)", "people": "\(seats.count)"], as: .registerMarked)
        tally.attended += seats.count { $0.marks.contains { $0 != nil && $0 != .absent } }
        return seats
    }

    private static func marks(of sittings: Int, _ chance: inout Chance) -> [RegisterMark?] {
        let first = chance.uniform()
        if first < 0.10 { return Array(repeating: .absent, count: sittings) }
        if first < 0.125 { return Array(repeating: nil, count: sittings) }
        return (0..<sittings).map { sitting in
            let later = chance.uniform()
            if sitting > 0, later < 0.07 { return .absent }
            if sitting > 0, later < 0.085 { return nil }
            let (late, early) = (chance.pick([5, 10, 15, 20, 35]) ?? 5, chance.pick([10, 20, 30, 60, 150]) ?? 10)
            switch chance.below(100) {
            case ..<7: return .late(minutes: late)
            case 7..<11: return .leftEarly(minutes: early)
            case 11: return .lateAndLeftEarly(late: late, early: early)
            default: return .present
            }
        }
    }
}

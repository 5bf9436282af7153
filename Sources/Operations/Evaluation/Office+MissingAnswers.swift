import FoundationEssentials
public import Programme
import Records

/// Answers that are waited for on one run.
public struct MissingAnswers: Hashable, Sendable {
    /// The run.
    public let run: Run
    /// The wave.
    public let wave: Wave
    /// How many were due.
    public let due: Int
    /// The codes of the bookings without an answer, never names.
    public let references: [String]
}

extension Office {
    /// Whose answers are due today and missing, by run and wave, the latest run first.
    ///
    /// Due is whoever was there, agreed to be asked, and whose window is open and past its due day. Those who said no or
    /// withdrew are due and not waited for.
    public func missingAnswers(by actor: Actor) async throws -> [MissingAnswers] {
        try actor.require(.evaluated)
        let today = try today()
        return try await records.read { reader in
            let (answered, events) = (try reader.wavesAnswered(), try reader.waveEvents(on: nil))
            let people = Dictionary(grouping: try reader.participations().filter(\.agreesToSurveys), by: \.run)
            let runs = try reader.runs(RunFilter(from: today.adding(days: -400), to: today)).map(\.run)
            return try runs.reversed().flatMap { run -> [MissingAnswers] in
                guard let present = people[run.id], let instrument = try reader.frozenInstrument(of: run.id) else {
                    return []
                }
                return instrument.waves.compactMap { plan in
                    let due = present.filter { person in
                        let dates = PersonalCourseDates(
                            bookedOn: person.bookedOn,
                            firstSitting: run.starts.date,
                            lastSitting: person.lastSitting
                        )
                        return plan.standing(for: dates, on: today).state == .due
                    }
                    let missing = due.map(\.reference).filter { reference in
                        let standing = events[reference]?.standing(in: plan.wave)
                        return answered[reference]?.contains(plan.wave) != true && standing != .refused
                            && standing != .withdrawn
                    }
                    guard !missing.isEmpty else { return nil }
                    return MissingAnswers(run: run, wave: plan.wave, due: due.count, references: missing.sorted())
                }
            }
        }
    }
}

public import Evaluation
import FoundationEssentials
public import Programme
import Records

extension Office {
    /// What callers called before and after training, from the force extracts on record.
    ///
    /// Attendees linked to a caller are the trained, everybody else on record the comparison. Without any link all callers are one
    /// group, compared around `options.start` or the month of the first run held. People who never called are not in an extract, so
    /// the law of rates is that of people with at least one call.
    ///
    /// - Parameters:
    ///   - options: Windows, threshold and seed; source and fewest calls are set here. Without a threshold it is 1 where attendees
    ///     are linked, else 12, one call a month.
    ///   - actor: Who asks: needs the rights to evaluate and to see frequent callers.
    /// - Returns: The findings.
    /// - Throws: ``CallersNotEvaluable``, a `CallersRefusal`, or that a right is missing.
    public func callers(options: CallersOptions = CallersOptions(), by actor: Actor) async throws -> CallersFindings {
        try actor.require(.evaluated)
        try actor.requireAnyReach(of: .callerMarkSeen)
        let evidence = try await records.read { reader in try CallerEvidence(reader) }
        guard !evidence.records.callers.isEmpty else { throw CallersNotEvaluable.noCallers }
        var options = options
        options.source = .forceExtract
        options.tailFrom = max(1, options.tailFrom ?? 1)
        options.threshold = options.threshold ?? (evidence.trained > 0 ? 1 : 12)
        if evidence.trained == 0 {
            options.start = options.start ?? evidence.firstRun
            options.remark =
                "No attendee with a caller reference is on record (\"people link-caller\"), so all callers are one group, trained or not."
        }
        return try CallersFindings(evaluating: evidence.records, options: options)
    }
}

/// Why callers cannot be evaluated from the database.
public enum CallersNotEvaluable: Refusal, Equatable {
    /// No extract with callers was imported.
    case noCallers

    /// The sentence.
    public var description: String {
        "There are no calls by person on record. Import a force's extract whose mapping names a caller column with \"calls import\" first."
    }
}

/// Calls by person as extracts on record give them.
private struct CallerEvidence: Sendable {
    private(set) var records = CallerRecords([])
    /// People on record who are linked and were trained.
    private(set) var trained = 0
    /// The month of the first run held.
    private(set) var firstRun: Month?

    init(_ reader: Reader) throws {
        let counts = try reader.callerCounts()
        // A month of an extract without any caller had no caller column, and says nothing about anybody.
        var covered: [String: Set<Month>] = [:], calls: [[UInt8]: [Month: Int]] = [:],
            forces: [[UInt8]: Set<String>] = [:]
        for count in counts {
            covered[count.force, default: []].insert(count.month)
            calls[count.count.caller, default: [:]][count.month, default: 0] += count.count.calls
            forces[count.count.caller, default: []].insert(count.force)
        }
        let (links, days) = (try reader.callerLinks(), try reader.trainingDays())
        var histories: [CallerHistory] = [], linked: Set<[UInt8]> = []
        func history(_ name: String, _ callers: [[UInt8]], _ day: CalendarDate?) {
            let own = callers.reduce(into: Set<String>()) { $0.formUnion(forces[$1] ?? []) }
            // A linked person without a call is at home in the one force there is.
            let places = own.isEmpty && covered.count == 1 ? Set(covered.keys) : own
            let months = places.reduce(into: Set<Month>()) { $0.formUnion(covered[$1] ?? []) }
            let exposed = months.sorted().map { month in
                CallerHistory.ExposedMonth(month, calls: callers.reduce(0) { $0 + (calls[$1]?[month] ?? 0) })
            }
            histories.append(CallerHistory(caller: name, trainedOn: day, months: exposed))
        }
        for (person, own) in Dictionary(grouping: links, by: \.person).sorted(by: { $0.key.rawValue < $1.key.rawValue })
        {
            linked.formUnion(own.map(\.caller))
            if days[person] != nil { trained += 1 }
            history("person \(person)", own.map(\.caller), days[person])
        }
        for caller in calls.keys.filter({ !linked.contains($0) }).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            history(caller.map { String($0, radix: 16) }.joined(separator: "-"), [caller], nil)
        }
        records = CallerRecords(counts.isEmpty ? [] : histories)
        let held = try reader.runs(RunFilter(states: [.held], limit: 100_000)).map(\.run)
        firstRun = held.map(\.starts.date.monthOfYear).min()
    }
}

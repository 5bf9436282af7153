public import Programme
import Statistics

/// Safe choices compared between two waves in the people who answered both times.
public struct GuardComparison: Hashable, Sendable {
    /// The item's code.
    public let item: String
    /// The first wave.
    public let from: Wave
    /// The second wave.
    public let to: Wave
    /// People who answered in both waves; nil when suppressed.
    public internal(set) var pairs: Int?
    /// Those who chose safely in the first wave.
    public internal(set) var safeFrom: Int?
    /// Those who chose safely in the second wave.
    public internal(set) var safeTo: Int?
    /// People who came to choose safely.
    public internal(set) var gained: Int?
    /// People who chose safely first and no longer did.
    public internal(set) var lost: Int?
    /// McNemar's exact two-sided p value.
    public internal(set) var p: Double?
    /// Whether fewer people chose safely in the second wave; nil without pairs. Kept when the counts are suppressed.
    public let fell: Bool?
    /// Why numbers are missing.
    public internal(set) var reasons: [MissingReason]

    init(item: String, from: Wave, to: Wave, pairs answers: [(from: Bool, to: Bool)]) {
        (self.item, self.from, self.to) = (item, from, to)
        let gained = answers.count { !$0.from && $0.to }, lost = answers.count { $0.from && !$0.to }
        pairs = answers.count
        safeFrom = answers.count(where: \.from)
        safeTo = answers.count(where: \.to)
        (self.gained, self.lost) = (gained, lost)
        fell = answers.isEmpty ? nil : lost > gained
        p = answers.isEmpty ? nil : (try? McNemar(gained: gained, lost: lost))?.p
        reasons = answers.isEmpty ? [MissingReason(["p_mcnemar", "fell"], "no one answered in both waves")] : []
    }
}

/// The guard items of a survey, person by person.
struct GuardTable {
    let items: [String]
    let waves: [Wave]
    private let answers: [String: [Wave: [String: Bool]]]

    init(_ given: [GuardAnswer]) throws(ConfidenceRefusal) {
        var answers: [String: [Wave: [String: Bool]]] = [:]
        var seen: Set<[String]> = []
        for (row, answer) in given.enumerated() {
            guard seen.insert([answer.attendee, answer.wave.name, answer.item]).inserted else {
                throw .duplicateAnswer(row: row, attendee: answer.attendee, wave: answer.wave, item: answer.item)
            }
            if let isSafe = answer.isSafe {
                answers[answer.item, default: [:]][answer.wave, default: [:]][answer.attendee] = isSafe
            }
        }
        self.answers = answers
        items = Set(given.map(\.item)).sorted(by: NaturalOrder.precedes)
        waves = Set(given.map(\.wave)).sorted()
    }

    /// Every item compared between two waves.
    func comparisons(from: Wave, to: Wave) -> [GuardComparison] {
        items.map { item in
            let first = answers[item]?[from] ?? [:], second = answers[item]?[to] ?? [:]
            let pairs = first.compactMap { attendee, was in second[attendee].map { (from: was, to: $0) } }
            return GuardComparison(item: item, from: from, to: to, pairs: pairs)
        }
    }
}

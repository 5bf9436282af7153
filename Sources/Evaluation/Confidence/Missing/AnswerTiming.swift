import Programme

/// Which answers count as given in time.
///
/// The office's windows decide where they are known. From a file only the order of days is known: an answer that is dated
/// before the same person's answer of an earlier wave cannot have been given when its wave says.
struct AnswerTiming: Sendable {
    private let outside: [Wave: Set<Int>]

    init(_ table: ScoreTable, _ flow: SurveyFlow?) {
        var outside: [Wave: Set<Int>] = [:]
        if let flow {
            let late = flow.people.map { person in
                (person.reference, Set(person.states.filter { $0.value == .late }.keys))
            }
            let lateWaves = Dictionary(late) { first, _ in first }
            for (person, name) in table.attendees.enumerated() {
                for wave in lateWaves[name] ?? [] { outside[wave, default: []].insert(person) }
            }
        } else {
            for (place, wave) in table.waves.enumerated() {
                for person in table.attendees.indices {
                    guard let day = table.day(of: person, in: wave) else { continue }
                    let earlier = table.waves[..<place].compactMap { table.day(of: person, in: $0) }
                    if earlier.contains(where: { $0 > day }) { outside[wave, default: []].insert(person) }
                }
            }
        }
        self.outside = outside
    }

    /// The people with an answer of the wave outside its window.
    func late(in wave: Wave) -> Int { outside[wave]?.count ?? 0 }

    /// Whether each person's answers of both waves were in time; nil when everybody's were.
    func inTime(_ people: Int, _ from: Wave, _ to: Wave) -> [Bool]? {
        let late = (outside[from] ?? []).union(outside[to] ?? [])
        return late.isEmpty ? nil : (0..<people).map { !late.contains($0) }
    }
}

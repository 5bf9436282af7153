public import Programme

/// What the office knows about who was to be asked when: the denominator of every response rate.
public struct SurveyFlow: Hashable, Sendable {
    /// One person who attended.
    public struct Person: Hashable, Sendable {
        /// The reference used in the answers.
        public var reference: String
        /// The course.
        public var course: String?
        /// Where each wave stands; a wave that is absent was never to be asked.
        public var states: [Wave: WaveFlowStatus]

        /// A person.
        public init(reference: String, course: String? = nil, states: [Wave: WaveFlowStatus]) {
            (self.reference, self.course, self.states) = (reference, course, states)
        }
    }

    /// Everybody who attended.
    public var people: [Person]

    /// The office's own list.
    public init(people: [Person]) { self.people = people }
}

/// How many people stand where in one wave.
public struct WaveTally: Hashable, Sendable {
    /// The wave.
    public let wave: Wave
    /// People who attended.
    public internal(set) var attended: Int?
    /// The people in each state; a state that nobody is in is 0, a suppressed one nil.
    public internal(set) var counts: [WaveFlowStatus: Int?]
    /// Why numbers are missing.
    public internal(set) var why: String?

    /// People whose turn had come.
    public var due: Int? { sum(WaveFlowStatus.allCases.filter(\.isDue)) }
    /// People who were got hold of, whether they answered, said no or neither.
    public var reached: Int? { sum([.reached, .refused, .late, .answered]) }
    /// People who answered, in time or not.
    public var answered: Int? { sum([.answered, .late]) }
    /// People who were due and of whom nothing was heard.
    public var silent: Int? { self[.due] }
    /// People in one state; nil when suppressed.
    public subscript(state: WaveFlowStatus) -> Int? { counts[state] ?? 0 }

    private func sum(_ states: [WaveFlowStatus]) -> Int? {
        states.reduce(0) { sum, state in sum.flatMap { sum in self[state].map { sum + $0 } } }
    }

    init(_ wave: Wave, _ states: [WaveFlowStatus]) {
        self.wave = wave
        attended = states.count
        counts = Dictionary(
            uniqueKeysWithValues: WaveFlowStatus.allCases.map { state in
                (state, states.count { $0 == state })
            }
        )
    }

    /// Every wave that anybody was to be asked in, in order of time.
    static func all(_ flow: SurveyFlow) -> [WaveTally] {
        let waves = Set(flow.people.flatMap(\.states.keys)).sorted()
        return waves.map { wave in WaveTally(wave, flow.people.map { $0.states[wave] ?? .skipped }) }
    }

    /// Hides every count of a wave when one of them tells about fewer than `least` people: any other could be subtracted.
    mutating func suppress(below least: Int) {
        let known = counts.values.compactMap { $0 }
        guard known.contains(where: { (1..<least).contains($0) }) else { return }
        for state in counts.keys { counts[state] = .some(nil) }
        if let all = attended, (1..<least).contains(all) { attended = nil }
        why = "suppressed: a part has fewer than \(least) people"
    }
}

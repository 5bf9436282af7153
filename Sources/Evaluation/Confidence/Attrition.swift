public import Programme

/// Who came, who was asked, who answered.
public struct Attrition: Hashable, Sendable {
    /// One wave's response.
    public struct Response: Hashable, Sendable {
        /// The wave.
        public let wave: Wave
        /// People whose turn it was.
        public internal(set) var due: Int?
        /// Those of them who answered at least one item.
        public internal(set) var answered: Int?
        /// People who answered although the office did not have them as due.
        public internal(set) var answeredNotDue: Int?
        /// Why a number is missing.
        public internal(set) var why: String?
    }

    /// People who attended.
    public internal(set) var attended: Int?
    /// The waves in order of time.
    public internal(set) var waves: [Response]
    /// People who answered at least one item both before and after; nil when suppressed.
    public internal(set) var preAndPost: Int?
    /// Whether the office said who was due; otherwise everybody who appears in the answers counts as due.
    public let knowsDue: Bool
    /// Why numbers are missing.
    public internal(set) var reasons: [MissingReason]

    init(_ table: ScoreTable, due: WavesDue?) {
        let everybody = Set(table.attendees)
        knowsDue = due != nil
        attended = (due?.attended ?? everybody).count
        reasons = []
        let waves = Set(table.waves).union(due?.due.keys.map { $0 } ?? []).sorted()
        self.waves = waves.map { wave in
            let answered = table.answered(wave)
            let expected = due.map { $0.due[wave] ?? [] } ?? everybody
            return Response(
                wave: wave,
                due: expected.count,
                answered: answered.intersection(expected).count,
                answeredNotDue: answered.subtracting(expected).count
            )
        }
        preAndPost = table.answered(.pre).intersection(table.answered(.post)).count
    }
}

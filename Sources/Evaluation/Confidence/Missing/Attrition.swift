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

    /// One course's responses.
    public struct Course: Hashable, Sendable {
        /// The course.
        public let name: String
        /// People who attended it; nil when suppressed.
        public internal(set) var attended: Int?
        /// The waves in order of time.
        public internal(set) var waves: [Response]
        /// Why a number is missing.
        public internal(set) var why: String?
    }

    /// People who attended.
    public internal(set) var attended: Int?
    /// The waves in order of time.
    public internal(set) var waves: [Response]
    /// People who answered at least one item both before and after; nil when suppressed.
    public internal(set) var preAndPost: Int?
    /// The same by course, in the order people list codes; empty when no answer names a course.
    public internal(set) var courses: [Course]
    /// Those who answered later against those who did not, where they can still be compared.
    public internal(set) var stayersLeavers: [StayersLeavers]
    /// Whether the office said who was due; otherwise everybody who appears in the answers counts as due.
    public let knowsDue: Bool
    /// Why numbers are missing.
    public internal(set) var reasons: [MissingReason]

    init(_ table: ScoreTable, flow: SurveyFlow?, stayersLeavers: [StayersLeavers]) {
        self.stayersLeavers = stayersLeavers
        knowsDue = flow != nil
        reasons = []
        let waves = Set(table.waves).union(flow?.people.flatMap(\.states.keys) ?? []).sorted()
        let answered = Dictionary(
            uniqueKeysWithValues: waves.map { wave in
                (wave, Set(table.answered(wave).map { table.attendees[$0] }))
            }
        )
        let roll = Roll(table, flow)
        attended = roll.everybody.count
        self.waves = waves.map { Self.response($0, answered[$0] ?? [], roll.due($0), roll.everybody, whole: true) }
        preAndPost = answered[.pre, default: []].intersection(answered[.post, default: []]).count
        let courses = Dictionary(grouping: roll.everybody.filter { roll.course[$0] != nil }) { roll.course[$0] ?? "" }
        let names = Array(courses.keys)
        self.courses = NaturalOrder.sorted(names).map { place in
            let members = Set(courses[names[place]] ?? [])
            return Course(
                name: names[place],
                attended: members.count,
                waves: waves.map { Self.response($0, answered[$0] ?? [], roll.due($0), members, whole: false) }
            )
        }
    }

    private static func response(
        _ wave: Wave,
        _ answered: Set<String>,
        _ due: Set<String>,
        _ members: Set<String>,
        whole: Bool
    ) -> Response {
        let expected = due.intersection(members)
        let extra = whole ? answered.subtracting(expected) : answered.intersection(members).subtracting(expected)
        return Response(
            wave: wave,
            due: expected.count,
            answered: answered.intersection(expected).count,
            answeredNotDue: extra.count
        )
    }
}

/// Who is counted: the office's list, or everybody in the answers.
private struct Roll {
    let everybody: Set<String>
    let course: [String: String]
    private let states: [Wave: Set<String>]?

    init(_ table: ScoreTable, _ flow: SurveyFlow?) {
        guard let flow else {
            everybody = Set(table.attendees)
            let named = zip(table.attendees, table.courses).compactMap { name, course in course.map { (name, $0) } }
            course = Dictionary(named) { first, _ in first }
            states = nil
            return
        }
        everybody = Set(flow.people.map(\.reference))
        let named = flow.people.compactMap { person in person.course.map { (person.reference, $0) } }
        course = Dictionary(named) { first, _ in first }
        var states: [Wave: Set<String>] = [:]
        for person in flow.people {
            for (wave, state) in person.states where state.isDue { states[wave, default: []].insert(person.reference) }
        }
        self.states = states
    }

    func due(_ wave: Wave) -> Set<String> { states.map { $0[wave] ?? [] } ?? everybody }
}

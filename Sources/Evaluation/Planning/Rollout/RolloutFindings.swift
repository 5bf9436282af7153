import Programme
import Statistics

/// What the training so far could give where, where to concentrate next, and what an order in steps could show.
public struct RolloutFindings: Hashable, Sendable {
    /// One area.
    public struct Area: Hashable, Sendable {
        /// The area as planned.
        public let plan: RolloutPlan.Area
        /// People trained so far who live or work there, each once.
        public let people: Int
        /// People trained per 1,000 residents; nil without residents.
        public let dose: Double?
        /// Calls a year per 1,000 residents; nil without one of the two.
        public let callsPerThousand: Double?
        /// φ that is reckoned with.
        public let dispersion: Dispersion
        /// The smallest fall that the windows could see there; nil without calls.
        public let detectableFall: Double?
        /// What the people so far could give there; nil without calls.
        public let expectedFall: Double?
        /// The way that gives it.
        public let kind: String?
        /// People it takes there, so far included; nil when not even everybody would do.
        public let neededPeople: Int?
        /// Why something is nil.
        public let why: String?

        /// Whether the people so far could be seen there.
        public var isVisible: Bool {
            guard let detectableFall, let expectedFall else { return false }
            return expectedFall >= detectableFall
        }
        /// Further people it takes there; 0 where it is visible, nil when not even everybody would do.
        public var furtherPeople: Int? { neededPeople.map { isVisible ? 0 : max(0, $0 - people) } }
    }

    /// All areas together, with the further people spread evenly.
    public struct Spread: Hashable, Sendable {
        /// What all people together could give, over all areas' calls.
        public let expectedFall: Double
        /// The smallest fall that a comparison of all areas together could see.
        public let detectableFall: Double
        /// Areas that would be visible by themselves.
        public let visibleAreas: Int

        /// Whether all areas together would be seen.
        public var isVisible: Bool { expectedFall >= detectableFall }
    }

    /// The further people given to one area after another, in the order of ``next``.
    public struct Concentration: Hashable, Sendable {
        /// Who goes where; the last may not be enough.
        public let places: [Place]
        /// Areas that would be visible then, those that are already included.
        public let visibleAreas: Int

        /// Further people in one area.
        public struct Place: Hashable, Sendable {
            /// The area.
            public let area: String
            /// Further people there.
            public let people: Int
            /// Whether it would be visible then.
            public let isVisible: Bool
        }
    }

    /// The plan as given.
    public let plan: RolloutPlan
    /// The areas by falling dose, those without one last.
    public let areas: [Area]
    /// Areas that are not visible yet and can become so, those that take fewest further people first.
    public let next: [Area]
    /// Spreading; nil without calls.
    public let spread: Spread?
    /// Concentrating; nil without an area that can become visible.
    public let concentration: Concentration?
    /// The order in steps.
    public let order: RolloutOrder

    /// Works a plan out in closed form.
    ///
    /// - Parameter plan: The plan.
    /// - Throws: A ``DilutionRefusal`` for numbers that cannot be.
    /// - Complexity: O(areas × months).
    public init(evaluating plan: RolloutPlan) throws(DilutionRefusal) {
        try plan.check()
        self.plan = plan
        let areas = plan.areas.map { Area($0, plan) }
        self.areas = areas.sorted {
            ($1.dose ?? -1, $1.people, $0.plan.name) < ($0.dose ?? -1, $0.people, $1.plan.name)
        }
        next = areas.filter { !$0.isVisible && $0.furtherPeople != nil }.sorted {
            ($0.furtherPeople ?? 0, $1.callsPerThousand ?? 0, $0.plan.name)
                < ($1.furtherPeople ?? 0, $0.callsPerThousand ?? 0, $1.plan.name)
        }
        spread = Spread(areas, plan)
        concentration = next.isEmpty ? nil : Concentration(next, visible: areas.count(where: \.isVisible), plan)
        order = RolloutOrder(plan, areas)
    }

    /// People of all areas, where one who lives in one and works in another stands twice.
    public var placedPeople: Int { areas.reduce(0) { $0 + $1.people } }
}

extension RolloutFindings.Area {
    init(_ area: RolloutPlan.Area, _ plan: RolloutPlan) {
        self.plan = area
        let people = area.trained.reduce(0) { $0 + $1.trained }
        self.people = people
        dose = area.residents.map { 1000 * Double(people) / $0 }
        dispersion = plan.dispersion(of: area)
        guard let calls = area.callsPerYear else {
            (callsPerThousand, detectableFall, expectedFall, kind, neededPeople) = (nil, nil, nil, nil, nil)
            why = "nothing is counted there"
            return
        }
        callsPerThousand = area.residents.map { 1000 * calls / $0 }
        let detectable = plan.detectableFall(callsPerYear: calls, dispersion: dispersion.value)
        let ways = plan.effect.ways(residents: area.residents, callsPerYear: calls)
        detectableFall = detectable
        let best = ways.map { (kind: $0.kind, fall: min($0.ceiling, Double(people) * $0.fallEach)) }.max {
            $0.fall < $1.fall
        }
        (expectedFall, kind) = (best?.fall ?? 0, best?.kind)
        let needs = ways.compactMap { way -> Int? in
            guard let detectable, detectable <= way.ceiling else { return nil }
            let needed = (detectable / way.fallEach).rounded(.up)
            return needed <= area.residents ?? .infinity ? Int(exactly: needed) : nil
        }
        neededPeople = needs.min()
        why =
            ways.isEmpty ? "no way expects any fall" : needs.isEmpty ? "not even everybody there would be enough" : nil
    }
}

extension RolloutFindings.Spread {
    init?(_ areas: [RolloutFindings.Area], _ plan: RolloutPlan) {
        let known = areas.filter { ($0.plan.callsPerYear ?? 0) > 0 }
        let calls = known.reduce(0) { $0 + ($1.plan.callsPerYear ?? 0) }
        guard calls > 0 else { return nil }
        let each = Double(plan.furtherPeople) / Double(known.count)
        var spared = 0.0, noise = 0.0, visible = 0
        for area in known {
            guard let own = area.plan.callsPerYear else { continue }
            let ways = plan.effect.ways(residents: area.plan.residents, callsPerYear: own)
            let fall = ways.map { min($0.ceiling, (Double(area.people) + each) * $0.fallEach) }.max() ?? 0
            spared += fall * own
            noise += area.dispersion.value * own
            if let detectable = area.detectableFall, fall >= detectable { visible += 1 }
        }
        guard let detectable = plan.detectableFall(callsPerYear: calls, dispersion: noise / calls) else { return nil }
        (expectedFall, detectableFall, visibleAreas) = (spared / calls, detectable, visible)
    }
}

extension RolloutFindings.Concentration {
    init(_ next: [RolloutFindings.Area], visible: Int, _ plan: RolloutPlan) {
        var left = plan.furtherPeople, places: [Place] = []
        for area in next where left > 0 {
            let wanted = area.furtherPeople ?? 0, given = min(left, wanted)
            places.append(Place(area: area.plan.name, people: given, isVisible: given == wanted))
            left -= given
        }
        self.places = places
        visibleAreas = visible + places.count(where: \.isVisible)
    }
}

extension RolloutPlan {
    /// The smallest fall that the windows could see; nil when the numbers are too small.
    func detectableFall(callsPerYear: Double, dispersion: Double) -> Double? {
        try? detectableRateFall(
            expectedBefore: callsPerYear * Double(windows.monthsBefore) / 12,
            expectedAfter: callsPerYear * Double(windows.monthsAfter) / 12,
            dispersion: dispersion
        )
    }
}

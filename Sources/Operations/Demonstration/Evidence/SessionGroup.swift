import Programme

/// A kind of awareness session of which the demonstration logs several.
struct SessionGroup: Sendable {
    let setting: AwarenessSetting
    let sessions: Int
    let heads: Int
    /// How many of the sessions have heads that were estimated, to the nearest ten.
    let estimated: Int
    /// Who came.
    let audiences: [String]

    /// Harmony's published first year (33 community sessions with 2,466 people, training for 147 professionals), and a few
    /// made-up sessions in schools.
    static let all: [SessionGroup] = [
        SessionGroup(
            setting: .community,
            sessions: 33,
            heads: 2466,
            estimated: 9,
            audiences: [
                "Residents at a fair", "Tenants' association", "Parents at a community centre",
                "People at a food bank", "Market visitors", "Sports club members", "Congregation and neighbours",
                "Allotment holders", "Visitors of a library",
            ]
        ),
        SessionGroup(
            setting: .professional,
            sessions: 9,
            heads: 147,
            estimated: 0,
            audiences: ["Housing officers", "Police community support officers", "Council wardens", "Surgery staff"]
        ),
        SessionGroup(
            setting: .school,
            sessions: 6,
            heads: 540,
            estimated: 2,
            audiences: ["Years 7 and 8", "Year 9", "Year 10", "College students"]
        ),
    ]

    /// The heads of each session; they add up to ``heads``.
    func counts(_ chance: inout Chance) -> [(heads: Int, isEstimated: Bool)] {
        var parts = chance.parts(of: heads, sessions)
        guard estimated > 0, parts.count > estimated else { return parts.map { ($0, false) } }
        let rough = Set(chance.shuffled(Array(parts.indices)).prefix(estimated))
        for index in rough { parts[index] = max(10, (parts[index] + 5) / 10 * 10) }
        // What rounding added or took is made good where heads were counted.
        let counted = parts.indices.filter { !rough.contains($0) }
        let largest = counted.max { parts[$0] < parts[$1] }
        if let largest { parts[largest] = max(1, parts[largest] + heads - parts.reduce(0, +)) }
        return parts.enumerated().map { ($1, rough.contains($0)) }
    }
}

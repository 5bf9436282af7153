/// The same people in some of the areas, and how many it would take there.
public struct PeopleInAreas: Hashable, Sendable {
    /// How many of the areas, each with an equal part of the calls.
    public let areas: Int
    /// Calls a year in them.
    public let callsPerYear: Double
    /// The smallest fall that could be seen there, as a share.
    public let detectableFall: Double
    /// What the plan's people would give there; nil when so many do not fit, or nothing is expected.
    public let expectedFall: Double?
    /// People it would take there with the same mix; nil when not even everybody would do.
    public let neededPeople: Int?
    /// Why something is nil.
    public let why: String?

    /// Whether the plan's people would be seen there.
    public var isSeen: Bool { (expectedFall ?? 0) >= detectableFall }
}

extension DilutionPlan {
    /// The plan's people in fewer and fewer of its areas.
    ///
    /// - Parameters:
    ///   - reach: The way that promises most.
    ///   - expectedFall: What it gives over all areas.
    ///   - detectable: The smallest fall that could be seen in so many of the areas; nil where there is none.
    /// - Returns: A row for each number of areas, from one up to all.
    func peopleByAreas(_ reach: DilutionReach, expectedFall: Double, detectable: (Int) -> Double?) -> [PeopleInAreas] {
        Self.sizes(upTo: areas).compactMap { count in
            guard let fall = detectable(count) else { return nil }
            let share = Double(count) / Double(areas), there = expectedFall / share
            let fits = there <= reach.ceiling && Double(people) <= Double(residents ?? .max) * share
            let needed = (Double(people) * fall / there).rounded(.up)
            let limit = residents.map { Double($0) * share } ?? .infinity
            let enough = fall <= reach.ceiling && needed <= limit ? Int(exactly: needed) : nil
            let reasons = [
                fits ? nil : "expected_fall: so many people do not fit there",
                enough == nil ? "needed_people: not even everybody there would be enough" : nil,
            ]
            .compactMap { $0 }
            return PeopleInAreas(
                areas: count,
                callsPerYear: callsPerYear * share,
                detectableFall: fall,
                expectedFall: fits ? there : nil,
                neededPeople: enough,
                why: reasons.isEmpty ? nil : reasons.joined(separator: "; ")
            )
        }
    }

    /// All numbers of areas up to 20; beyond, fewer and fewer of them, and the last.
    static func sizes(upTo areas: Int) -> [Int] {
        var sizes: [Int] = [], size = 1
        while size < areas {
            sizes.append(size)
            size = max(size + 1, areas <= 20 ? size + 1 : size * 4 / 3)
        }
        return sizes + [areas]
    }
}

extension PeopleInAreas {
    var json: JSONValue {
        let numbers: JSONValue = [
            "areas": .integer(areas), "calls_per_year": .number(callsPerYear),
            "detectable_fall": .number(detectableFall), "expected_fall": .number(expectedFall),
            "needed_people": .count(neededPeople), "seen": .bool(isSeen),
        ]
        return numbers.adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension [PeopleInAreas] {
    /// A table for a terminal.
    var text: String {
        var table = TextTable([
            .init("areas"), .init("calls a year"), .init("detectable"), .init("expected"), .init("seen", .left),
            .init("people needed"),
        ])
        for row in self {
            table.add([
                Wording.count(row.areas), Wording.number(row.callsPerYear), Wording.percent(row.detectableFall),
                row.expectedFall.map(Wording.percent) ?? "-", row.isSeen ? "yes" : "no",
                row.neededPeople.map { Wording.count($0) } ?? "-",
            ])
        }
        return table.text
    }
}

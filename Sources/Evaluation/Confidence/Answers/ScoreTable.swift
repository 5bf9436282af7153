import Programme

/// Answers in a grid: person × wave × item, checked, reversed where asked and in an order that does not depend on the
/// order of the records.
struct ScoreTable: Sendable {
    let attendees: [String]
    let items: [String]
    let waves: [Wave]
    /// What the answers say about each attendee besides the scores, in their order.
    let traits: [PersonTraits]
    /// The course of each attendee, in their order; nil when no record says.
    let courses: [String?]
    private let grid: [Wave: [Double?]]
    private let asked: [Wave: Set<Int>]
    private let days: [Wave: [CalendarDate?]]

    /// - Complexity: O(records + attendees × items × waves + attendees log attendees).
    init(_ answers: ResponseCollector, _ options: ConfidenceOptions) throws(ConfidenceRefusal) {
        let names = answers.items.names
        let itemOrder = NaturalOrder.sorted(names)
        let personOrder = NaturalOrder.sorted(answers.attendees.names)
        items = itemOrder.map { names[$0] }
        attendees = personOrder.map { answers.attendees.names[$0] }
        try OptionCheck.check(options, items)
        waves = answers.waves.sorted()
        traits = personOrder.map { answers.traits[$0] }
        courses = traits.map(\.course)
        if let second = answers.otherCourse {
            throw .twoCourses(
                row: second.row,
                attendee: answers.attendees.names[Int(second.person)],
                first: second.first,
                second: second.second
            )
        }
        var grids: [[Double?]] = []
        var asked: [Set<Int>] = []
        try Self.fill(&grids, &asked, answers, options, Self.places(itemOrder), Self.places(personOrder))
        var byWave: [Wave: [Double?]] = [:], askedByWave: [Wave: Set<Int>] = [:], days: [Wave: [CalendarDate?]] = [:]
        for (number, wave) in answers.waves.enumerated() {
            byWave[wave] = grids[number]
            askedByWave[wave] = asked[number]
            days[wave] = personOrder.map { answers.day(person: $0, wave: number) }
        }
        (grid, self.asked, self.days) = (byWave, askedByWave, days)
    }

    /// The scores of one item in one wave, by attendee; all missing when the wave is not there.
    func scores(of item: Int, in wave: Wave) -> [Double?] {
        guard let grid = grid[wave] else { return Array(repeating: nil, count: attendees.count) }
        return attendees.indices.map { grid[$0 * items.count + item] }
    }

    /// One attendee's scores of some items in one wave.
    func scores(of person: Int, _ positions: [Int], in wave: Wave) -> [Double?] {
        guard let grid = grid[wave] else { return positions.map { _ in nil } }
        return positions.map { grid[person * items.count + $0] }
    }

    /// The position of an item.
    func position(of item: String) -> Int? { items.firstIndex(of: item) }

    /// Whether anybody was asked the item in the wave, answered or not.
    func wasAsked(_ item: Int, in wave: Wave) -> Bool { asked[wave]?.contains(item) ?? false }

    /// The positions of the people who answered at least one item of the wave.
    func answered(_ wave: Wave) -> Set<Int> {
        guard let grid = grid[wave] else { return [] }
        return Set(
            attendees.indices.lazy.filter { person in
                grid[person * items.count..<(person + 1) * items.count].contains { $0 != nil }
            }
        )
    }

    /// The last day on which a person answered something of the wave; nil when no answer says.
    func day(of person: Int, in wave: Wave) -> CalendarDate? { days[wave]?[person] }

    private static func places(_ order: [Int]) -> [Int] {
        var places = order
        for (place, number) in order.enumerated() { places[number] = place }
        return places
    }

    private static func fill(
        _ grids: inout [[Double?]],
        _ asked: inout [Set<Int>],
        _ answers: ResponseCollector,
        _ options: ConfidenceOptions,
        _ itemPlaces: [Int],
        _ personPlaces: [Int]
    ) throws(ConfidenceRefusal) {
        let size = itemPlaces.count * personPlaces.count
        grids = Array(repeating: Array(repeating: nil, count: size), count: answers.waves.count)
        asked = Array(repeating: [], count: answers.waves.count)
        var seen = Array(repeating: false, count: size * answers.waves.count)
        var wasAsked = Array(repeating: false, count: itemPlaces.count * answers.waves.count)
        let reversed = answers.items.names.map(Set(options.reversedItems).contains)
        for (row, cell) in answers.cells.enumerated() {
            let (person, item, wave) = (Int(cell.person), Int(cell.item), Int(cell.wave))
            let place = personPlaces[person] * itemPlaces.count + itemPlaces[item]
            func name() -> (attendee: String, wave: Wave, item: String) {
                (answers.attendees.names[person], answers.waves[wave], answers.items.names[item])
            }
            guard !seen[wave * size + place] else {
                let name = name()
                throw .duplicateAnswer(row: row, attendee: name.attendee, wave: name.wave, item: name.item)
            }
            seen[wave * size + place] = true
            wasAsked[wave * itemPlaces.count + itemPlaces[item]] = true
            guard !cell.score.isNaN else { continue }
            guard cell.score.isFinite else {
                let name = name()
                throw .scoreNotFinite(row: row, attendee: name.attendee, wave: name.wave, item: name.item)
            }
            if let range = options.range, !range.contains(cell.score) {
                let name = name()
                throw .scoreOutsideRange(
                    row: row,
                    attendee: name.attendee,
                    wave: name.wave,
                    item: name.item,
                    score: cell.score,
                    range: range
                )
            }
            grids[wave][place] = reversed[item] ? options.range?.reversed(cell.score) : cell.score
        }
        for wave in asked.indices {
            let flags = wasAsked[wave * itemPlaces.count..<(wave + 1) * itemPlaces.count]
            asked[wave] = Set(flags.enumerated().filter(\.element).map(\.offset))
        }
    }
}

import Programme

/// Answers in a grid: person × wave × item, checked, reversed where asked and in an order that does not depend on the
/// order of the records.
struct ScoreTable {
    let attendees: [String]
    let items: [String]
    let waves: [Wave]
    /// The course of each attendee, in their order; nil when no record says.
    let courses: [String?]
    private let scores: [Wave: [[Double?]]]
    private let asked: [Wave: Set<Int>]

    /// - Complexity: O(records + attendees × items × waves).
    init(_ records: [ResponseRecord], _ options: ConfidenceOptions) throws(ConfidenceRefusal) {
        let known = Set(records.map(\.item)).sorted(by: NaturalOrder.precedes)
        try Self.check(options, known)
        items = known
        attendees = Set(records.map(\.attendee)).sorted(by: NaturalOrder.precedes)
        waves = Set(records.map(\.wave)).sorted()
        let itemNumbers = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1, $0) })
        let attendeeNumbers = Dictionary(uniqueKeysWithValues: attendees.enumerated().map { ($1, $0) })
        let reversed = Set(options.reversedItems)
        let blank: [[Double?]] = Array(repeating: Array(repeating: nil, count: items.count), count: attendees.count)
        var grid = Dictionary(uniqueKeysWithValues: waves.map { ($0, blank) })
        var seen: Set<Int> = [], coursesOf: [Int: String] = [:], asked: [Wave: Set<Int>] = [:]
        let waveNumbers = Dictionary(uniqueKeysWithValues: waves.enumerated().map { ($1, $0) })
        for (row, record) in records.enumerated() {
            guard let person = attendeeNumbers[record.attendee], let item = itemNumbers[record.item],
                let wave = waveNumbers[record.wave]
            else { continue }
            guard seen.insert((person * waves.count + wave) * items.count + item).inserted else {
                throw .duplicateAnswer(row: row, attendee: record.attendee, wave: record.wave, item: record.item)
            }
            if let course = record.course {
                if let first = coursesOf[person], first != course {
                    throw .twoCourses(row: row, attendee: record.attendee, first: first, second: course)
                }
                coursesOf[person] = course
            }
            asked[record.wave, default: []].insert(item)
            guard var score = record.score else { continue }
            guard score.isFinite else {
                throw .scoreNotFinite(row: row, attendee: record.attendee, wave: record.wave, item: record.item)
            }
            if let range = options.range {
                guard range.contains(score) else {
                    throw .scoreOutsideRange(
                        row: row,
                        attendee: record.attendee,
                        wave: record.wave,
                        item: record.item,
                        score: score,
                        range: range
                    )
                }
                if reversed.contains(record.item) { score = range.reversed(score) }
            }
            grid[record.wave]?[person][item] = score
        }
        scores = grid
        courses = attendees.indices.map { coursesOf[$0] }
        self.asked = asked
    }

    /// The scores of one wave, person × item; empty when the wave is not there.
    subscript(wave: Wave) -> [[Double?]] { scores[wave] ?? [] }

    /// The position of an item.
    func position(of item: String) -> Int? { items.firstIndex(of: item) }

    /// Whether anybody was asked the item in the wave, answered or not.
    func wasAsked(_ item: Int, in wave: Wave) -> Bool { asked[wave]?.contains(item) ?? false }

    /// The people who answered at least one item of the wave.
    func answered(_ wave: Wave) -> Set<String> {
        let people = zip(attendees, self[wave])
        return Set(people.lazy.filter { $0.1.contains { $0 != nil } }.map(\.0))
    }

    private static func check(_ options: ConfidenceOptions, _ known: [String]) throws(ConfidenceRefusal) {
        if let least = options.minimumAnswered, least < 1 { throw .tooSmall(option: "--min-answered", value: least) }
        if let least = options.suppressBelow, least < 1 { throw .tooSmall(option: "--suppress", value: least) }
        if let change = options.smallestChange, !(change > 0 && change.isFinite) {
            throw .smallestChangeNotPositive(change)
        }
        if let bootstrap = options.bootstrap, bootstrap.resamples < 100 {
            throw .tooFewResamples(bootstrap.resamples)
        }
        if !options.reversedItems.isEmpty, options.range == nil { throw .reversalNeedsRange }
        guard !known.isEmpty else { return }
        for item in options.reversedItems where !known.contains(item) {
            throw .unknownReversedItem(item, known: known)
        }
        var names: Set<String> = []
        for scale in options.scales {
            guard names.insert(scale.name).inserted else { throw .duplicateScale(scale.name) }
            guard !scale.items.isEmpty else { throw .malformedScale(scale.name, reason: "has no items") }
            guard Set(scale.items).count == scale.items.count else {
                throw .malformedScale(scale.name, reason: "names an item twice")
            }
            if let least = scale.minimumAnswered, least < 1 {
                throw .tooSmall(option: "The items to answer", value: least)
            }
            for item in scale.items where !known.contains(item) {
                throw .unknownScaleItem(item, scale: scale.name, known: known)
            }
        }
    }
}

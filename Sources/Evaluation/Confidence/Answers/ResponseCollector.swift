public import Programme

/// Answers taken in one by one and kept in little room, so that a long file need never stand in memory as rows.
///
/// What a person brings along (course, area, category, trainer, language, mode) is the value of their earliest wave that says.
public struct ResponseCollector: Sendable {
    struct Cell {
        let person: Int32
        let item: Int32
        let wave: Int32
        /// Not a number for a missing score.
        let score: Double
    }

    /// A second course of one person, seen while gathering.
    struct OtherCourse {
        let row: Int
        let person: Int32
        let first: String
        let second: String
    }

    private(set) var attendees = NumberedNames()
    private(set) var items = NumberedNames()
    private(set) var waves: [Wave] = []
    private(set) var cells: [Cell] = []
    private(set) var traits: [PersonTraits] = []
    private(set) var days: [Int: CalendarDate] = [:]
    private(set) var otherCourse: OtherCourse?
    private var lastPerson: (name: String, number: Int)?

    /// A collector without answers.
    public init() {}

    /// The number of answers taken in.
    public var count: Int { cells.count }

    /// Takes in one answer.
    public mutating func add(_ record: ResponseRecord) {
        let person = number(of: record.attendee)
        let item = items.number(of: record.item)
        let wave = waves.firstIndex(of: record.wave) ?? waves.count
        if wave == waves.count { waves.append(record.wave) }
        if person == traits.count { traits.append(PersonTraits()) }
        if let course = record.course {
            if let first = traits[person].course, first != course {
                if otherCourse == nil {
                    otherCourse = OtherCourse(row: count, person: Int32(person), first: first, second: course)
                }
            } else {
                traits[person].course = course
            }
        }
        traits[person].take(record)
        if let day = record.answeredOn {
            let place = person << 8 | wave
            days[place] = max(days[place] ?? day, day)
        }
        let cell = Cell(person: Int32(person), item: Int32(item), wave: Int32(wave), score: record.score ?? .nan)
        // A score that is not a number would be taken for a missing one; infinity is refused with the others later.
        let isMissing = record.score == nil
        cells.append(
            isMissing || !cell.score.isNaN
                ? cell : Cell(person: cell.person, item: cell.item, wave: cell.wave, score: .infinity)
        )
    }

    /// The last day on which a person answered something of a wave; places are those of ``attendees`` and ``waves``.
    func day(person: Int, wave: Int) -> CalendarDate? { days[person << 8 | wave] }

    private mutating func number(of attendee: String) -> Int {
        if let lastPerson, lastPerson.name == attendee { return lastPerson.number }
        let number = attendees.number(of: attendee)
        lastPerson = (attendee, number)
        return number
    }
}

/// Names numbered in the order of their first coming.
struct NumberedNames: Sendable {
    private(set) var names: [String] = []
    private var numbers: [String: Int] = [:]

    /// The number of a name, a new one for a new name.
    mutating func number(of name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }
}

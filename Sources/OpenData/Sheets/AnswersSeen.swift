import Programme

/// Which answers and courses a sheet has had so far, in numbers: names are looked up, never kept with each answer.
struct AnswersSeen {
    private var people: [String: Int] = [:]
    private var items: [String: Int] = [:]
    private var waves: [Wave] = []
    private var lines: [Int: Int32] = [:]
    private var courses: [Int: (course: String, line: Int)] = [:]
    private var lastPerson: (name: String, number: Int)?

    /// The number of a person; rows of one person mostly follow each other.
    mutating func number(of attendee: String) -> Int {
        if let lastPerson, lastPerson.name == attendee { return lastPerson.number }
        let number = people[attendee] ?? people.count
        if number == people.count { people[attendee] = number }
        lastPerson = (attendee, number)
        return number
    }

    /// The line on which the same answer stood before; nil, and it is noted, when it did not.
    mutating func firstLine(person: Int, wave: Wave, item: String, line: Int) -> Int? {
        let itemNumber = items[item] ?? items.count
        if itemNumber == items.count { items[item] = itemNumber }
        let waveNumber = waves.firstIndex(of: wave) ?? waves.count
        if waveNumber == waves.count { waves.append(wave) }
        let place = (person << 8 | waveNumber) << 24 | itemNumber
        guard let first = lines[place] else {
            lines[place] = Int32(truncatingIfNeeded: line)
            return nil
        }
        return Int(first)
    }

    /// The other course a person was in before; nil, and it is noted, when there was none.
    mutating func otherCourse(person: Int, course: String, line: Int) -> (course: String, line: Int)? {
        guard let first = courses[person] else {
            courses[person] = (course, line)
            return nil
        }
        return first.course == course ? nil : first
    }
}

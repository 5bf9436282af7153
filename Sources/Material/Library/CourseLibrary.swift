public import Programme

/// Everything that is taught and asked: the courses, awareness sessions, surveys and cards of `CourseMaterial`.
public struct CourseLibrary: Hashable, Sendable {
    /// The courses people book, in order of code.
    public let courses: [CourseBook]
    /// The awareness sessions, in order of code.
    public let awarenessSessions: [CourseBook]
    /// The surveys, in order of code.
    public let instruments: [Instrument]
    /// The cards, in order of code.
    public let cards: [TakeAwayCard]
    /// The rules every course teaches, in order.
    public let safetyRules: [String]

    /// Reads everything.
    /// - Parameter folder: The content folder.
    /// - Returns: The library.
    /// - Throws: ``MaterialFaults`` with every fault found, not just the first.
    /// - Complexity: Proportional to the text; course.yaml files are opened twice.
    public static func read(_ folder: ContentFolder) throws(MaterialFaults) -> CourseLibrary {
        let log = FaultLog()
        let library = LibraryReader(folder: folder, log: log).read()
        try log.throwFaults()
        return library
    }

    /// Courses and awareness sessions together.
    public var books: [CourseBook] { courses + awarenessSessions }

    /// The course or awareness session with a code.
    /// - Throws: ``UnknownMaterial`` with the nearest code.
    public func course(_ code: String) throws(UnknownMaterial) -> CourseBook {
        guard let book = books.first(where: { $0.course.code == code }) else {
            throw UnknownMaterial(thing: "course", code: code, known: books.map(\.course.code))
        }
        return book
    }

    /// The survey with a code.
    /// - Throws: ``UnknownMaterial`` with the nearest code.
    public func instrument(_ code: String) throws(UnknownMaterial) -> Instrument {
        guard let instrument = instruments.first(where: { $0.code == code }) else {
            throw UnknownMaterial(thing: "survey", code: code, known: instruments.map(\.code))
        }
        return instrument
    }
}

/// Somebody asked for a course or survey that the material does not hold.
public struct UnknownMaterial: Refusal, Hashable {
    /// What was looked for: "course" or "survey".
    public let thing: String
    /// The code asked for.
    public let code: String
    /// The codes there are.
    public let known: [String]

    /// One sentence with the nearest code, or all of them when none is near.
    public var description: String {
        let nearest = NearestSpelling.suggestion(for: code, among: known)
        let all = known.isEmpty ? " The course material holds none." : " Known are \(known.joined(separator: ", "))."
        return "There is no \(thing) \"\(code)\".\(nearest.isEmpty ? all : nearest)"
    }
}

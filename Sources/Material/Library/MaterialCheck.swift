import Programme

/// What `material check` found in the courses, sessions, surveys and cards.
public struct MaterialCheck: Hashable, Sendable {
    /// Every fault, in order of file and line; empty when all is well.
    public let faults: [MaterialFault]
    /// One line for each thing read, for a person who wants to see that nothing was left out.
    public let summary: [String]

    /// Reads `CourseMaterial` (without `reference`) and names every fault.
    public static func ofCourses(in folder: ContentFolder) -> MaterialCheck {
        let log = FaultLog()
        let library = LibraryReader(folder: folder, log: log).read()
        return MaterialCheck(faults: log.faults, summary: log.isEmpty ? summary(of: library) : [])
    }

    private static func summary(of library: CourseLibrary) -> [String] {
        let books = library.books.map { line(for: $0) }
        let instruments = library.instruments.map { instrument in
            "survey \(instrument.code): \(instrument.items.count) items, "
                + "waves \(instrument.waves.map(\.wave.name).joined(separator: ", "))"
        }
        return books + instruments + library.cards.map { "card \($0.code): \($0.sides.count) sides" }
    }

    private static func line(for book: CourseBook) -> String {
        let course = book.course
        let minutes = course.sittings.map(AgendaMinutes.init)
        let contact = minutes.map { String($0.contact) }.joined(separator: " + ")
        let breaks = minutes.reduce(0) { $0 + $1.breaks }
        let surveys = minutes.reduce(0) { $0 + $1.surveys }
        let critical = course.safetyCriticalModules.map { String($0.number) }.joined(separator: " and ")
        let safety = critical.isEmpty ? "" : ", safety-critical \(critical)"
        let kind = course.kind == .awareness ? "session" : "course"
        return "\(kind) \(course.code): contact \(contact), breaks \(breaks), surveys \(surveys) "
            + "= \(course.totalMinutes) min; \(course.modules.count) modules\(safety), "
            + "\(book.rolePlays.count) role plays, \(course.outcomes.count) outcomes"
    }
}

import ArgumentParser
import Material
import Programme

/// What can be taught.
struct CoursesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "courses",
        abstract: "The courses and sessions of the material.",
        subcommands: [List.self, Show.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Courses and awareness sessions.")
        @OptionGroup var content: ContentOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let books = try CourseLibrary.read(try content.folder()).books
            try output.show(books.map { CourseView($0.course) }) {
                var columns = TextColumns("code", "version", "sittings", "minutes", "title")
                for course in books.map(\.course) {
                    columns.add(
                        course.code,
                        "\(course.version)",
                        "\(course.sittings.count)",
                        "\(course.contactMinutes) of \(course.totalMinutes)",
                        course.title
                    )
                }
                return columns.text
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "One course with its agenda and outcomes.")
        @OptionGroup var content: ContentOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The course's code.") var code: String

        func run() async throws {
            let course = try CourseLibrary.read(try content.folder()).course(code).course
            try output.show(CourseView(course)) {
                let agenda = course.sittings.flatMap { sitting -> [String] in
                    let rows = sitting.agenda.map { entry -> String in
                        let minute = sitting.usualStart.minutes + entry.start
                        let time = WallTime(minutes: minute % 1440)?.description ?? ""
                        return "  \(time)  \(entry.minutes) min  \(course.words(for: entry))"
                    }
                    return ["\(sitting.title):"] + rows
                }
                let outcomes = course.outcomes.map { "  \($0.code) \($0.text)" }
                return
                    (["\(course.title) (\(course.code), version \(course.version))", course.summary] + agenda + [
                        "Outcomes:"
                    ]
                    + outcomes).joined(separator: "\n")
            }
        }
    }
}

extension Course {
    /// What a line of the agenda is, in words.
    fileprivate func words(for entry: AgendaEntry) -> String {
        switch entry.content {
        case .module(let number):
            "\(number) \(module(number)?.title ?? "")\(module(number)?.isSafetyCritical == true ? " (safety-critical)" : "")"
        case .pause(let title), .survey(wave: _, let title): title
        }
    }
}

/// A course as JSON shows it.
struct CourseView: Encodable {
    let code: String
    let version: Int
    let kind: String
    let title: String
    let summary: String
    let contactMinutes: Int
    let totalMinutes: Int
    let sittings: Int
    let outcomes: [String]
    let instrument: String?

    init(_ course: Course) {
        (code, version, kind, title) = (course.code, course.version, course.kind.rawValue, course.title)
        (summary, contactMinutes, totalMinutes) = (course.summary, course.contactMinutes, course.totalMinutes)
        (sittings, outcomes, instrument) = (course.sittings.count, course.outcomes.map(\.text), course.instrument)
    }
}

public import Programme

/// Reads `responses.csv`: `attendee_id,wave,item,score[,course_id,answered_on,area,category,trainer,mode,language]`.
public enum ResponseSheet {
    enum Column: Int, SheetColumn {
        case attendee, wave, item, score, course, answeredOn, area, category, trainer, mode, language

        static let sheet = "responses.csv"
        var isRequired: Bool { rawValue <= Column.score.rawValue }
        var name: String {
            switch self {
            case .attendee: "attendee_id"
            case .course: "course_id"
            case .answeredOn: "answered_on"
            default: "\(self)"
            }
        }
    }

    /// One answer with the line it stands on.
    public struct Row: Hashable, Sendable {
        /// The line on which the row begins, from 1.
        public let line: Int
        /// The answer.
        public let record: ResponseRecord
    }

    /// The answers in the order of the rows; an empty score is missing.
    ///
    /// - Parameters:
    ///   - source: The sheet.
    ///   - limits: What is refused.
    /// - Returns: One record a row.
    /// - Throws: ``OpenDataRefusal``: an unknown wave, a score that is not a finite number, an answer given twice (same
    ///   attendee, wave and item), an attendee in two courses; each with its line.
    public static func read(
        _ source: CSVSource,
        limits: CSVLimits = CSVLimits()
    ) throws(OpenDataRefusal) -> [ResponseRecord] {
        try readRows(source, limits: limits).map(\.record)
    }

    /// The same as ``read(_:limits:)`` with the line of each answer, for refusals that come later.
    public static func readRows(
        _ source: CSVSource,
        limits: CSVLimits = CSVLimits()
    ) throws(OpenDataRefusal) -> [Row] {
        var rows: [Row] = []
        try forEach(source, limits: limits) { rows.append(Row(line: $1, record: $0)) }
        return rows
    }

    /// Hands over the answers one by one with their lines, so that a long file need never stand in memory.
    ///
    /// - Parameters:
    ///   - source: The sheet.
    ///   - limits: What is refused.
    ///   - take: Is given each answer and its line; what it was given is not to be believed when this function throws.
    /// - Throws: What ``read(_:limits:)`` throws, after the last row.
    public static func forEach(
        _ source: CSVSource,
        limits: CSVLimits = CSVLimits(),
        _ take: (ResponseRecord, Int) -> Void
    ) throws(OpenDataRefusal) {
        var sheet = try SheetReader<Column>.open(source, limits: limits)
        var known = AnswersSeen()
        while try sheet.next() {
            let attendee = sheet.required(.attendee, "a reference to the person")
            let wave = sheet.required(.wave, Wave.spelling).flatMap { self.wave($0, &sheet) }
            let item = sheet.required(.item, "an item's code")
            let score = sheet.parsed(.score, "a number like 4 or 3.5, or empty for missing", Numbers.decimal)
            let answeredOn = sheet.parsed(.answeredOn, "a date like 2026-03-31") { CalendarDate($0) }
            guard let attendee, let wave, let item else { continue }
            let person = known.number(of: attendee)
            if let first = known.firstLine(person: person, wave: wave, item: item, line: sheet.line) {
                sheet.add(
                    .item,
                    "\(item) of \(attendee) in \(wave.name) was already answered on line \(first); keep one"
                )
            }
            let course = sheet.optional(.course)
            if let course, let other = known.otherCourse(person: person, course: course, line: sheet.line) {
                sheet.add(
                    .course,
                    "\(attendee) is in \(course) here and in \(other.course) on line \(other.line); "
                        + "a person takes one course"
                )
            }
            let record = ResponseRecord(
                attendee: attendee,
                wave: wave,
                item: item,
                score: score,
                course: course,
                answeredOn: answeredOn,
                area: sheet.optional(.area),
                category: sheet.optional(.category),
                trainer: sheet.optional(.trainer),
                mode: sheet.optional(.mode),
                language: sheet.optional(.language)
            )
            take(record, sheet.line)
        }
        try sheet.throwFaults()
    }

    private static func wave(_ text: String, _ sheet: inout SheetReader<Column>) -> Wave? {
        if let wave = Wave(name: text) { return wave }
        let names = ["booking", "pre", "post", "followup", "followup-3", "followup-6", "followup-12"]
        let nearest = NearestSpelling.suggestion(for: text, among: names)
        sheet.add(
            .wave,
            "\"\(SheetReader<Column>.short(text))\" is not a wave; \(Wave.spelling) is expected.\(nearest)"
        )
        return nil
    }
}

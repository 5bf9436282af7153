/// Reads `recipients.csv`: `name,course,date,hours,trainer,area[,language,outcomes,number,venue,provider]`.
public enum RecipientSheet {
    /// One row as given; what the words mean is decided by whoever typesets.
    public struct Row: Hashable, Sendable {
        /// The row's number, from 1 for the first after the header.
        public let row: Int
        /// The line on which the row begins, from 1.
        public let line: Int
        /// The name as given.
        public let name: String
        /// The course's title.
        public let course: String
        /// The date as given.
        public let date: String
        /// The contact hours as given.
        public let hours: String
        /// The trainer's name.
        public let trainer: String
        /// The area's name.
        public let area: String
        /// The language, when given.
        public let language: String?
        /// The learning outcomes, of those separated by `|`, without empty ones.
        public let outcomes: [String]
        /// The certificate's number, when given.
        public let number: String?
        /// The venue, when given.
        public let venue: String?
        /// The provider, when given.
        public let provider: String?
    }

    enum Column: Int, SheetColumn {
        case name, course, date, hours, trainer, area, language, outcomes, number, venue, provider

        static let sheet = "recipients.csv"
        var isRequired: Bool { rawValue <= Column.area.rawValue }
        var name: String { "\(self)" }
    }

    /// The rows in order. Only the name must not be empty; the rest is for the reader of the rows to judge.
    ///
    /// - Parameters:
    ///   - source: The sheet.
    ///   - limits: What is refused.
    /// - Returns: One row a certificate.
    /// - Throws: ``OpenDataRefusal`` for a row without a name, or a file that is not such a sheet.
    public static func read(_ source: CSVSource, limits: CSVLimits = CSVLimits()) throws(OpenDataRefusal) -> [Row] {
        var reader = try Reader(source, limits: limits)
        var rows: [Row] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    /// Reads one row after the other, so that memory does not grow with the file.
    public struct Reader: ~Copyable {
        private var sheet: SheetReader<Column>
        private var rows = 0

        /// Opens a sheet and reads its header.
        ///
        /// - Throws: ``OpenDataRefusal`` when the file cannot be read or the header is not as described.
        public init(_ source: CSVSource, limits: CSVLimits = CSVLimits()) throws(OpenDataRefusal) {
            sheet = try SheetReader<Column>.open(source, limits: limits)
        }

        /// The next row, or nil at the end.
        ///
        /// - Throws: ``OpenDataRefusal`` at the end, naming every row that could not be read.
        public mutating func next() throws(OpenDataRefusal) -> Row? {
            while try sheet.next() {
                guard let name = sheet.required(.name, "the name to be printed") else { continue }
                rows += 1
                return row(named: name)
            }
            try sheet.throwFaults()
            return nil
        }

        private func row(named name: String) -> Row {
            Row(
                row: rows,
                line: sheet.line,
                name: name,
                course: sheet.text(.course),
                date: sheet.text(.date),
                hours: sheet.text(.hours),
                trainer: sheet.text(.trainer),
                area: sheet.text(.area),
                language: sheet.optional(.language),
                outcomes: sheet.text(.outcomes).split(separator: "|").map(trimmed).filter { !$0.isEmpty },
                number: sheet.optional(.number),
                venue: sheet.optional(.venue),
                provider: sheet.optional(.provider)
            )
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }
}

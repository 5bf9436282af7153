extension CertificateRecipient {
    /// A cell that cannot be read.
    public struct InvalidCell: Refusal, Hashable {
        /// The column's name.
        public let column: String
        /// What is wrong and what is expected.
        public let message: String
        /// `column NAME: message`.
        public var description: String { "column \(column): \(message)" }
    }

    /// Reads the cells of one row.
    ///
    /// `date` is one day or several separated by `|`; `hours` a decimal number of contact hours such as `5.75`, more than
    /// 0 and at most 200; `trainer` and `outcomes` are lists separated by `|`. Blank optional cells count as absent.
    /// - Parameter cell: Gives the text of a column, or nil when the file has no such column.
    /// - Throws: ``InvalidCell`` for the first cell that cannot be read.
    public init(cell: (String) -> String?) throws(InvalidCell) {
        func text(_ column: String) -> String? {
            guard let content = cell(column), content.contains(where: { !$0.isWhitespace }) else { return nil }
            return content
        }
        func required(_ column: String) throws(InvalidCell) -> String {
            guard let content = text(column) else {
                throw InvalidCell(column: column, message: "the cell is empty; every recipient needs one")
            }
            return content
        }
        let name = try required("name")
        let course = Self.trimmed(try required("course"))
        let dates = try Self.days(try required("date"))
        let minutes = try Self.minutes(try required("hours"))
        let trainers = Self.list(try required("trainer"))
        guard !trainers.isEmpty else {
            throw InvalidCell(column: "trainer", message: "there is no trainer's name between the bars")
        }
        let area = Self.trimmed(try required("area"))
        var number: CertificateNumber?
        if let given = text("number") {
            do { number = try CertificateNumber(given) } catch {
                throw InvalidCell(column: "number", message: error.description)
            }
        }
        self.init(
            name: name,
            course: course,
            dates: dates,
            contactMinutes: minutes,
            trainers: trainers,
            area: area,
            language: try Self.language(text("language")),
            outcomes: text("outcomes").map(Self.list) ?? [],
            number: number,
            venue: text("venue").map(Self.trimmed),
            provider: text("provider").map(Self.trimmed)
        )
    }

    private static func days(_ text: String) throws(InvalidCell) -> [CalendarDate] {
        var days: [CalendarDate] = []
        for part in list(text) {
            guard let day = CalendarDate(part) else {
                throw InvalidCell(column: "date", message: "\"\(part)\" is not a date like 2026-03-31")
            }
            days.append(day)
        }
        guard !days.isEmpty else { throw InvalidCell(column: "date", message: "there is no date between the bars") }
        return days.sorted()
    }

    private static func minutes(_ text: String) throws(InvalidCell) -> Int {
        let digits = trimmed(text)
        guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let hours = Double(digits), hours > 0,
            hours <= 200
        else {
            throw InvalidCell(
                column: "hours",
                message: "\"\(text)\" is not a number of contact hours like 5.75, above 0 and at most 200"
            )
        }
        return max(1, Int((hours * 60).rounded()))
    }

    private static func language(_ text: String?) throws(InvalidCell) -> String? {
        guard let tag = text.map(trimmed) else { return nil }
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        let wellFormed = parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(\.isLetterOrDigitOfASCII) }
        guard wellFormed, (2...8).contains(parts[0].count), parts[0].allSatisfy(\.isLetter) else {
            throw InvalidCell(column: "language", message: "\"\(tag)\" is not a language tag like ur, cy or zh-Hant")
        }
        return tag
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: "|").map { trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

extension Character {
    fileprivate var isLetterOrDigitOfASCII: Bool { isASCII && (isLetter || isNumber) }
}

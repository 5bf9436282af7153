public import Programme

/// Reads `counts.csv`: `area,month,count[,population]`.
public enum CountSheet {
    enum Column: Int, SheetColumn {
        case area, month, count, population

        static let sheet = "counts.csv"
        var isRequired: Bool { self != .population }
        var name: String { "\(self)" }
    }

    /// One count with the line it stands on.
    public struct Row: Hashable, Sendable {
        /// The line on which the row begins, from 1.
        public let line: Int
        /// The count.
        public let record: AreaMonthCount
    }

    /// The counts in the order of the rows; a month without a row is a gap, never zero.
    ///
    /// - Parameters:
    ///   - source: The sheet.
    ///   - limits: What is refused.
    /// - Returns: One count a row.
    /// - Throws: ``OpenDataRefusal``: a month that is not `YYYY-MM`, a count that is negative or a fraction, a population
    ///   that is not above 0, an area and month given twice; each with its line.
    public static func read(
        _ source: CSVSource,
        limits: CSVLimits = CSVLimits()
    ) throws(OpenDataRefusal) -> [AreaMonthCount] {
        try readRows(source, limits: limits).map(\.record)
    }

    /// The same as ``read(_:limits:)`` with the line of each count, for refusals that come later.
    public static func readRows(
        _ source: CSVSource,
        limits: CSVLimits = CSVLimits()
    ) throws(OpenDataRefusal) -> [Row] {
        var sheet = try SheetReader<Column>.open(source, limits: limits)
        var rows: [Row] = []
        var firstLines: [String: [Month: Int]] = [:]
        while try sheet.next() {
            let area = sheet.required(.area, "an area's name or code")
            let month = sheet.required(.month, "a month like 2026-03").flatMap { _ in
                sheet.parsed(.month, "a month like 2026-03") { Month($0) }
            }
            let count = sheet.required(.count, "a whole number of 0 or more").flatMap { _ in
                sheet.parsed(.count, "a whole number of 0 or more", Numbers.count)
            }
            let population = sheet.parsed(.population, "a number of residents above 0") { text in
                Numbers.decimal(text).flatMap { $0 > 0 ? $0 : nil }
            }
            guard let area, let month, let count else { continue }
            if let first = firstLines[area]?[month] {
                sheet.add(.month, "\(area) has a count for \(month) on line \(first) already; keep one")
            } else {
                firstLines[area, default: [:]][month] = sheet.line
            }
            let record = AreaMonthCount(area: area, month: month, count: count, population: population)
            rows.append(Row(line: sheet.line, record: record))
        }
        try sheet.throwFaults()
        return rows
    }
}

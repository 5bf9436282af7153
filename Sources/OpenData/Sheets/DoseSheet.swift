public import Programme

/// Reads `dose.csv`: `area,month,trained[,residents][,live][,work]`.
public enum DoseSheet {
    enum Column: Int, SheetColumn {
        case area, month, trained, residents, live, work

        static let sheet = "dose.csv"
        var isRequired: Bool { rawValue <= Column.trained.rawValue }
        var name: String { "\(self)" }
    }

    /// The rows in their order; an area called `unknown` holds people whose place nobody knows.
    ///
    /// - Parameters:
    ///   - source: The sheet.
    ///   - limits: What is refused.
    /// - Returns: One count a row.
    /// - Throws: ``OpenDataRefusal``: a month that is not `YYYY-MM`, a number that is negative or a fraction, residents that are
    ///   not above 0, more people living or working there than were trained, fewer of both together, an area and month given
    ///   twice; each with its line.
    public static func read(
        _ source: CSVSource,
        limits: CSVLimits = CSVLimits()
    ) throws(OpenDataRefusal) -> [TrainedCount] {
        var sheet = try SheetReader<Column>.open(source, limits: limits)
        var rows: [TrainedCount] = []
        var firstLines: [String: [Month: Int]] = [:]
        let people = "a whole number of 0 or more"
        while try sheet.next() {
            let area = sheet.required(.area, "an area's name or code")
            let month = sheet.required(.month, "a month like 2026-03").flatMap { _ in
                sheet.parsed(.month, "a month like 2026-03") { Month($0) }
            }
            let trained = sheet.required(.trained, people).flatMap { _ in
                sheet.parsed(.trained, people, Numbers.count)
            }
            let (live, work) = (
                sheet.parsed(.live, people, Numbers.count), sheet.parsed(.work, people, Numbers.count)
            )
            let residents = sheet.parsed(.residents, "a number of residents above 0") { text in
                Numbers.decimal(text).flatMap { $0 > 0 ? $0 : nil }
            }
            guard let area, let month, let trained else { continue }
            for (column, part) in [(Column.live, live), (.work, work)] where (part ?? 0) > trained {
                sheet.add(column, "\(part ?? 0) of \(trained) people trained cannot be; expected at most \(trained)")
            }
            if let live, let work, live + work < trained, live <= trained, work <= trained {
                sheet.add(.work, "\(live) who live and \(work) who work there are fewer than the \(trained) trained")
            }
            if let first = firstLines[area]?[month] {
                sheet.add(.month, "\(area) has a number for \(month) on line \(first) already; keep one")
            } else {
                firstLines[area, default: [:]][month] = sheet.line
            }
            rows.append(
                TrainedCount(area: area, month: month, trained: trained, live: live, work: work, residents: residents)
            )
        }
        try sheet.throwFaults()
        return rows
    }
}

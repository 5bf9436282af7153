import Programme

/// Counts the rows of an extract as they pass.
struct ExtractTally: ~Copyable {
    private struct Cell: Hashable {
        let place: String
        let category: String
    }

    private struct OfMonth {
        let print = FingerprintStream()
        var rows = 0
        var counts: [Cell: ExtractCount] = [:]
        var callers: [[UInt8]: Int] = [:]
    }

    private let file: String
    private let width: Int
    private let mapping: ExtractMapping
    private let places: [ExtractMapping.Field: Int]
    private let columns: [ExtractMapping.Field: String]
    private var months: [Month: OfMonth] = [:]
    private var extract = Extract()

    init(header: [String], file: String, mapping: ExtractMapping) throws(OpenDataRefusal) {
        (self.file, self.mapping, width, columns) = (file, mapping, header.count, mapping.columns)
        var places: [ExtractMapping.Field: Int] = [:]
        var faults: [CSVFault] = []
        let keys = header.map(HeaderMatch.key)
        for (field, name) in mapping.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if let place = keys.firstIndex(of: HeaderMatch.key(name)) {
                places[field] = place
                continue
            }
            let nearest = NearestSpelling.of(name, among: header).map { "; the nearest found is \"\($0)\"" } ?? ""
            let message = "is named by the mapping as \(field.rawValue) and is missing from the header\(nearest)"
            faults.append(CSVFault(file: file, line: 1, column: name, message: message))
        }
        guard faults.isEmpty else { throw .malformed(CSVFaults(faults)) }
        self.places = places
    }

    mutating func add(_ row: borrowing CSVScanner, _ pseudonym: (String) -> [UInt8]) {
        guard row.count == width else {
            malformed(row.line, nil, "the row has \(row.count) fields, the header has \(width)")
            return
        }
        let day = text(row, .dateTime)
        guard let month = Self.month(of: day, mapping.dates) else {
            malformed(row.line, .dateTime, "\"\(day.prefix(40))\" is not a date in the order \(mapping.dates.rawValue)")
            return
        }
        months[month, default: OfMonth()].rows += 1
        months[month]?.print.update(row.recordBytes)
        let category = text(row, .category)
        guard mapping.counted.contains(category) else {
            extract.otherCategories += 1
            return
        }
        let place = text(row, mapping.columns[.lsoa] == nil ? .area : .lsoa)
        if mapping.columns[.lsoa] != nil, !place.isEmpty, !District.isCode(place) {
            malformed(row.line, .lsoa, "\"\(place.prefix(40))\" is not an LSOA code like E01016707")
            return
        }
        count(row, Cell(place: place, category: category), in: month)
        guard places[.caller] != nil else { return }
        let caller = text(row, .caller).uppercased()
        if !caller.isEmpty { months[month]?.callers[pseudonym(caller), default: 0] += 1 }
    }

    consuming func finish() throws(OpenDataRefusal) -> Extract {
        extract.months = months.map { month, found in
            ExtractMonth(
                month: month,
                fingerprint: found.print.fingerprint,
                rows: found.rows,
                counts: found.counts.values.sorted { ($0.place, $0.category) < ($1.place, $1.category) },
                callers: found.callers.map { CallerCount(caller: $0.key, calls: $0.value) }
                    .sorted { $0.caller.lexicographicallyPrecedes($1.caller) }
            )
        }.sorted { $0.month < $1.month }
        guard extract.months.contains(where: { !$0.counts.isEmpty }) else {
            let none = CSVFault(
                file: file,
                line: 2,
                message: "no row can be counted. \(extract.notes.joined(separator: " "))"
            )
            throw .malformed(CSVFaults([none] + extract.malformedRows))
        }
        return extract
    }

    private mutating func count(_ row: borrowing CSVScanner, _ cell: Cell, in month: Month) {
        var counted = months[month]?.counts[cell] ?? empty(cell)
        counted.calls += 1
        if places[.attended] != nil {
            let word = text(row, .attended)
            if mapping.attended.contains(word) {
                counted.attended = (counted.attended ?? 0) + 1
            } else if mapping.notAttended.contains(word) {
                counted.notAttended = (counted.notAttended ?? 0) + 1
            } else if !word.isEmpty {
                extract.unknownAttendance += 1
            }
        }
        if let field = mapping.escalationField, mapping.escalated.contains(text(row, field)) {
            counted.escalated = (counted.escalated ?? 0) + 1
        }
        months[month]?.counts[cell] = counted
    }

    private func empty(_ cell: Cell) -> ExtractCount {
        let saysAttended = places[.attended] != nil
        return ExtractCount(
            place: cell.place,
            category: cell.category,
            calls: 0,
            attended: saysAttended ? 0 : nil,
            notAttended: saysAttended ? 0 : nil,
            escalated: mapping.escalationField == nil ? nil : 0
        )
    }

    private func text(_ row: borrowing CSVScanner, _ field: ExtractMapping.Field) -> String {
        guard let place = places[field] else { return "" }
        let text = row.text(place)
        guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
        return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private mutating func malformed(_ line: Int, _ field: ExtractMapping.Field?, _ message: String) {
        extract.malformed += 1
        guard extract.malformedRows.count < 100 else { return }
        extract.malformedRows.append(
            CSVFault(file: file, line: line, column: field.flatMap { columns[$0] }, message: message)
        )
    }

    /// The month of a date, with or without a time behind it; nil when there is no such day.
    private static func month(of text: String, _ order: ExtractMapping.DateOrder) -> Month? {
        let day = text.prefix { $0 != " " && $0 != "T" }
        let parts = day.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "." }
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return nil
        }
        let year = order == .yearFirst ? parts[0] : parts[2]
        let number = order == .monthFirst ? parts[0] : parts[1]
        let dayNumber = order == .yearFirst ? parts[2] : order == .monthFirst ? parts[1] : parts[0]
        guard year.utf8.count == 4, let year = Int(year), let number = Int(number), let dayNumber = Int(dayNumber),
            let month = Month(year: year, month: number), (1...month.days).contains(dayNumber)
        else { return nil }
        return month
    }
}

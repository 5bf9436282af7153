public import Programme

/// The calls of one month in a force's extract.
public struct ExtractMonth: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// Tells these rows from any others, so that importing them twice changes nothing.
    public let fingerprint: Fingerprint
    /// Rows of the month, whatever became of them.
    public let rows: Int
    /// The calls, by place and category.
    public let counts: [ExtractCount]
    /// The calls by person, in order of their pseudonyms; empty when the mapping names no caller.
    public let callers: [CallerCount]

    /// The same month with other names for places; counts that come to have the same name are added up.
    public func renaming(_ name: (String) throws -> String) rethrows -> ExtractMonth {
        var named: [String: ExtractCount] = [:]
        for count in counts {
            let place = count.place.isEmpty ? "" : try name(count.place)
            let key = "\(place)\n\(count.category)"
            guard var sum = named[key] else {
                var first = count
                first.place = place
                named[key] = first
                continue
            }
            sum.calls += count.calls
            sum.attended = sum.attended.map { $0 + (count.attended ?? 0) }
            sum.notAttended = sum.notAttended.map { $0 + (count.notAttended ?? 0) }
            sum.escalated = sum.escalated.map { $0 + (count.escalated ?? 0) }
            named[key] = sum
        }
        return ExtractMonth(
            month: month,
            fingerprint: fingerprint,
            rows: rows,
            counts: named.values.sorted { ($0.place, $0.category) < ($1.place, $1.category) },
            callers: callers
        )
    }
}

/// A force's extract, counted.
public struct Extract: Hashable, Sendable {
    /// The months in it, in order.
    public var months: [ExtractMonth] = []
    /// Rows of categories that the mapping does not count.
    public var otherCategories = 0
    /// Rows whose word for attendance the mapping does not know; counted, attendance unknown.
    public var unknownAttendance = 0
    /// Rows that cannot be read; not counted.
    public var malformed = 0
    /// The first hundred of them, with their lines.
    public var malformedRows: [CSVFault] = []

    /// What a reader of the counts should know.
    public var notes: [String] {
        var notes: [String] = []
        func note(_ count: Int, _ label: String) {
            if count > 0 { notes.append("\(label): \(count == 1 ? "1 row" : "\(count) rows").") }
        }
        note(otherCategories, "Of categories that the mapping does not count")
        note(unknownAttendance, "With a word for attendance that the mapping does not know, counted")
        note(malformed, "Malformed, not counted")
        return notes
    }
}

/// Reads a force's own incident extract, counting as the bytes go by; no row and no caller's name is kept.
public enum ExtractReader {
    /// The calls of an extract by month, place and category, and by caller.
    ///
    /// - Parameters:
    ///   - source: The extract as CSV.
    ///   - mapping: What its columns mean.
    ///   - limits: What is refused.
    ///   - pseudonym: Turns what the force calls a person, without white space at its ends and in capitals, into bytes that
    ///     stand for it.
    /// - Returns: Counts and notes.
    /// - Throws: ``OpenDataRefusal`` when a column is missing, the bytes are not CSV in UTF-8, or no row can be counted.
    /// - Complexity: O(bytes) time; memory for places and callers by month, not for rows.
    public static func read(
        _ source: CSVSource,
        mapping: ExtractMapping,
        limits: CSVLimits = CSVLimits(),
        pseudonym: (String) -> [UInt8]
    ) throws(OpenDataRefusal) -> Extract {
        let stream = try ByteStream(source)
        var scanner = CSVScanner(limits: limits) { (target) throws(OpenDataRefusal) in try stream.read(into: target) }
        guard try scanner.advance(in: source.name) else {
            let fault = CSVFault(
                file: source.name,
                line: 1,
                message: "the file is empty; an incident extract is expected"
            )
            throw .malformed(CSVFaults([fault]))
        }
        let header = scanner.texts
        var tally = try ExtractTally(header: header, file: source.name, mapping: mapping)
        while try scanner.advance(in: source.name, columns: header) { tally.add(scanner, pseudonym) }
        return try tally.finish()
    }
}

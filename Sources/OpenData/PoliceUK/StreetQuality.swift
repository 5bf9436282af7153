/// What the reading of a street file noticed. Nothing here is repaired in silence: every number says what became of the rows.
public struct StreetQuality: Hashable, Sendable {
    /// Rows with a place or without one that stand in the counts.
    public var counted = 0
    /// Counted rows without an LSOA.
    public var unallocated = 0
    /// Rows that repeat a Crime ID of this file; not counted again. Anti-social behaviour has no ID and is never taken for
    /// a repeat.
    public var repeatedCrimes = 0
    /// Whether the file had more different crimes than are held in memory, so that later repeats were not looked for.
    public var isRepeatSearchCutOff = false
    /// Rows of another month than the file's; not counted.
    public var otherMonth = 0
    /// The first line with another month.
    public var otherMonthLine: Int?
    /// Rows of the British Transport Police in another force's file; not counted.
    public var transportPolice = 0
    /// Rows reported by other forces than the file's, by name; not counted.
    public var otherForces: [String: Int] = [:]
    /// Rows that fall within another force than the one that reported them; counted.
    public var fallsElsewhere = 0
    /// Rows of categories nobody knows, by name; not counted.
    public var unknownCategories: [String: Int] = [:]
    /// Crimes without an ID; counted.
    public var crimesWithoutID = 0
    /// Rows that are not as published; not counted.
    public var malformed = 0
    /// The first of them, with their lines.
    public var malformedRows: [CSVFault] = []
    /// What the file's name says when the rows say something else.
    public var nameContradiction: String?

    /// Throws the malformed rows, for an import that takes only whole files; does nothing when there are none.
    public func requireWellFormed() throws(OpenDataRefusal) {
        guard malformedRows.isEmpty else {
            throw .malformed(CSVFaults(malformedRows, isCutOff: malformed > malformedRows.count))
        }
    }

    /// What was noticed, one line each; empty when nothing was.
    public var notes: [String] { findings.map(\.text) }

    /// Something that was noticed in a file.
    public struct Finding: Hashable, Sendable {
        /// What kind of thing, in one word: `repeated-crime`.
        public let kind: String
        /// How many rows it concerns.
        public let rows: Int
        /// The line it was noticed on first.
        public let line: Int?
        /// The sentence.
        public let text: String
    }

    /// What was noticed, in a fixed order; empty when nothing was.
    public var findings: [Finding] {
        var findings: [Finding] = []
        func note(_ kind: String, _ count: Int, _ label: String, line: Int? = nil) {
            guard count > 0 else { return }
            let text = "\(label): \(count == 1 ? "1 row" : "\(count) rows")."
            findings.append(Finding(kind: kind, rows: count, line: line, text: text))
        }
        func say(_ kind: String, _ count: Int, _ text: String) {
            findings.append(Finding(kind: kind, rows: count, line: nil, text: text))
        }
        if let nameContradiction { say("name", counted, nameContradiction) }
        if unallocated > 0 {
            let text = "Without an LSOA, kept as unallocated: \(unallocated) of \(counted) counted rows."
            say("unallocated", unallocated, text)
        }
        note("repeated-crime", repeatedCrimes, "Repeating the Crime ID of an earlier row, not counted again")
        if isRepeatSearchCutOff {
            say("repeat-search", counted, "The file has too many crimes to look for every repeated Crime ID.")
        }
        let first = otherMonthLine.map { " (first on line \($0))" } ?? ""
        note("other-month", otherMonth, "Of another month\(first), not counted", line: otherMonthLine)
        note("transport-police", transportPolice, "Of the British Transport Police, not counted")
        for (name, count) in otherForces.sorted(by: { $0.key < $1.key }) {
            note("other-force", count, "Reported by \(name), not counted")
        }
        note("falls-elsewhere", fallsElsewhere, "Falling within another force than the one that reported them")
        for (name, count) in unknownCategories.sorted(by: { $0.key < $1.key }) {
            note("unknown-category", count, "Of the unknown category \"\(name)\", not counted")
        }
        note("no-crime-id", crimesWithoutID, "Crimes without an ID")
        note("malformed", malformed, "Malformed, not counted", line: malformedRows.first?.line)
        return findings
    }
}

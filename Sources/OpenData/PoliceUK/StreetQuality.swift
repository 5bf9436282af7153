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
    public var notes: [String] {
        var notes: [String] = []
        func note(_ count: Int, _ label: String) {
            if count > 0 { notes.append("\(label): \(count == 1 ? "1 row" : "\(count) rows").") }
        }
        if let nameContradiction { notes.append(nameContradiction) }
        if unallocated > 0 {
            notes.append("Without an LSOA, kept as unallocated: \(unallocated) of \(counted) counted rows.")
        }
        note(repeatedCrimes, "Repeating the Crime ID of an earlier row, not counted again")
        if isRepeatSearchCutOff { notes.append("The file has too many crimes to look for every repeated Crime ID.") }
        let first = otherMonthLine.map { " (first on line \($0))" } ?? ""
        note(otherMonth, "Of another month\(first), not counted")
        note(transportPolice, "Of the British Transport Police, not counted")
        for (name, count) in otherForces.sorted(by: { $0.key < $1.key }) {
            note(count, "Reported by \(name), not counted")
        }
        note(fallsElsewhere, "Falling within another force than the one that reported them")
        for (name, count) in unknownCategories.sorted(by: { $0.key < $1.key }) {
            note(count, "Of the unknown category \"\(name)\", not counted")
        }
        note(crimesWithoutID, "Crimes without an ID")
        note(malformed, "Malformed, not counted")
        return notes
    }
}

import Programme

/// Counts the rows of one street file as they pass; holds counts and notes, never rows.
struct StreetTally: ~Copyable {
    private static let malformedKept = 100
    private static let namesKept = 100

    let antiSocialBehaviour = CrimeCategory.allCases.firstIndex(of: .antiSocialBehaviour) ?? 0
    let categories = CategoryTable.published
    private let file: String
    private let name: StreetFileName?
    let columns: StreetColumns
    var places: PlaceTable
    var crimes: CrimeIDSet
    let desk: Zeros<UsualRow>
    var quality = StreetQuality()
    var rows = 0
    private var month: Month?
    private var monthBytes: [UInt8] = []
    private var force: Slug<PoliceForce>?
    private var forceName: [UInt8] = []
    /// Month, force and force again as they stand side by side in nearly every row; empty until one such row has passed, and
    /// when the columns are not side by side.
    var usual: [UInt8] = []

    init(file: String, columns: StreetColumns, spare: SpareMemory) {
        places = PlaceTable(spare)
        crimes = CrimeIDSet(spare)
        desk = Zeros(PlainRecords.most, spare)
        self.file = file
        self.columns = columns
        name = StreetFileName(path: file)
        month = name?.month
        monthBytes = month.map { Array($0.description.utf8) } ?? []
    }

    /// Keeps a row of the file's month and force as the usual one.
    private mutating func keepAsUsual(_ row: borrowing CSVScanner) {
        guard usual.isEmpty, row.isPlain, columns.endIsUnread, columns.reportedBy == columns.month + 1,
            columns.fallsWithin == columns.reportedBy + 1
        else { return }
        usual = Array(row.bytes(from: columns.month, through: columns.fallsWithin))
    }

    /// Counts the scanner's current row.
    mutating func add(_ row: borrowing CSVScanner) {
        rows += 1
        guard row.count == columns.count else {
            malformed(
                row.line,
                nil,
                "the row has \(row.count == 1 ? "1 field" : "\(row.count) fields"), \(columns.count) are expected"
            )
            return
        }
        guard isOfMonth(row), isOfForce(row) else { return }
        guard let category = categories.index(of: row.bytes(columns.crimeType)) else {
            unknownCategory(row)
            return
        }
        let code = row.bytes(columns.lsoaCode)
        let place = PlaceTable.key(code)
        guard place != nil || code.isEmpty else {
            malformed(row.line, "LSOA code", "\"\(row.text(columns.lsoaCode))\" is not an LSOA code like E01016707")
            return
        }
        if category != antiSocialBehaviour, isRepeat(row.bytes(columns.crimeID)) { return }
        if let place {
            if !places.add(place, category) {
                guard places.hasRoom(for: 1) else {
                    malformed(row.line, "LSOA code", "there are more than \(PlaceTable.limit) different places")
                    return
                }
                var name = row.text(columns.lsoaName)
                name.withUTF8 { places.insert(place, named: UnsafeRawBufferPointer($0), category) }
            }
        } else {
            places.addUnallocated(category)
            quality.unallocated += 1
        }
        quality.counted += 1
        if Self.equal(row.bytes(columns.fallsWithin), forceName) {
            keepAsUsual(row)
        } else {
            quality.fallsElsewhere += 1
        }
    }

    /// The file's counts.
    ///
    /// - Throws: ``OpenDataRefusal`` when no row could be counted or the rows do not say one force and month.
    consuming func finish(fingerprint: Fingerprint) throws(OpenDataRefusal) -> StreetFile {
        guard rows > 0 else {
            throw refusal(1, nil, "the file has a header and no rows; a month without rows is missing, not zero")
        }
        if quality.counted == 0, !quality.malformedRows.isEmpty { try quality.requireWellFormed() }
        if name == nil, quality.otherMonth > 0 {
            throw refusal(
                quality.otherMonthLine ?? 2,
                "Month",
                "the rows are of several months and the file's name does not say which is meant; "
                    + "one file for each force and month is expected, as published"
            )
        }
        guard let month, let force, quality.counted > 0 else {
            let expected = name.map { "rows of \($0.month)" } ?? "rows of one month and force"
            throw refusal(
                2,
                nil,
                "no row can be counted; \(expected) are expected. \(quality.notes.joined(separator: " "))"
            )
        }
        let reportedBy = String(decoding: forceName, as: UTF8.self)
        if let name, name.force != force {
            quality.nameContradiction =
                "The file's name says \(name.force), but its rows are reported by \(reportedBy); the rows were believed."
        }
        let (places, categories) = places.sorted()
        return StreetFile(
            path: file,
            force: force,
            reportedBy: reportedBy,
            month: month,
            fingerprint: fingerprint,
            rows: rows,
            places: places,
            categories: categories,
            quality: quality
        )
    }

    private mutating func isOfMonth(_ row: borrowing CSVScanner) -> Bool {
        let bytes = row.bytes(columns.month)
        if Self.equal(bytes, monthBytes) { return true }
        let text = row.text(columns.month)
        guard let found = Month(text) else {
            malformed(row.line, "Month", "\"\(Self.short(text))\" is not a month like 2018-10")
            return false
        }
        guard month != nil else {
            month = found
            monthBytes = Array(bytes)
            return true
        }
        if quality.otherMonth == 0 { quality.otherMonthLine = row.line }
        quality.otherMonth += 1
        return false
    }

    private mutating func isOfForce(_ row: borrowing CSVScanner) -> Bool {
        let bytes = row.bytes(columns.reportedBy)
        if !forceName.isEmpty, Self.equal(bytes, forceName) { return true }
        let text = row.text(columns.reportedBy)
        guard let found = ForceNames.slug(reportedBy: text) else {
            malformed(row.line, "Reported by", "is empty; the name of a police force is expected")
            return false
        }
        if text == ForceNames.transportPolice, let name, name.force != found {
            quality.transportPolice += 1
            return false
        }
        guard force != nil else {
            force = found
            forceName = Array(bytes)
            return true
        }
        if text == ForceNames.transportPolice {
            quality.transportPolice += 1
        } else if quality.otherForces[text] != nil || quality.otherForces.count < Self.namesKept {
            quality.otherForces[text, default: 0] += 1
        }
        return false
    }

    private mutating func isRepeat(_ id: UnsafeRawBufferPointer) -> Bool {
        guard !id.isEmpty else {
            quality.crimesWithoutID += 1
            return false
        }
        return isRepeat(CrimeIDSet.hash(id))
    }

    /// Whether a crime was counted already; takes the hash of its ID.
    @inline(__always)
    mutating func isRepeat(_ key: UInt64) -> Bool {
        switch crimes.insert(key) {
        case .new: return false
        case .full:
            quality.isRepeatSearchCutOff = true
            return false
        case .seen:
            quality.repeatedCrimes += 1
            return true
        }
    }

    private mutating func unknownCategory(_ row: borrowing CSVScanner) {
        let text = Self.short(row.text(columns.crimeType))
        guard !text.isEmpty else {
            malformed(row.line, "Crime type", "is empty; a category like Anti-social behaviour is expected")
            return
        }
        guard quality.unknownCategories[text] != nil || quality.unknownCategories.count < Self.namesKept else { return }
        quality.unknownCategories[text, default: 0] += 1
    }

    private mutating func malformed(_ line: Int, _ column: String?, _ message: String) {
        quality.malformed += 1
        guard quality.malformedRows.count < Self.malformedKept else { return }
        quality.malformedRows.append(CSVFault(file: file, line: line, column: column, message: message))
    }

    private func refusal(_ line: Int, _ column: String?, _ message: String) -> OpenDataRefusal {
        .malformed(CSVFaults([CSVFault(file: file, line: line, column: column, message: message)]))
    }

    private static func short(_ text: String) -> String { text.count > 40 ? "\(text.prefix(40))…" : text }

    private static func equal(_ left: UnsafeRawBufferPointer, _ right: [UInt8]) -> Bool {
        right.withUnsafeBytes { SameBytes.are(left, $0) }
    }
}

import Programme

/// Nearly all rows of a street file are of its one month and force, in a known category, with a place or none. They are counted
/// here, as fast as can be, and all others one by one.
extension StreetTally {
    /// Counts the rows that follow, as long as they are usual ones that lie plain and whole within the bytes at hand.
    mutating func addUsualRows(of scanner: inout CSVScanner) {
        guard !usual.isEmpty else { return }
        while let records = scanner.plainRecords(), places.hasRoom(for: records.count) {
            let taken = addUsual(records)
            scanner.skipPlainRecords(taken)
            if taken < records.count { return }
        }
    }

    /// Counts records up to the first unusual one; how many these were.
    private mutating func addUsual(_ records: PlainRecordsAhead) -> Int {
        let (month, fallsWithin, crimeID) = (columns.month, columns.fallsWithin, columns.crimeID)
        let (lsoaCode, lsoaName, crimeType) = (columns.lsoaCode, columns.lsoaName, columns.crimeType)
        let (width, behaviour) = (columns.count, antiSocialBehaviour)
        var (taken, repeats, unallocated) = (0, 0, 0)
        let (usual, usualCount) = (usual, usual.count)
        usual.withUnsafeBytes { usual in
            while taken < records.count {
                let row = records[taken]
                let span = row.bytes(from: month, through: fallsWithin)
                guard row.fields == width, span.count == usualCount, records.isSound(row), SameBytes.are(span, usual),
                    let category = categories.index(of: row.bytes(crimeType))
                else { return }
                let code = row.bytes(lsoaCode)
                let key = PlaceTable.key(code)
                guard key != nil || code.isEmpty else { return }
                taken &+= 1
                if category != behaviour, isRepeat(row.bytes(crimeID)) {
                    repeats &+= 1
                } else if let key {
                    if !places.add(key, category) { places.insert(key, named: row.bytes(lsoaName), category) }
                } else {
                    places.addUnallocated(category)
                    unallocated &+= 1
                }
            }
        }
        rows += taken
        quality.counted += taken - repeats
        quality.unallocated += unallocated
        return taken
    }
}

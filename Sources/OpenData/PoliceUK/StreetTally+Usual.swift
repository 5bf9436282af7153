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
        let taken = look(at: records)
        var (repeats, unallocated) = (0, 0)
        for number in 0..<taken {
            let row = desk.base[number]
            if row.crime != 0, isRepeat(row.crime) {
                repeats &+= 1
            } else if row.place != 0 {
                if !places.add(row.place, row.category) {
                    places.insert(row.place, named: records[number].bytes(columns.lsoaName), row.category)
                }
            } else {
                places.addUnallocated(row.category)
                unallocated &+= 1
            }
        }
        rows += taken
        quality.counted += taken - repeats
        quality.unallocated += unallocated
        return taken
    }

    /// Writes down what there is to count in records up to the first unusual one; how many these are. The set of crimes is too
    /// large for the nearest memory, so that the places in it are fetched while other rows are looked at.
    private mutating func look(at records: PlainRecordsAhead) -> Int {
        let (month, fallsWithin, crimeID) = (columns.month, columns.fallsWithin, columns.crimeID)
        let (lsoaCode, crimeType) = (columns.lsoaCode, columns.crimeType)
        let (width, behaviour, desk) = (columns.count, antiSocialBehaviour, desk.base)
        let (usual, usualCount) = (usual, usual.count)
        var (number, withoutID) = (0, 0)
        usual.withUnsafeBytes { usual in
            while number < records.count {
                let row = records[number]
                let span = row.bytes(from: month, through: fallsWithin)
                guard row.fields == width, span.count == usualCount, records.isSound(row), SameBytes.are(span, usual),
                    let category = categories.index(of: row.bytes(crimeType))
                else { return }
                let code = row.bytes(lsoaCode)
                let place = PlaceTable.key(code)
                guard place != nil || code.isEmpty else { return }
                var crime: UInt64 = 0
                if category != behaviour {
                    let id = row.bytes(crimeID)
                    if id.isEmpty {
                        withoutID &+= 1
                    } else {
                        crime = CrimeIDSet.hash(id)
                        crimes.fetch(crime)
                    }
                }
                desk[number] = UsualRow(crime: crime, place: place ?? 0, category: category)
                number &+= 1
            }
        }
        quality.crimesWithoutID += withoutID
        return number
    }
}

/// What there is to count in a usual row.
struct UsualRow: BitwiseCopyable {
    /// The hash of its Crime ID; 0 for none, and for anti-social behaviour.
    var crime: UInt64
    /// The key of its place; 0 for none.
    var place: UInt64
    /// The place of its category in the order of categories.
    var category: Int
}

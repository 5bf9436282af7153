import Programme

/// Finds the columns of a street file by name, and tells other published files by theirs.
struct StreetColumns {
    static let names = [
        "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code",
        "LSOA name", "Crime type", "Last outcome category", "Context",
    ]

    let count: Int
    let crimeID: Int, month: Int, reportedBy: Int, fallsWithin: Int, lsoaCode: Int, lsoaName: Int, crimeType: Int

    /// Whether the column at the end of the lines is none of those that are looked at.
    var endIsUnread: Bool {
        ![crimeID, month, reportedBy, fallsWithin, lsoaCode, lsoaName, crimeType].contains(count - 1)
    }

    /// - Throws: ``OpenDataRefusal`` naming the kind of file, or the missing columns with the nearest ones found.
    init(header: [String], file: String) throws(OpenDataRefusal) {
        let places = header == Self.names ? Array(Self.names.indices) : try Self.places(header, file)
        count = header.count
        (crimeID, month, reportedBy, fallsWithin) = (places[0], places[1], places[2], places[3])
        (lsoaCode, lsoaName, crimeType) = (places[7], places[8], places[9])
    }

    /// Where each of the names stands in a header that is not as published.
    private static func places(_ header: [String], _ file: String) throws(OpenDataRefusal) -> [Int] {
        let keys = header.map(HeaderMatch.key)
        func refuse(_ faults: [(column: String?, message: String)]) -> OpenDataRefusal {
            .malformed(CSVFaults(faults.map { CSVFault(file: file, line: 1, column: $0.column, message: $0.message) }))
        }
        switch DataFileKind(header: header) {
        case .outcomes:
            throw refuse([(nil, "this is an outcomes file of police.uk; a street file (…-street.csv) is expected")])
        case .stopAndSearch:
            throw refuse([
                (nil, "this is a stop-and-search file of police.uk; a street file (…-street.csv) is expected")
            ])
        default: break
        }
        var faults: [(column: String?, message: String)] = []
        var places: [Int] = []
        for name in Self.names {
            let found = keys.indices.filter { keys[$0] == HeaderMatch.key(name) }
            if let place = found.first { places.append(place) }
            if found.count > 1 { faults.append((name, "stands twice in the header; keep one")) }
            guard found.isEmpty else { continue }
            let nearest = NearestSpelling.of(name, among: header).map { "; the nearest found is \"\($0)\"" } ?? ""
            faults.append((name, "is missing from the header of a police.uk street file\(nearest)"))
        }
        guard faults.isEmpty else { throw refuse(faults) }
        return places
    }
}

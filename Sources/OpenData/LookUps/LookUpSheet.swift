public import Programme

/// What a look-up of the Office for National Statistics holds; a file may hold more than one kind of thing.
public struct LookUpTable: Hashable, Sendable {
    /// Districts of LSOAs, in order of the LSOAs' codes.
    public var districts: [LSOADistrict] = []
    /// LSOAs of 2011 and those of 2021, in the order of the file.
    public var successions: [LSOASuccession] = []
    /// Partnerships and police force areas of districts, in the order of the file.
    public var partnerships: [DistrictPartnership] = []
    /// Residents, in the order of the file.
    public var populations: [PlacePopulation] = []
}

/// Reads look-ups of any edition: LSOA to district, LSOA 2011 to 2021 (exact or best fit), district to partnership and police
/// force area, and mid-year population of LSOAs or districts.
public enum LookUpSheet {
    /// Takes a look-up in, whatever its kind.
    ///
    /// - Parameters:
    ///   - source: The file as downloaded in CSV.
    ///   - year: The year of a population estimate, when the file does not say it in a column, a heading or its name.
    ///   - limits: What is refused.
    /// - Returns: What the columns hold; a row that says again what an earlier one said is not repeated.
    /// - Throws: ``OpenDataRefusal`` for a file without such columns, a code that is none, a place with two districts or two
    ///   populations in one year; each with its line.
    public static func read(
        _ source: CSVSource,
        year: Int? = nil,
        limits: CSVLimits = CSVLimits()
    ) throws(OpenDataRefusal) -> LookUpTable {
        let stream = try ByteStream(source)
        var scanner = CSVScanner(limits: limits) { (target) throws(OpenDataRefusal) in try stream.read(into: target) }
        guard try scanner.advance(in: source.name) else {
            throw LookUpReading.refusal(source.name, 1, nil, "the file is empty; a look-up of the ONS is expected")
        }
        var reading = try LookUpReading(header: scanner.texts, file: source.name, year: year)
        while try scanner.advance(in: source.name, columns: reading.header) { reading.add(scanner) }
        return try reading.finish()
    }
}

/// One look-up being read.
struct LookUpReading: ~Copyable {
    let header: [String]
    private let file: String
    private let year: Int?
    private let columns: LookUpColumns
    private let kinds: Set<Kind>
    private var table = LookUpTable()
    private var districts: [String: LSOADistrict] = [:]
    private var successions: Set<LSOASuccession> = []
    private var partnerships: Set<DistrictPartnership> = []
    private var populations: [String: [Int: Int]] = [:]
    private var faults: [CSVFault] = []

    private enum Kind { case district, succession, partnership, population }

    init(header: [String], file: String, year: Int?) throws(OpenDataRefusal) {
        (self.header, self.file) = (header, file)
        columns = LookUpColumns(header: header)
        self.year = year ?? Self.year(inName: file)
        var kinds: Set<Kind> = []
        let hasLSOA = columns.code("LSOA") != nil, hasDistrict = columns.code("LAD") != nil
        if hasLSOA, hasDistrict, columns.name("LAD") != nil { kinds.insert(.district) }
        if columns.code("LSOA", year: 2011) != nil, columns.code("LSOA", year: 2021) != nil {
            kinds.insert(.succession)
        }
        if hasDistrict, columns.code("CSP") != nil, columns.code("PFA") != nil { kinds.insert(.partnership) }
        if hasLSOA || hasDistrict, !columns.residents.isEmpty { kinds.insert(.population) }
        self.kinds = kinds
        guard !kinds.isEmpty else {
            throw Self.refusal(
                file,
                1,
                nil,
                "the header is not one of a look-up; expected are columns like LSOA21CD with LAD23CD and LAD23NM, LSOA11CD "
                    + "with LSOA21CD, LAD23CD with CSP23CD and PFA23CD, or LSOA21CD with Total"
            )
        }
        if kinds.contains(.population), columns.year == nil, self.year == nil,
            columns.residents.contains(where: { $0.year == nil })
        {
            throw Self.refusal(file, 1, nil, "nothing says the year of the population; give it with --year")
        }
    }

    mutating func add(_ row: borrowing CSVScanner) {
        guard row.count == header.count else {
            fault(row.line, nil, "the row has \(row.count) fields, the header has \(header.count)")
            return
        }
        if kinds.contains(.district) { addDistrict(row) }
        if kinds.contains(.succession) { addSuccession(row) }
        if kinds.contains(.partnership) { addPartnership(row) }
        if kinds.contains(.population) { addPopulations(row) }
    }

    consuming func finish() throws(OpenDataRefusal) -> LookUpTable {
        guard faults.isEmpty else { throw .malformed(CSVFaults(faults, isCutOff: faults.count >= 100)) }
        table.districts = districts.values.sorted { $0.lsoa < $1.lsoa }
        return table
    }

    private mutating func addDistrict(_ row: borrowing CSVScanner) {
        let edition = columns.code("LSOA", year: 2021) != nil ? 2021 : nil
        guard let lsoa = code(row, columns.code("LSOA", year: edition)),
            let district = code(row, columns.code("LAD"))
        else { return }
        let found = LSOADistrict(
            lsoa: lsoa,
            lsoaName: text(row, columns.name("LSOA", year: edition)),
            district: district,
            districtName: text(row, columns.name("LAD"))
        )
        if let known = districts[lsoa], known.district != district {
            fault(row.line, columns.code("LAD"), "\(lsoa) is in \(known.districtName) on an earlier line; keep one")
        }
        districts[lsoa] = found
    }

    private mutating func addSuccession(_ row: borrowing CSVScanner) {
        guard let older = code(row, columns.code("LSOA", year: 2011)),
            let newer = code(row, columns.code("LSOA", year: 2021))
        else { return }
        let letter = text(row, columns.change)
        let change = LSOASuccession.Change(rawValue: letter)
        if !letter.isEmpty, change == nil {
            fault(row.line, columns.change, "\"\(letter)\" is not U, S, M or X")
        }
        let found = LSOASuccession(older: older, newer: newer, change: change)
        if successions.insert(found).inserted { table.successions.append(found) }
    }

    private mutating func addPartnership(_ row: borrowing CSVScanner) {
        guard let district = code(row, columns.code("LAD")), let partnership = code(row, columns.code("CSP")),
            let force = code(row, columns.code("PFA"))
        else { return }
        let found = DistrictPartnership(
            district: district,
            districtName: text(row, columns.name("LAD")),
            partnership: partnership,
            partnershipName: text(row, columns.name("CSP")),
            force: force,
            forceName: text(row, columns.name("PFA"))
        )
        if partnerships.insert(found).inserted { table.partnerships.append(found) }
    }

    private mutating func addPopulations(_ row: borrowing CSVScanner) {
        guard let place = code(row, columns.code("LSOA") ?? columns.code("LAD")) else { return }
        for (column, headed) in columns.residents {
            let said = columns.year.flatMap { Int(text(row, $0)) }
            guard let year = headed ?? said ?? year else {
                fault(row.line, columns.year, "\"\(text(row, columns.year))\" is not a year like 2022")
                continue
            }
            let digits = text(row, column).filter { $0 != "," && $0 != " " }
            guard let residents = Numbers.count(digits) else {
                fault(row.line, column, "\"\(text(row, column))\" is not a number of residents")
                continue
            }
            if let known = populations[place]?[year] {
                if known != residents {
                    fault(row.line, column, "\(place) has \(known) residents in \(year) on an earlier line; keep one")
                }
                continue
            }
            populations[place, default: [:]][year] = residents
            table.populations.append(PlacePopulation(place: place, year: year, residents: residents))
        }
    }

    private func text(_ row: borrowing CSVScanner, _ column: Int?) -> String { column.map { row.text($0) } ?? "" }

    private mutating func code(_ row: borrowing CSVScanner, _ column: Int?) -> String? {
        guard let column else { return nil }
        let text = row.text(column)
        guard District.isCode(text) else {
            fault(row.line, column, "\"\(text.prefix(40))\" is not a code like E01016707")
            return nil
        }
        return text
    }

    private mutating func fault(_ line: Int, _ column: Int?, _ message: String) {
        guard faults.count < 100 else { return }
        faults.append(CSVFault(file: file, line: line, column: column.map { header[$0] }, message: message))
    }

    static func refusal(_ file: String, _ line: Int, _ column: String?, _ message: String) -> OpenDataRefusal {
        .malformed(CSVFaults([CSVFault(file: file, line: line, column: column, message: message)]))
    }

    /// The one year from 1981 on in a file's name: `lsoa-mid-2022.csv`.
    private static func year(inName file: String) -> Int? {
        let name = file.split(separator: "/").last ?? ""
        let years = Set(name.split { !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil })
            .filter { (1981...2100).contains($0) }
        return years.count == 1 ? years.first : nil
    }
}

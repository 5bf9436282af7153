public import Programme

/// Reads `areas.csv`: `area,district[,lsoa_code,from,to]`.
///
/// A row gives an area a district, by the name that stands in front of the number in an LSOA's name, or one LSOA, which
/// beats a district. The days are both included; empty means always.
public enum AreaSheet {
    enum Column: Int, SheetColumn {
        case area, district, lsoaCode, from, to

        static let sheet = "areas.csv"
        var isRequired: Bool { rawValue <= Column.district.rawValue }
        var name: String { self == .lsoaCode ? "lsoa_code" : "\(self)" }
    }

    /// The areas in the order of their first rows.
    ///
    /// - Parameters:
    ///   - source: The sheet.
    ///   - force: The force they belong to.
    ///   - limits: What is refused.
    /// - Returns: Areas without an end of their own; each membership carries its days.
    /// - Throws: ``OpenDataRefusal``: a row with neither district nor LSOA, a code that is none, days in the wrong order, a
    ///   district or LSOA in two areas on one day; each with its line.
    public static func read(
        _ source: CSVSource,
        force: Slug<PoliceForce>,
        limits: CSVLimits = CSVLimits()
    ) throws(OpenDataRefusal) -> [PolicingArea] {
        var sheet = try SheetReader<Column>.open(source, limits: limits)
        var order: [Slug<PolicingArea>] = []
        var areas: [Slug<PolicingArea>: PolicingArea] = [:]
        var claims: [AreaMember: [(area: String, days: Validity, line: Int)]] = [:]
        while try sheet.next() {
            guard let name = sheet.required(.area, "an area's name"), let membership = membership(&sheet) else {
                continue
            }
            guard let code = Slug<PolicingArea>(naming: name) else {
                sheet.add(.area, "\"\(name)\" has no letter from A to Z; a name like Milton Keynes is expected")
                continue
            }
            if let other = claims[membership.member]?.first(where: { $0.days.overlaps(membership.validity) }) {
                let column: Column = if case .lsoa = membership.member { .lsoaCode } else { .district }
                sheet.add(
                    column,
                    "\(membership.member) belongs to \(other.area) (line \(other.line)) \(other.days) already; "
                        + "a place is in one area at a time"
                )
            }
            claims[membership.member, default: []].append((name, membership.validity, sheet.line))
            if areas[code] == nil {
                order.append(code)
                areas[code] = PolicingArea(
                    code: code,
                    name: name,
                    force: force,
                    members: [],
                    provenance: Provenance(source: source.name)
                )
            }
            areas[code]?.members.append(membership)
        }
        try sheet.throwFaults()
        return order.compactMap { areas[$0] }
    }

    private static func membership(_ sheet: inout SheetReader<Column>) -> PolicingArea.Membership? {
        let lsoa = sheet.parsed(.lsoaCode, "an LSOA's code like E01016707") { District.isCode($0) ? $0 : nil }
        let days = [Column.from, .to].map { column in
            (sheet.optional(column), sheet.parsed(column, "a date like 2026-03-31") { CalendarDate($0) })
        }
        if days.contains(where: { $0.0 != nil && $0.1 == nil }) { return nil }
        guard let validity = Validity(from: days[0].1, to: days[1].1) else {
            sheet.add(.to, "is earlier than the day in column from; the last day is expected")
            return nil
        }
        if sheet.optional(.lsoaCode) != nil { return lsoa.map { .init(.lsoa($0), validity) } }
        guard let district = sheet.optional(.district) else {
            sheet.add(.district, "is empty and so is lsoa_code; one of them is expected")
            return nil
        }
        return .init(.district(district), validity)
    }
}

/// The columns of a look-up of the Office for National Statistics, found by pattern: every edition has other years in them.
///
/// A heading is compared by its letters and digits alone, so that `LSOA21CD`, `F_LSOA11CD`, `lsoa_2021_code` and
/// `LSOA 2021 Code` are all found.
struct LookUpColumns {
    /// What a heading names: a kind of place with its year, its code or its name.
    private struct Heading {
        let kind: String
        let year: Int?
        let isCode: Bool
    }

    private let headings: [Heading?]
    private let keys: [String]

    init(header: [String]) {
        keys = header.map(Self.key)
        headings = keys.map(Self.heading)
    }

    /// The column with the codes of a kind of place; the newest edition when there are several, or that of `year`.
    func code(_ kind: String, year: Int? = nil) -> Int? { column(kind, year, isCode: true) }

    /// The column with the names of a kind of place, of the same edition as the code where there is one.
    func name(_ kind: String, year: Int? = nil) -> Int? { column(kind, year, isCode: false) }

    /// The column that says how borders changed from 2011 to 2021.
    var change: Int? { keys.firstIndex { ["CHGIND", "CHNGIND", "CHANGEINDICATOR"].contains($0) } }

    /// The columns with numbers of residents, and the year in their heading if there is one.
    var residents: [(column: Int, year: Int?)] {
        keys.enumerated().compactMap { index, key in
            let word = key.filter(\.isLetter), digits = key.filter(\.isNumber)
            let year = Int(digits).flatMap { (1981...2100).contains($0) ? $0 : nil }
            guard digits.isEmpty || year != nil else { return nil }
            let whole = ["TOTAL", "ALLAGES", "ALLPERSONS", "PERSONS", "POPULATION", "RESIDENTS"]
            if whole.contains(word) { return (index, year) }
            return year != nil && ["MID", "MIDYEAR", "POP"].contains(word) ? (index, year) : nil
        }
    }

    /// The column with the year of each row.
    var year: Int? { keys.firstIndex { ["YEAR", "MIDYEAR"].contains($0) } }

    private func column(_ kind: String, _ year: Int?, isCode: Bool) -> Int? {
        let found = headings.indices.filter { headings[$0]?.kind == kind && headings[$0]?.isCode == isCode }
        guard let year else { return found.max { (headings[$0]?.year ?? 0) < (headings[$1]?.year ?? 0) } }
        return found.first { headings[$0]?.year == year }
    }

    private static func key(_ heading: String) -> String {
        let letters = heading.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return letters.hasPrefix("FLSOA") ? String(letters.dropFirst()) : letters
    }

    /// `LSOA21CD`, `LSOA2021CODE`, `LSOANAME`.
    private static func heading(_ key: String) -> Heading? {
        for kind in ["LSOA", "MSOA", "LAD", "CSP", "PFA", "OA"] where key.hasPrefix(kind) {
            let rest = key.dropFirst(kind.count)
            let digits = rest.prefix { $0.isNumber }
            guard digits.count == 0 || digits.count == 2 || digits.count == 4 else { return nil }
            let year = Int(digits).map { $0 < 100 ? 2000 + $0 : $0 }
            switch rest.dropFirst(digits.count) {
            case "CD", "CODE", "CODES": return Heading(kind: kind, year: year, isCode: true)
            case "NM", "NAME", "NAMES": return Heading(kind: kind, year: year, isCode: false)
            default: return nil
            }
        }
        return nil
    }
}

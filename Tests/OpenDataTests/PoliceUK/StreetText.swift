import OpenData

/// Small street files in the published layout; every place, person and number in them is made up.
enum StreetText {
    static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        + "Last outcome category,Context"

    static func id(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 64 - digits.count) + digits
    }

    static func row(
        id: String = "",
        month: String = "2018-10",
        by force: String = "Thames Valley Police",
        within: String? = nil,
        lsoa: String = "E01016707",
        name: String = "Milton Keynes 017B",
        type: String = "Anti-social behaviour"
    ) -> String {
        let place = lsoa.isEmpty ? ",,No Location,," : "-0.755000,52.040000,On or near Nightclub,\(lsoa),\(name)"
        return "\(id),\(month),\(force),\(within ?? force),\(place),\(type),,"
    }

    static func file(_ rows: [String], name: String = "2018-10/2018-10-thames-valley-street.csv") -> CSVSource {
        .bytes(Array(([header] + rows).joined(separator: "\n").utf8) + [0x0A], name: name)
    }
}

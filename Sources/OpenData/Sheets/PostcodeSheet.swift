public import Programme

/// Reads a postcode look-up with the columns of the ONS Postcode Directory: `pcds` and `lsoa21` or `lsoa11`.
public enum PostcodeSheet {
    enum Column: Int, SheetColumn {
        case pcds, lsoa21, lsoa11

        static let sheet = "A postcode look-up"
        var isRequired: Bool { self == .pcds }
        var name: String { "\(self)" }
    }

    /// Hands every postcode with a small area to `body`, as the file streams by; rows without one are passed over.
    ///
    /// The newer LSOA is preferred where a row has both. The file's other columns are ignored.
    /// - Parameters:
    ///   - source: The sheet.
    ///   - limits: What is refused.
    ///   - body: Takes the postcode and the LSOA's code.
    /// - Throws: ``OpenDataRefusal`` for a text that is no postcode, or a file without such columns; what `body` throws.
    public static func read(
        _ source: CSVSource,
        limits: CSVLimits = CSVLimits(),
        _ body: (Postcode, String) throws -> Void
    ) throws {
        var sheet = try SheetReader<Column>.open(source, limits: limits)
        guard sheet.has(.lsoa21) || sheet.has(.lsoa11) else {
            let message = "is missing from the header; a look-up has pcds and lsoa21 or lsoa11"
            throw OpenDataRefusal.malformed(
                CSVFaults([CSVFault(file: source.name, line: 1, column: "lsoa21", message: message)])
            )
        }
        while try sheet.next() {
            guard let lsoa = sheet.optional(.lsoa21) ?? sheet.optional(.lsoa11),
                let postcode = sheet.parsed(.pcds, "a postcode like MK9 3EJ", { try? Postcode(parsing: $0) })
            else { continue }
            try body(postcode, lsoa)
        }
        try sheet.throwFaults()
    }
}

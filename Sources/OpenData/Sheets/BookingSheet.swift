/// Reads `bookings.csv`: `name,email,phone,role,language,access_needs,source`.
public enum BookingSheet {
    /// One row; what the words mean is decided by whoever books.
    public struct Row: Hashable, Sendable {
        /// The line on which the row begins, from 1.
        public let line: Int
        /// The name as given; never empty.
        public let name: String
        /// The e-mail address, when given.
        public let email: String?
        /// The telephone number, when given.
        public let phone: String?
        /// The role in the community, when given.
        public let role: String?
        /// The language, when given.
        public let language: String?
        /// Access needs, when given.
        public let accessNeeds: String?
        /// How the person heard of the course, when given.
        public let source: String?
    }

    enum Column: Int, SheetColumn {
        case name, email, phone, role, language, accessNeeds, source

        static let sheet = "bookings.csv"
        var isRequired: Bool { self == .name }
        var name: String { self == .accessNeeds ? "access_needs" : "\(self)" }
    }

    /// The rows in order.
    ///
    /// - Parameters:
    ///   - source: The sheet.
    ///   - limits: What is refused.
    /// - Returns: One row a booking.
    /// - Throws: ``OpenDataRefusal`` for a row without a name, or a file that is not such a sheet.
    public static func read(_ source: CSVSource, limits: CSVLimits = CSVLimits()) throws(OpenDataRefusal) -> [Row] {
        var sheet = try SheetReader<Column>.open(source, limits: limits)
        var rows: [Row] = []
        while try sheet.next() {
            guard let name = sheet.required(.name, "the person's name") else { continue }
            rows.append(
                Row(
                    line: sheet.line,
                    name: name,
                    email: sheet.optional(.email),
                    phone: sheet.optional(.phone),
                    role: sheet.optional(.role),
                    language: sheet.optional(.language),
                    accessNeeds: sheet.optional(.accessNeeds),
                    source: sheet.optional(.source)
                )
            )
        }
        try sheet.throwFaults()
        return rows
    }
}

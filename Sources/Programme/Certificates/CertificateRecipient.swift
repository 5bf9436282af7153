/// One row of a recipients file: what a certificate without a database is typeset from.
public struct CertificateRecipient: Hashable, Sendable {
    /// The name as given, in any script.
    public var name: String
    /// The title of the course.
    public var course: String
    /// The days of the sittings, in order, at least one.
    public var dates: [CalendarDate]
    /// Contact minutes.
    public var contactMinutes: Int
    /// The trainers' names, at least one.
    public var trainers: [String]
    /// The local policing area.
    public var area: String
    /// The language of the name as a BCP 47 tag.
    public var language: String?
    /// What the course set out to teach.
    public var outcomes: [String]
    /// The certificate's number, when it already has one.
    public var number: CertificateNumber?
    /// Where the course was held.
    public var venue: String?
    /// The organisation that gave the course.
    public var provider: String?
    /// How many rows of the file before this one say the same: two people may have one name.
    public var equalRowsBefore = 0

    /// A recipient; what is optional defaults to absent.
    public init(
        name: String,
        course: String,
        dates: [CalendarDate],
        contactMinutes: Int,
        trainers: [String],
        area: String,
        language: String? = nil,
        outcomes: [String] = [],
        number: CertificateNumber? = nil,
        venue: String? = nil,
        provider: String? = nil
    ) {
        self.name = name
        self.course = course
        self.dates = dates
        self.contactMinutes = contactMinutes
        self.trainers = trainers
        self.area = area
        self.language = language
        self.outcomes = outcomes
        self.number = number
        self.venue = venue
        self.provider = provider
    }

    /// The row in one agreed form, whatever the order of the file's columns: the cells `name,course,date,hours,trainer,
    /// area,language,outcomes,venue,provider` as UTF-8, each ended by the unit separator U+001F, and for a row that says the
    /// same as others before it their count. A number for a row without one comes from the SHA-256 of these bytes.
    public var canonicalRow: [UInt8] {
        let cells =
            [
                name, course, dates.map(\.description).joined(separator: "|"), String(contactMinutes),
                trainers.joined(separator: "|"), area, language ?? "", outcomes.joined(separator: "|"), venue ?? "",
                provider ?? "",
            ] + (equalRowsBefore > 0 ? [String(equalRowsBefore)] : [])
        var bytes: [UInt8] = []
        bytes.reserveCapacity(cells.reduce(0) { $0 + $1.utf8.count + 1 })
        for cell in cells {
            bytes += cell.utf8
            bytes.append(0x1F)
        }
        return bytes
    }

    /// The facts of the certificate this row asks for.
    ///
    /// - Parameters:
    ///   - printedName: ``name`` cleaned for print.
    ///   - derived: The number to use when the row has none.
    ///   - site: The public address of the site that answers for the certificate.
    ///   - issuedOn: The day of issue; the last day of the course when nil.
    ///   - refreshAfterMonths: When the course should be taken again, counted from its last day; nil for never.
    /// - Returns: The facts; nil when there is no day.
    public func facts(
        printedName: String,
        number derived: CertificateNumber,
        site: String,
        issuedOn: CalendarDate? = nil,
        refreshAfterMonths: Int? = 36
    ) -> CertificateFacts? {
        guard let lastDay = dates.last else { return nil }
        let number = number ?? derived
        return CertificateFacts(
            number: number,
            givenName: name,
            name: printedName,
            language: language,
            course: course,
            dates: dates,
            contactMinutes: contactMinutes,
            outcomes: outcomes,
            trainers: trainers,
            venue: venue,
            area: area,
            provider: provider,
            issuedOn: issuedOn ?? lastDay,
            refreshBy: refreshAfterMonths.map { lastDay.adding(months: $0) },
            verifyAddress: CertificateFacts.verifyAddress(of: number, at: site)
        )
    }
}

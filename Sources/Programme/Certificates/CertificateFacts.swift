/// Everything a certificate says, frozen on the day it is issued; the page can be typeset again from these facts alone.
public struct CertificateFacts: Codable, Hashable, Sendable {
    /// The number, the same for every version of one certificate.
    public var number: CertificateNumber
    /// 1 for the first issue, one more for each reissue.
    public var version: Int
    /// The name exactly as the person gave it.
    public var givenName: String
    /// The name as printed: cleaned of invisible control characters and in NFC.
    public var name: String
    /// The language of the name as a BCP 47 tag, when known; it decides for instance between Naskh and Nastaliq.
    public var language: String?
    /// The title of the course.
    public var course: String
    /// The course's code.
    public var courseCode: String?
    /// The version of the course's material.
    public var courseVersion: String?
    /// The days of the sittings, in order, at least one.
    public var dates: [CalendarDate]
    /// Contact minutes the person attended, without breaks and surveys.
    public var contactMinutes: Int
    /// What the course set out to teach, a phrase each.
    public var outcomes: [String]
    /// The trainers' names.
    public var trainers: [String]
    /// Where it was held.
    public var venue: String?
    /// The local policing area.
    public var area: String
    /// The organisation that gave the course, with its charity number when it has one.
    public var provider: String?
    /// The day of issue of this version.
    public var issuedOn: CalendarDate
    /// The day by which the course should be taken again.
    public var refreshBy: CalendarDate?
    /// The address at which anybody can check the certificate.
    public var verifyAddress: String

    /// The facts; what is optional defaults to absent and the version to the first.
    public init(
        number: CertificateNumber,
        version: Int = 1,
        givenName: String,
        name: String,
        language: String? = nil,
        course: String,
        courseCode: String? = nil,
        courseVersion: String? = nil,
        dates: [CalendarDate],
        contactMinutes: Int,
        outcomes: [String] = [],
        trainers: [String],
        venue: String? = nil,
        area: String,
        provider: String? = nil,
        issuedOn: CalendarDate,
        refreshBy: CalendarDate? = nil,
        verifyAddress: String
    ) {
        self.number = number
        self.version = version
        self.givenName = givenName
        self.name = name
        self.language = language
        self.course = course
        self.courseCode = courseCode
        self.courseVersion = courseVersion
        self.dates = dates
        self.contactMinutes = contactMinutes
        self.outcomes = outcomes
        self.trainers = trainers
        self.venue = venue
        self.area = area
        self.provider = provider
        self.issuedOn = issuedOn
        self.refreshBy = refreshBy
        self.verifyAddress = verifyAddress
    }

    /// The address of the verify page of `number` on the site with the public address `site`, which may end with a slash.
    public static func verifyAddress(of number: CertificateNumber, at site: some StringProtocol) -> String {
        var base = site[...]
        while base.last == "/" { base.removeLast() }
        return "\(base)/verify/\(number)"
    }
}

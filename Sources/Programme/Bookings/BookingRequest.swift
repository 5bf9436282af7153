/// A booking as somebody asks for it; it cannot be malformed.
public struct BookingRequest: Hashable, Sendable {
    /// The attendee's name.
    public var name: PersonName
    /// Where letters for the attendee go.
    public var email: EmailAddress?
    /// Where calls go.
    public var telephone: TelephoneNumber?
    /// The language of the name, as a BCP 47 tag.
    public var language: String?
    /// What the person does in the community.
    public var role: CommunityRole
    /// How it came to be.
    public var source: BookingSource
    /// What the person needs to take part, in their words; read by the trainers of the run alone.
    public var accessNeeds: String
    /// Where the person lives: an area's code.
    public var homeArea: String?
    /// Where the person works: an area's code.
    public var workArea: String?
    /// The postcode of the home, looked up and dropped when the booking is made; never stored.
    public var homePostcode: Postcode?
    /// The postcode of the work place, looked up and dropped when the booking is made; never stored.
    public var workPostcode: Postcode?
    /// The small area (LSOA) of the home postcode; the postcode itself is dropped.
    public var homeLSOA: String?
    /// The small area (LSOA) of the work postcode; the postcode itself is dropped.
    public var workLSOA: String?
    /// The four choices.
    public var consents: ConsentChoices
    /// Who booked on the attendee's behalf.
    public var bookedBy: String?
    /// A partner's invitation code, when one was typed.
    public var invitationCode: String?
    /// Whether to join the waiting list when no place is free.
    public var waitsIfFull: Bool

    /// A request; everything but the name may be left out.
    public init(
        name: PersonName,
        email: EmailAddress? = nil,
        telephone: TelephoneNumber? = nil,
        language: String? = nil,
        role: CommunityRole = .ratherNotSay,
        source: BookingSource = .staff,
        accessNeeds: String = "",
        homeArea: String? = nil,
        workArea: String? = nil,
        homePostcode: Postcode? = nil,
        workPostcode: Postcode? = nil,
        homeLSOA: String? = nil,
        workLSOA: String? = nil,
        consents: ConsentChoices = ConsentChoices(),
        bookedBy: String? = nil,
        invitationCode: String? = nil,
        waitsIfFull: Bool = true
    ) {
        self.name = name
        self.email = email
        self.telephone = telephone
        self.language = language
        self.role = role
        self.source = source
        self.accessNeeds = accessNeeds
        self.homeArea = homeArea
        self.workArea = workArea
        self.homePostcode = homePostcode
        self.workPostcode = workPostcode
        self.homeLSOA = homeLSOA
        self.workLSOA = workLSOA
        self.consents = consents
        self.bookedBy = bookedBy
        self.invitationCode = invitationCode
        self.waitsIfFull = waitsIfFull
    }
}

import Material
import Operations
import Programme
import Records

/// The booking form: what is shown, and what becomes of what was sent.
struct BookingForm: Sendable {
    let fields: Fields
    private(set) var errors = FormErrors()

    init(_ fields: Fields = .none) { self.fields = fields }

    /// The request that the form makes, or nil with ``errors``.
    mutating func request(source: BookingSource, office: Office) throws -> BookingRequest? {
        let fields = fields
        let name = try errors.read("name") { try PersonName(parsing: fields.raw("name") ?? "") }
        let email = try errors.read("email") { try fields.given("email").map(EmailAddress.init(parsing:)) }
        let phone = try errors.read("phone") { try fields.given("phone").map(TelephoneNumber.init(parsing:)) }
        let role = try errors.read("role") { try CommunityRole(parsing: fields.given("role") ?? "rather-not-say") }
        let today = try office.today()
        let home = try errors.read("home") {
            try fields.given("home").map { try office.reference.areas.area(named: $0, on: today).code.rawValue }
        }
        let access = fields["access"]
        if access.count > 1000 {
            errors.note("What you need is longer than 1000 characters. Shorten it, or ring us.", on: "access")
        }
        guard errors.isEmpty, let name, let role else { return nil }
        return BookingRequest(
            name: name,
            email: email.flatMap(\.self),
            telephone: phone.flatMap(\.self),
            language: NameLanguages.known(fields["language"]),
            role: role,
            source: source,
            accessNeeds: access,
            homeArea: home.flatMap(\.self),
            consents: ConsentChoices(granted: Set(fields.all("consent").compactMap(ConsentPurpose.init(rawValue:)))),
            bookedBy: fields.given("booked_by").map { String($0.prefix(200)) },
            invitationCode: fields.given("invitation"),
            waitsIfFull: fields.has("wait")
        )
    }

    /// Notes a refusal of the operation, beside the field it is about.
    mutating func note(_ refusal: any Refusal) {
        if case BookingRefusal.unknownInvitation? = refusal as? BookingRefusal {
            errors.note(refusal.description, on: "invitation")
        } else {
            errors.note(refusal.description)
        }
    }

    /// Where an error's link goes when a field is a group of choices.
    static let anchors = ["role": "role-1", "consent": "consent-1"]

    /// The form as shown.
    func part(action: String, attempt: String, summary: RunSummary, isForStaff: Bool, office: Office) throws
        -> BookingFormPart
    {
        let isFull = summary.isFullForNewcomers
        return BookingFormPart(
            action: action,
            attempt: attempt,
            name: TextField(
                "name",
                isForStaff ? "Name" : "Your name",
                hint: "As it should stand on the certificate, in any script.",
                value: fields.raw("name") ?? "",
                error: errors["name"],
                autocomplete: isForStaff ? "off" : "name",
                isRequired: true,
                isAnyScript: true,
                longest: 600
            ),
            language: ChoiceField(
                "language",
                "Language of the name",
                hint: "Some letters are drawn differently: Urdu in Nastaliq, for example, Arabic in Naskh.",
                chosen: [fields["language"]],
                from: NameLanguages.all
            ),
            email: TextField(
                "email",
                "E-mail address (optional)",
                hint: "Only to write to you about this booking.",
                value: fields["email"],
                error: errors["email"],
                type: "email",
                autocomplete: isForStaff ? "off" : "email",
                width: "wide"
            ),
            phone: TextField(
                "phone",
                "Telephone number (optional)",
                hint: "In case the hall or the time changes at short notice.",
                value: fields["phone"],
                error: errors["phone"],
                type: "tel",
                autocomplete: isForStaff ? "off" : "tel",
                width: "middle"
            ),
            role: ChoiceField(
                "role",
                isForStaff ? "In the community the person says" : "Which fits you best?",
                error: errors["role"],
                chosen: [fields.given("role") ?? ""],
                from: CommunityRole.allCases.map { ($0.rawValue, $0.label) }
            ),
            homeAreas: try office.areaGroupsOfToday(chosen: fields.given("home")),
            access: TextField(
                "access",
                "Anything you need to take part (optional)",
                hint:
                    "Step-free way in, a seat near the door, large print, an interpreter … Only your trainers read it.",
                value: fields["access"],
                error: errors["access"],
                isAnyScript: true,
                longest: 1000
            ),
            consents: ChoiceField(
                "consent",
                "May we?",
                hint: "Each is your own choice. Your place does not depend on any of them.",
                chosen: Set(fields.all("consent")),
                from: ConsentPurpose.allCases.map { ($0.rawValue, $0.wording) }
            ),
            bookedBy: TextField(
                "booked_by",
                "Booking for somebody else? Your own name (optional)",
                hint: "Put the other person's name, not yours, in the first field.",
                value: fields["booked_by"],
                isAnyScript: true
            ),
            invitation: TextField(
                "invitation",
                "Invitation code (optional)",
                hint: "If the police, the council or your landlord gave you one.",
                value: fields["invitation"],
                error: errors["invitation"],
                autocomplete: "off",
                width: "middle"
            ),
            isFull: isFull,
            queueSentence: isFull ? Self.queueSentence(summary) : nil,
            button: isFull ? "Join the waiting list" : (isForStaff ? "Book this place" : "Book my place")
        )
    }

    private static func queueSentence(_ summary: RunSummary) -> String {
        let place = Ordinal.words(summary.waiting + 1)
        return "All \(summary.run.capacity) places are taken. You would be \(place) in the queue, and a place that is "
            + "given up more than 24 hours before the start passes to whoever has waited longest."
    }
}

import Programme

/// Somebody who does not exist, with what they would have typed when they booked.
struct MadeUpPerson: Sendable {
    var request: BookingRequest
    /// Whether a partner's invitation marked them as a frequent complainant.
    let isFrequentComplainant: Bool

    /// Whether they agreed to something.
    func agrees(to purpose: ConsentPurpose) -> Bool { request.consents.granted.contains(purpose) }
}

/// Makes up one person after the other, no two with one name, address or number.
struct Crowd {
    /// The partner whose invitations mark frequent complainants.
    static let partner = "neighbourhood policing team (made up)"

    private var chance: Chance
    /// The names of each pool that are still to be given, in an order of chance; the last is next.
    private var names: [[String]]
    private var count = 0

    private static let domains = ["example.org", "example.com", "example.net"]
    private static let needs = [
        "Wheelchair user: step-free way in and space at the table.", "British Sign Language interpreter, please.",
        "Hearing loop, and a seat near the speaker.", "Large print, 18 point or more.", "A seat near the door.",
        "I come with a guide dog.", "A quiet corner when it gets loud.",
    ]

    init(_ chance: Chance) {
        self.chance = chance
        var order = chance
        names = NamePool.all.map { pool in order.shuffled((0..<pool.count).map(pool.name)) }
    }

    /// The next person, living in or near an area; with a name in `language` when one is wanted.
    mutating func next(in area: PilotArea, language: String? = nil) throws -> MadeUpPerson {
        count += 1
        let pool = nextPool(in: area, language)
        let (name, tag) = (names[pool].popLast() ?? "Person \(count)", NamePool.all[pool].language)
        let isFrequentComplainant = chance.happens(0.2)
        let source = nextSource(isFrequentComplainant)
        let hasAddress = source == .website || chance.happens(0.7)
        let number = String(1000 + count % 1000).dropFirst()
        let request = BookingRequest(
            name: try PersonName(parsing: name),
            email: hasAddress
                ? try EmailAddress(parsing: "attendee\(count)@\(Self.domains[count % Self.domains.count])") : nil,
            telephone: !hasAddress || chance.happens(0.4)
                ? try TelephoneNumber(parsing: "07700 900\(number)") : nil,
            language: tag,
            role: nextRole(isFrequentComplainant),
            source: source,
            accessNeeds: chance.happens(0.05) ? chance.pick(Self.needs) ?? "" : "",
            homeArea: chance.happens(0.85) ? area.code : chance.pick(PilotArea.all)?.code,
            consents: nextConsents()
        )
        return MadeUpPerson(request: request, isFrequentComplainant: isFrequentComplainant)
    }

    private mutating func nextPool(in area: PilotArea, _ language: String?) -> Int {
        let left = names.indices.filter { pool in
            !names[pool].isEmpty && (language == nil || NamePool.all[pool].language == language)
        }
        let pool = chance.pick(left) { pool in
            NamePool.all[pool].share * (area.languages.contains(NamePool.all[pool].language) ? 3 : 1)
        }
        return pool ?? 0
    }

    private mutating func nextSource(_ isFrequentComplainant: Bool) -> BookingSource {
        if isFrequentComplainant { return .partner(Self.partner) }
        return chance.happens(0.65) ? .website : .staff
    }

    private mutating func nextRole(_ isFrequentComplainant: Bool) -> CommunityRole {
        if isFrequentComplainant { return chance.happens(0.6) ? .invited : .resident }
        let roles: [(CommunityRole, Int)] = [
            (.resident, 48), (.worksWithPublic, 24), (.volunteer, 15), (.warden, 7), (.ratherNotSay, 6),
        ]
        return chance.pick(roles) { $0.1 }?.0 ?? .resident
    }

    private mutating func nextConsents() -> ConsentChoices {
        let likely: [(ConsentPurpose, Double)] = [
            (.surveys, 0.93), (.laterContact, 0.75), (.linkage, 0.6), (.quotation, 0.35),
        ]
        var granted: Set<ConsentPurpose> = []
        for (purpose, probability) in likely where chance.happens(probability) { granted.insert(purpose) }
        return ConsentChoices(granted: granted)
    }
}

/// One of the fourteen policing areas of the pilot, with what the demonstration makes up for it.
struct PilotArea: Sendable {
    /// The area's code.
    let code: String
    /// The area's share of the calls, in thousandths; all fourteen make 1000.
    let callsInThousand: Int
    /// Runs held before yesterday; 45 in all.
    let runsHeld: Int
    /// Made-up halls, with a made-up address each.
    let halls: [(name: String, address: String)]
    /// The languages more common here than elsewhere. Source of the emphasis: Census 2021 main languages, and the force's
    /// towns as far as they are known for it.
    let languages: Set<String>

    /// The fourteen, in alphabetical order of their codes.
    static let all: [PilotArea] = [
        PilotArea("aylesbury-vale", 75, 2, "Duckpond Hall", "Example Community Rooms", in: "Aylesbury", ["ur", "pl"]),
        PilotArea("bracknell-forest", 50, 3, "Pinecone Room", "Made-up Meeting House", in: "Bracknell", ["ne", "en"]),
        PilotArea("cherwell", 70, 3, "Cakebread Hall", "Canal Bridge Rooms", in: "Banbury", ["pl", "ro"]),
        PilotArea("chiltern-and-south-bucks", 30, 2, "Beechmast Hall", "Orchard Room", in: "Amersham", ["en", "cy"]),
        PilotArea(
            "milton-keynes",
            150,
            6,
            "Grid Square Hall",
            "Concrete Calf Rooms",
            in: "Milton Keynes",
            ["yo", "am", "zh-Hant"]
        ),
        PilotArea(
            "oxford",
            115,
            4,
            "Punting Pole Room",
            "Example Friends' Hall",
            in: "Oxford",
            ["zh-Hans", "bn", "ar"]
        ),
        PilotArea("reading", 120, 4, "Biscuit Tin Hall", "Three Rivers Rooms", in: "Reading", ["ne", "pl", "ml"]),
        PilotArea(
            "slough",
            95,
            4,
            "Long Bridge Hall",
            "Made-up Trading Estate Club",
            in: "Slough",
            ["pa", "ur", "ta"]
        ),
        PilotArea(
            "south-oxfordshire-and-vale-of-white-horse",
            60,
            3,
            "Chalk Figure Hall",
            "Boathouse Room",
            in: "Abingdon",
            ["en", "uk"]
        ),
        PilotArea("west-berkshire", 50, 3, "Racecourse Room", "Watercress Hall", in: "Newbury", ["en", "ro"]),
        PilotArea("west-oxfordshire", 25, 2, "Blanket Mill Hall", "Example Village Hall", in: "Witney", ["en", "cy"]),
        PilotArea(
            "windsor-and-maidenhead",
            50,
            3,
            "Swan Upping Hall",
            "Made-up Boat Club",
            in: "Maidenhead",
            ["ur", "gu"]
        ),
        PilotArea("wokingham", 35, 3, "Bellfoundry Room", "Example Scout Hall", in: "Wokingham", ["hi", "zh-Hant"]),
        PilotArea("wycombe", 75, 3, "Chairmakers' Hall", "Redkite Room", in: "High Wycombe", ["ur", "bn"]),
    ]

    private init(
        _ code: String,
        _ callsInThousand: Int,
        _ runsHeld: Int,
        _ first: String,
        _ second: String,
        in town: String,
        _ languages: Set<String>
    ) {
        (self.code, self.callsInThousand, self.runsHeld, self.languages) = (code, callsInThousand, runsHeld, languages)
        halls = [first, second].enumerated().map { ($1, "\($0 + 1) Made-up Lane, \(town)") }
    }

    /// The area of a code; the first when there is none such.
    static func named(_ code: String) -> PilotArea { all.first { $0.code == code } ?? all[0] }
}

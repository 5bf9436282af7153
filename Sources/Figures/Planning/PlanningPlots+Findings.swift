public import Evaluation

extension PowerCurvePlot {
    /// The power of a plan; simulated points carry their interval of 95 %.
    public init(_ findings: PowerFindings) {
        let simulated = findings.simulated != nil
        self.init(
            title: "What could be seen",
            subtitle: findings.subject,
            points: findings.curve.map { point in
                Point(
                    fall: point.fall,
                    power: point.power ?? point.normalPower,
                    interval: point.power.flatMap { power in
                        point.powerError.map { max(0, power - 1.96 * $0)...min(1, power + 1.96 * $0) }
                    }
                )
            },
            detectable: simulated ? findings.simulated?.fall : findings.closedFall,
            expected: findings.expected.fall,
            note: simulated ? "" : "Closed form, not simulated."
        )
    }
}

extension DosePlot {
    /// The people trained so far in each area, by where they live and work: for every 1,000 residents where these are known of
    /// any area, else their number.
    public init(_ findings: RolloutFindings) {
        let isRate = findings.areas.contains { $0.dose != nil }
        let unknown = findings.plan.unknown
        self.init(
            title: "Where people were trained so far",
            subtitle: isRate ? "People trained for every 1,000 residents, by area" : "People trained, by area",
            unit: isRate ? "trained per 1,000 residents (people)" : "people trained",
            rows: findings.areas.map { area in
                Row(
                    area: area.plan.name,
                    dose: isRate ? area.dose : Double(area.people),
                    people: isRate ? area.people : nil,
                    why: "residents not known"
                )
            },
            note: "People count where they live and where they work, never where the course was held."
                + (unknown > 0 ? " Of \(Wording.count(unknown)) neither is known." : "")
        )
    }
}

extension FigureTable {
    /// How many people, in how few areas; nil without people.
    public static func people(_ rows: [PeopleInAreas]) -> FigureTable? {
        guard !rows.isEmpty else { return nil }
        return FigureTable(
            caption: "How many people, in how few areas",
            names: ["Areas"],
            numbers: ["Calls a year", "Fall that could be seen", "Fall expected", "Seen", "People it takes"],
            rows: rows.map { row in
                [
                    Wording.count(row.areas), Wording.number(row.callsPerYear), Wording.percent(row.detectableFall),
                    row.expectedFall.map(Wording.percent) ?? "do not fit", row.isSeen ? "yes" : "no",
                    row.neededPeople.map { Wording.count($0) } ?? "more than there are",
                ]
            }
        )
    }

    /// Where to concentrate next: the areas that are not visible yet, those that take fewest further people first; nil when
    /// there is none.
    public static func next(_ findings: RolloutFindings) -> FigureTable? {
        guard !findings.next.isEmpty else { return nil }
        return FigureTable(
            caption: "Where to concentrate next",
            names: ["Area"],
            numbers: [
                "Trained so far", "\(findings.noun.prefix(1).uppercased() + findings.noun.dropFirst()) a year",
                "Fall that could be seen", "Given so far", "Further people",
            ],
            rows: findings.next.map { area in
                [
                    area.plan.name, Wording.count(area.people), area.plan.callsPerYear.map { Wording.number($0) } ?? "",
                    area.detectableFall.map(Wording.percent) ?? "", area.expectedFall.map(Wording.percent) ?? "",
                    area.furtherPeople.map { Wording.count($0) } ?? "",
                ]
            }
        )
    }

    /// The areas of each step; nil without an order.
    public static func order(_ findings: RolloutFindings) -> FigureTable? {
        let steps = findings.order.steps, plan = findings.plan.steps
        guard !steps.isEmpty else { return nil }
        return FigureTable(
            caption: "Order in steps, seed \(plan.seed)",
            names: ["Step", "From month", "Areas that start"],
            numbers: [],
            rows: steps.enumerated().map { place, areas in
                ["\(place + 1)", "\((place + 1) * plan.months + 1)", areas.joined(separator: ", ")]
            }
        )
    }
}

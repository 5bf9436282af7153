import Evaluation
import Programme

/// The planner's form: numbers as typed, each with the pilot's figure until it is overwritten.
struct PlanForm: Sendable {
    let fields: Fields
    var errors = FormErrors()

    /// A form as it was sent; how wide a drawing is wanted is no part of the plan.
    init(_ fields: Fields) { self.fields = Fields(pairs: fields.pairs.filter { $0.0 != "size" }) }

    /// The plan, or nil with ``errors``.
    mutating func plan() -> DilutionPlan? {
        let people = whole("people"), areas = whole("areas"), calls = number("calls"), residents = whole("residents")
        let before = whole("before"), after = whole("after"), dispersion = number("dispersion")
        let preventable = number("preventable"), effect = number("effect")
        let sparing = whole("sparing"), spared = number("spared")
        let callers = whole("callers"), each = number("each"), fewer = number("fewer")
        let wards = whole("wards"), wardResidents = whole("ward_residents")
        guard errors.isEmpty, let people, let areas, let calls else { return nil }
        var reaches: [DilutionReach] = []
        if let residents, let preventable, let effect {
            reaches.append(
                .residents(people: people, of: residents, preventable: preventable / 100, effect: effect / 100)
            )
        }
        if let sparing, let spared { reaches.append(.callsPerPerson(people: sparing, callsAvoidedPerYear: spared)) }
        if let callers, let each, let fewer {
            reaches.append(.ownCalls(people: callers, callsEachPerYear: each, effect: fewer / 100))
        }
        let concentration = wards.flatMap { wards in
            wardResidents.map { DilutionPlan.Concentration(wards: wards, residentsEach: $0) }
        }
        return DilutionPlan(
            people: people,
            areas: areas,
            callsPerYear: calls,
            residents: residents,
            windows: ComparisonWindows(monthsBefore: before ?? 12, monthsAfter: after ?? 12),
            dispersion: dispersion.map { Dispersion.assumed($0) } ?? .usualAssumption,
            reaches: reaches,
            concentration: concentration
        )
    }

    /// The fields in groups.
    func groups() -> [PlannerPage.Group] {
        PlanField.groups.map { group in
            PlannerPage.Group(
                title: group.title,
                hint: group.hint,
                fields: group.fields.map { field in
                    TextField(
                        field.name,
                        field.label,
                        hint: field.hint,
                        value: text(field.name),
                        error: errors[field.name],
                        inputMode: "decimal",
                        isRequired: ["people", "areas", "calls"].contains(field.name),
                        width: "narrow",
                        longest: 12
                    )
                }
            )
        }
    }

    /// The rollout that follows from the plan: its areas and calls, or those on record, and an order in steps.
    mutating func rollout(_ plan: DilutionPlan, onRecord: RolloutPlan?) -> RolloutPlan {
        let residents = plan.residents.map(Double.init)
        var rollout = onRecord ?? RolloutPlan(areas: plan.areas, callsPerYear: plan.callsPerYear, residents: residents)
        rollout.windows = plan.windows
        if onRecord == nil { rollout.dispersion = plan.dispersion }
        rollout.furtherPeople = plan.people
        rollout.steps = RolloutPlan.Steps(
            count: whole("steps") ?? 4,
            months: whole("step_months") ?? 3,
            seed: UInt64(whole("seed") ?? 1)
        )
        return rollout
    }

    /// The power of the same plan as a command, with simulations.
    func powerCommand(_ plan: DilutionPlan) -> String {
        let names = [
            "people", "areas", "residents", "before", "after", "dispersion", "preventable", "effect", "sparing",
            "spared",
            "callers", "each", "fewer",
        ]
        let calls = "--calls-per-month \(TerminalWords.quoted("\(plan.callsPerYear / 12)"))"
        return "commonground plan power \(calls) " + options(names)
    }

    /// The rollout of the same plan as a command; what is on record is read from the database.
    func rolloutCommand(_ plan: DilutionPlan, onRecord: Bool) -> String {
        let names =
            ["before", "after", "steps", "step_months", "seed"]
            + (onRecord ? [] : ["areas", "calls", "residents", "dispersion"])
        return "commonground plan rollout --further-people \(plan.people) " + options(names)
    }

    /// The same plan as a command.
    func command() -> String {
        "commonground plan dilution "
            + options(PlanField.groups.filter { !$0.isOrder }.flatMap(\.fields).map(\.name))
    }

    private func options(_ names: [String]) -> String {
        PlanField.groups.flatMap(\.fields).filter { names.contains($0.name) }.compactMap { field -> String? in
            // The command has a usual figure where a field is empty; nobody at all says the same as the empty field.
            let typed = text(field.name)
            let value = typed.isEmpty && ["sparing", "callers", "wards"].contains(field.name) ? "0" : typed
            guard !value.isEmpty else { return nil }
            let number = field.isPercent ? Double(plain(value)).map { Self.short($0 / 100) } ?? value : plain(value)
            return "--\(field.option) \(TerminalWords.quoted(number))"
        }
        .joined(separator: " ")
    }

    /// What stands in a field: what was sent, or the pilot's figure on a first visit.
    private func text(_ name: String) -> String {
        if let sent = fields.raw(name) { return sent.filter { !$0.isWhitespace } }
        return fields.pairs.isEmpty ? PlanField.usual(name) : ""
    }

    private func plain(_ text: String) -> String { text.filter { $0 != "," && $0 != "%" } }

    private static func short(_ value: Double) -> String {
        let text = String((value * 1_000_000).rounded() / 1_000_000)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private mutating func whole(_ name: String) -> Int? {
        guard let value = number(name) else { return nil }
        guard let whole = Int(exactly: value), whole >= 0 else {
            errors.note("\(PlanField.label(name)): type a whole number.", on: name)
            return nil
        }
        return whole
    }

    private mutating func number(_ name: String) -> Double? {
        let text = text(name)
        guard !text.isEmpty else {
            if ["people", "areas", "calls"].contains(name) {
                errors.note("\(PlanField.label(name)): a number is needed here.", on: name)
            }
            return nil
        }
        guard let value = Double(plain(text)), value.isFinite, value >= 0, value < 1e12 else {
            errors.note("\(PlanField.label(name)): \"\(text)\" is not a number.", on: name)
            return nil
        }
        return value
    }
}

/// One number of the planner.
struct PlanField: Sendable {
    let name: String
    let label: String
    let hint: String?
    /// The option of `plan dilution`.
    let option: String
    let usual: String
    let isPercent: Bool

    init(
        _ name: String,
        _ label: String,
        hint: String? = nil,
        option: String,
        usual: String,
        isPercent: Bool = false
    ) {
        (self.name, self.label, self.hint, self.option, self.usual) = (name, label, hint, option, usual)
        self.isPercent = isPercent
    }

    struct Group: Sendable {
        let title: String
        let hint: String?
        let fields: [PlanField]
        /// Whether it is about the order in steps and not about the plan of people.
        var isOrder = false
    }

    /// The figures are those of `DilutionPlan.thamesValleyPilot`; a test holds them together.
    static let groups = [
        Group(
            title: "The plan",
            hint: nil,
            fields: [
                PlanField("people", "People trained", option: "people", usual: "450"),
                PlanField("areas", "Areas they come from", option: "areas", usual: "14"),
                PlanField("calls", "Calls a year in all these areas", option: "calls", usual: "45090"),
                PlanField("residents", "Residents of all these areas", option: "residents", usual: "250000"),
                PlanField("before", "Months compared before", option: "months-before", usual: "12"),
                PlanField("after", "Months compared after", option: "months-after", usual: "12"),
                PlanField(
                    "dispersion",
                    "Dispersion",
                    hint: "1 is pure chance; real counts vary more, often 3 to 20 times.",
                    option: "dispersion",
                    usual: "8"
                ),
            ]
        ),
        Group(
            title: "If calls fall like the share of residents trained",
            hint: nil,
            fields: [
                PlanField(
                    "preventable",
                    "Calls that could be prevented, %",
                    option: "preventable",
                    usual: "100",
                    isPercent: true
                ),
                PlanField("effect", "Of those, prevented, %", option: "effect", usual: "30", isPercent: true),
            ]
        ),
        Group(
            title: "If each person spares the police calls",
            hint: nil,
            fields: [
                PlanField("sparing", "People who do", option: "sparing-people", usual: "300"),
                PlanField("spared", "Calls spared a year each", option: "calls-spared", usual: "1"),
            ]
        ),
        Group(
            title: "If frequent callers call less",
            hint: nil,
            fields: [
                PlanField("callers", "Frequent callers trained", option: "callers", usual: "100"),
                PlanField("each", "Calls a year each", option: "calls-each", usual: "12"),
                PlanField("fewer", "Fewer calls, %", option: "caller-effect", usual: "30", isPercent: true),
            ]
        ),
        Group(
            title: "The same people in a few wards",
            hint: "Leave empty to look at the whole area only.",
            fields: [
                PlanField("wards", "Wards", option: "wards", usual: "3"),
                PlanField("ward_residents", "Residents of each", option: "ward-residents", usual: "8000"),
            ]
        ),
        Group(
            title: "Areas that start one after another",
            hint: "The order is drawn at random; the same seed gives the same order.",
            fields: [
                PlanField("steps", "Steps", option: "steps", usual: "4"),
                PlanField("step_months", "Months of a step", option: "step-months", usual: "3"),
                PlanField("seed", "Seed", option: "seed", usual: "1"),
            ],
            isOrder: true
        ),
    ]

    static func usual(_ name: String) -> String { field(name)?.usual ?? "" }
    static func label(_ name: String) -> String { field(name)?.label ?? name }
    private static func field(_ name: String) -> PlanField? {
        groups.flatMap(\.fields).first { $0.name == name }
    }
}

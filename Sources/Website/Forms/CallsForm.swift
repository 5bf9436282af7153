import Evaluation
import FoundationEssentials
import Programme

/// The form of the page on calls: a design in the words of `design.json`, each part with its usual value.
struct CallsForm: Sendable {
    let fields: Fields
    var errors = FormErrors()

    init(_ fields: Fields) { self.fields = fields }

    /// Whether anything was chosen; without a choice every area is compared before and after its own first run.
    var isPlain: Bool { fields.pairs.allSatisfy { $0.value.isEmpty || $0.name == "size" } }

    /// The design chosen, or nil with ``errors``.
    ///
    /// - Parameters:
    ///   - starts: The month of the first run held in each area.
    ///   - known: The areas that have counts.
    /// - Returns: The design, or nil.
    mutating func design(starts: [String: Month], known: [String]) -> CallsDesign? {
        let method = word("method", .beforeAfter) as CallsDesign.Method?
        let family = word("family", .quasipoisson) as CallsDesign.Family?
        let start = month()
        let harmonics = whole("harmonics", 0...6), lag = whole("lag", 0...120)
        let window = whole("window", 1...120), transition = whole("transition", 0...24)
        let treated = fields.all("treated").filter { !$0.isEmpty }, comparison = fields.all("comparison")
        for area in treated + comparison where !area.isEmpty && !known.contains(area) {
            errors.note("There is no count of an area called \(area).", on: "treated")
        }
        let chosen = treated.isEmpty ? starts.keys.filter(known.contains).sorted() : treated
        if start == nil, let area = chosen.first(where: { starts[$0] == nil }) {
            errors.note("First month with courses: say it, since no run was held in \(area).", on: "start")
        }
        guard errors.isEmpty, let method, let family else { return nil }
        let others = comparison.filter { !$0.isEmpty }
        return CallsDesign(
            method: method,
            treated: chosen,
            start: start,
            starts: start == nil ? starts.filter { chosen.contains($0.key) } : [:],
            comparison: others.isEmpty ? nil : others,
            family: family,
            harmonics: harmonics ?? 2,
            lag: lag,
            windowMonths: window ?? 12,
            transitionMonths: transition ?? 0
        )
    }

    /// The lists and fields of the form.
    func model(areas: [String], starts: [String: Month]) -> CallsFormView {
        let treated = Set(fields.all("treated"))
        let chosen = treated.isEmpty ? Set(starts.keys) : treated
        return CallsFormView(
            method: list("method", "Method", CallsDesign.Method.allCases.map { ($0.rawValue, $0.label) }),
            family: list("family", "Distribution", CallsDesign.Family.allCases.map { ($0.rawValue, $0.label) }),
            treated: ChoiceField(
                "treated",
                "Areas with courses",
                error: errors["treated"],
                chosen: chosen,
                from: areas.map { (value: $0, label: $0) }
            ),
            comparison: ChoiceField(
                "comparison",
                "Areas to compare with",
                hint: "None ticked takes every other area.",
                chosen: Set(fields.all("comparison")),
                from: areas.map { (value: $0, label: $0) }
            ),
            fields: [
                field(
                    "start",
                    "First month with courses",
                    "Like 2025-04. Empty takes the first run held in each area."
                ),
                field("window", "Months in each window", "Before and after only; usually 12."),
                field("transition", "Months of transition", "Left out from the start on; usually 0."),
                field("harmonics", "Pairs of seasonal terms", "For a series; 0 to 6, usually 2."),
                field("lag", "Lags of the errors", "For a series, usually 12; empty takes the model's own errors."),
            ]
        )
    }

    private func list(_ name: String, _ label: String, _ options: [(value: String, label: String)]) -> ChoiceField {
        let chosen = fields.given(name) ?? options.first?.value ?? ""
        return ChoiceField(name, label, error: errors[name], chosen: [chosen], from: options)
    }

    private func field(_ name: String, _ label: String, _ hint: String) -> TextField {
        TextField(name, label, hint: hint, value: fields[name], error: errors[name], width: "narrow", longest: 7)
    }

    private mutating func word<Choice: RawRepresentable<String>>(_ name: String, _ usual: Choice) -> Choice? {
        guard let text = fields.given(name) else { return usual }
        guard let choice = Choice(rawValue: text) else {
            errors.note("Choose one of the list.", on: name)
            return nil
        }
        return choice
    }

    private mutating func month() -> Month? {
        guard let text = fields.given("start") else { return nil }
        guard let month = Month(text) else {
            errors.note("First month with courses: \"\(text)\" is not a month like 2025-04.", on: "start")
            return nil
        }
        return month
    }

    private mutating func whole(_ name: String, _ allowed: ClosedRange<Int>) -> Int? {
        guard let text = fields.given(name) else { return nil }
        guard let value = Int(text), allowed.contains(value) else {
            errors.note("Type a whole number from \(allowed.lowerBound) to \(allowed.upperBound).", on: name)
            return nil
        }
        return value
    }
}

/// The form as the template shows it.
struct CallsFormView: Sendable {
    let method: ChoiceField
    let family: ChoiceField
    let treated: ChoiceField
    let comparison: ChoiceField
    let fields: [TextField]
}

extension CallsDesign.Method {
    /// What the list calls it.
    var label: String {
        switch self {
        case .beforeAfter: "Before and after, area by area"
        case .interruptedTimeSeries: "Interrupted time series"
        case .controlledInterruptedTimeSeries: "Interrupted time series with comparison areas"
        case .differenceInDifferences: "Difference in differences"
        case .syntheticControl: "Synthetic control"
        case .rateRatio: "Exact ratio of two rates"
        }
    }
}

extension CallsDesign.Family {
    /// What the list calls it.
    var label: String {
        switch self {
        case .quasipoisson: "Counts, with their own dispersion (quasi-Poisson)"
        case .poisson: "Counts of pure chance (Poisson)"
        case .negativeBinomial: "Negative binomial"
        case .gaussian: "Rates (Gaussian)"
        }
    }
}

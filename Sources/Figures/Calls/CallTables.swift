public import Evaluation
import Programme

extension FigureTable {
    /// The windows of each area and its change; nil when the findings are a model's.
    public static func callAreas(_ findings: CallsFindings) -> FigureTable? {
        guard !findings.areas.isEmpty else { return nil }
        return FigureTable(
            caption: "Area by area",
            names: ["Area"],
            numbers: [
                "Start", "Months", "Before", "After", "A day, before", "A day, after", "Ratio", "95 % interval", "p",
            ],
            rows: findings.areas.map { area in
                let months = area.before.flatMap { before in
                    area.after.map { "\(before.monthsPresent) + \($0.monthsPresent)" }
                }
                let rate = { (window: CallsWindow?) in
                    window?.perDay.map { Wording.number($0, decimals: 2) } ?? ""
                }
                let why = area.change.ratio == nil ? area.change.why : nil
                return [
                    area.area, "\(area.start)", months ?? "none", cell(area.before?.count), cell(area.after?.count),
                    rate(area.before), rate(area.after), number(area.change.ratio) ?? why ?? "not estimable",
                    interval(area.change.interval) ?? "", area.change.p.map(Wording.bareP) ?? "",
                ]
            }
        )
    }

    /// The coefficients of a model; nil when it has none.
    public static func callModel(_ findings: CallsFindings) -> FigureTable? {
        guard let model = findings.model, !model.coefficients.isEmpty else { return nil }
        return FigureTable(
            caption: model.family == .gaussian ? "The model" : "The model, on the scale of logarithms",
            names: ["Coefficient"],
            numbers: ["Estimate", "Standard error", "95 % interval", "p"],
            rows: model.coefficients.map { line in
                [
                    line.name, number(line.estimate, 4) ?? "", number(line.standardError, 4) ?? "",
                    interval(line.interval, 4) ?? "", Wording.bareP(line.p),
                ]
            }
        )
    }

    /// The weights of a synthetic control, those above 0; nil when the model is none.
    public static func callWeights(_ findings: CallsFindings) -> FigureTable? {
        guard let control = findings.model?.synthetic else { return nil }
        let without = Dictionary(control.leavingOut.map { ($0.area, $0.value) }) { first, _ in first }
        return FigureTable(
            caption: "What the mixture is made of",
            names: ["Area"],
            numbers: ["Weight", "Mean gap after, without this area"],
            rows: control.weights.filter { $0.value > 0 }.map { weight in
                [weight.area, number(weight.value) ?? "", number(without[weight.area]) ?? ""]
            }
        )
    }

    /// What a reader must know about the data, one row for each kind of remark; nil without a remark.
    public static func callQuality(_ findings: CallsFindings) -> FigureTable? {
        guard !findings.quality.isEmpty else { return nil }
        let kinds = findings.quality.map(\.kind).reduce(into: [QualityFlag.Kind]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        return FigureTable(
            caption: "What to know about the data",
            names: ["Remark", "Where and when"],
            numbers: ["How often", "Value"],
            rows: kinds.map { kind in
                let flags = findings.quality.filter { $0.kind == kind }
                let places = flags.compactMap { flag -> String? in
                    let parts = [flag.area, flag.month?.description].compactMap { $0 }
                    return parts.isEmpty ? nil : parts.joined(separator: " ")
                }
                let shown = places.prefix(6).joined(separator: ", ") + (places.count > 6 ? ", …" : "")
                let values = flags.compactMap(\.value)
                return [
                    kind.words, shown, Wording.count(flags.count),
                    values.count == 1 ? number(values.first, 2) ?? "" : "",
                ]
            }
        )
    }

    static func number(_ value: Double?, _ decimals: Int = 3) -> String? {
        value.map { Wording.number($0, decimals: decimals) }
    }

    static func interval(_ interval: ClosedRange<Double>?, _ decimals: Int = 3) -> String? {
        interval.map {
            "\(Wording.number($0.lowerBound, decimals: decimals)) to \(Wording.number($0.upperBound, decimals: decimals))"
        }
    }
}

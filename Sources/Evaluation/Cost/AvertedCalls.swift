public import FoundationEssentials
import Programme

/// Calls that did not come, with their error.
public struct AvertedCalls: Hashable, Sendable {
    /// Calls fewer a year than expected without training; negative when there were more.
    public let perYear: Double?
    /// The 95 % interval; nil when not known.
    public let interval: ClosedRange<Double>?
    /// What was counted: "calls", "recorded ASB incidents (police.uk)".
    public let outcome: String
    /// Where the number comes from, as printed.
    public let source: String
    /// Why there is no number.
    public let why: String?

    /// Calls averted a year.
    public init(
        perYear: Double?,
        interval: ClosedRange<Double>? = nil,
        outcome: String = "calls",
        source: String = "given",
        why: String? = nil
    ) {
        (self.perYear, self.interval, self.outcome) = (perYear, interval, outcome)
        (self.source, self.why) = (source, why)
    }

    /// What the findings about calls say; where windows were compared the fall of the areas' own counts after the start.
    public init(_ findings: CallsFindings) {
        let (outcome, source) = (findings.source.words, "evaluate calls, \(findings.method.rawValue)")
        if let effect = findings.model?.effect {
            self.init(
                perYear: effect.avertedPerYear,
                interval: effect.avertedInterval,
                outcome: outcome,
                source: source,
                why: effect.avertedPerYear == nil ? effect.why ?? "the method gives no number of them" : nil
            )
            return
        }
        let yearly = findings.areas.map { area -> Double? in
            guard let after = area.after, let count = after.count, after.monthsPresent > 0 else { return nil }
            return Double(count) * 12 / Double(after.monthsPresent)
        }
        guard let ratio = findings.pooled.ratio, ratio > 0, !yearly.isEmpty, !yearly.contains(nil) else {
            self.init(perYear: nil, outcome: outcome, source: source, why: findings.pooled.why ?? "a count is not told")
            return
        }
        let counts = yearly.compactMap(\.self).reduce(0, +)
        func fewer(_ ratio: Double) -> Double { counts * (1 / ratio - 1) }
        let bounds = findings.pooled.cautiousInterval.flatMap { $0.lowerBound > 0 ? $0 : nil }
        self.init(
            perYear: fewer(ratio),
            interval: bounds.map { fewer($0.upperBound)...fewer($0.lowerBound) },
            outcome: outcome,
            source: source
        )
    }

    /// Reads what `evaluate calls --format json` wrote.
    /// - Throws: ``CostRefusal/notCalls(_:)``.
    public init(callsJSON data: Data) throws(CostRefusal) {
        let file: File
        do { file = try JSONDecoder().decode(File.self, from: data) } catch {
            throw .notCalls("it cannot be read as JSON with an effect")
        }
        guard file.schema == "commonground.calls/1" else {
            throw .notCalls("its schema is \(file.schema ?? "missing")")
        }
        let effect = file.effect
        let bounds = effect?.calls_per_year_ci95.flatMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
        self.init(
            perYear: effect?.calls_per_year,
            interval: bounds,
            outcome: file.outcome ?? "calls",
            source: "evaluate calls, \(file.method ?? "no method")",
            why: effect?.calls_per_year == nil ? effect?.why ?? "the method gives no number of them" : nil
        )
    }

    private struct File: Decodable {
        struct Effect: Decodable {
            let calls_per_year: Double?
            let calls_per_year_ci95: [Double]?
            let why: String?
        }
        let schema: String?
        let method: String?
        let outcome: String?
        let effect: Effect?
    }

    func check() throws(CostRefusal) {
        guard let perYear else { return }
        try CostQuestion.require(perYear, "number of calls averted", -1e9...1e9, "a number of calls")
        if let interval, !interval.contains(perYear) || !interval.lowerBound.isFinite || !interval.upperBound.isFinite {
            throw .bounds(estimate: perYear, low: interval.lowerBound, high: interval.upperBound)
        }
    }
}

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
    /// What a sentence calls them: recorded incidents are no calls.
    var noun: String {
        let sources: [CountSource] = [.policeUK, .forceExtract, .countsFile]
        return sources.first { $0.words == outcome }?.short ?? outcome
    }
    /// One of them.
    var one: String { noun.hasSuffix("s") ? String(noun.dropLast()) : noun }
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
        let (outcome, source) = (findings.source.words, "the method \(findings.method.rawValue)")
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
        let yearly = findings.areas.map { Self.yearly($0.after?.count, months: $0.after?.monthsPresent) }
        self.init(
            afterCounts: yearly,
            ratio: findings.pooled.ratio,
            interval: findings.pooled.cautiousInterval,
            outcome: outcome,
            source: source,
            why: findings.pooled.why
        )
    }

    private static func yearly(_ count: Int?, months: Int?) -> Double? {
        guard let count, let months, months > 0 else { return nil }
        return Double(count) * 12 / Double(months)
    }

    /// What compared windows say: the areas' own counts after, a year, and what the ratio says they would have been.
    private init(
        afterCounts: [Double?],
        ratio: Double?,
        interval: ClosedRange<Double>?,
        outcome: String,
        source: String,
        why: String?
    ) {
        guard let ratio, ratio > 0, !afterCounts.isEmpty, !afterCounts.contains(nil) else {
            self.init(perYear: nil, outcome: outcome, source: source, why: why ?? "a count is not told")
            return
        }
        let counts = afterCounts.compactMap(\.self).reduce(0, +)
        func fewer(_ ratio: Double) -> Double { counts * (1 / ratio - 1) }
        let bounds = interval.flatMap { $0.lowerBound > 0 ? $0 : nil }
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
        let (outcome, source) = (file.outcome ?? "calls", "the method \(file.method ?? "that is not named")")
        if let areas = file.areas, effect?.calls_per_year == nil {
            self.init(
                afterCounts: areas.map { Self.yearly($0.after?.count, months: $0.after?.months_present) },
                ratio: effect?.rate_ratio,
                interval: Self.range(effect?.ci95_poisson ?? effect?.ci95),
                outcome: outcome,
                source: source,
                why: effect?.why
            )
            return
        }
        self.init(
            perYear: effect?.calls_per_year,
            interval: Self.range(effect?.calls_per_year_ci95),
            outcome: outcome,
            source: source,
            why: effect?.calls_per_year == nil ? effect?.why ?? "the method gives no number of them" : nil
        )
    }

    private static func range(_ bounds: [Double]?) -> ClosedRange<Double>? {
        bounds.flatMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
    }

    private struct File: Decodable {
        struct Effect: Decodable {
            let rate_ratio: Double?
            let ci95: [Double]?
            let ci95_poisson: [Double]?
            let calls_per_year: Double?
            let calls_per_year_ci95: [Double]?
            let why: String?
        }
        struct Area: Decodable {
            struct Window: Decodable {
                let count: Int?
                let months_present: Int?
            }
            let after: Window?
        }
        let schema: String?
        let method: String?
        let outcome: String?
        let effect: Effect?
        let areas: [Area]?
    }

    func check() throws(CostRefusal) {
        guard let perYear else { return }
        try CostQuestion.require(perYear, "number of calls averted", -1e9...1e9, "a number of calls")
        if let interval, !interval.contains(perYear) || !interval.lowerBound.isFinite || !interval.upperBound.isFinite {
            throw .bounds(estimate: perYear, low: interval.lowerBound, high: interval.upperBound)
        }
    }
}

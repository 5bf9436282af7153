public import Programme
import Statistics

extension CallersFindings {
    /// Compares calls by person before and after training.
    ///
    /// Who is a frequent caller is decided by ``CallersOptions/threshold`` in the baseline; how much callers differ is told by all of
    /// them. Exposure is counted in days.
    /// - Parameters:
    ///   - records: Everybody's calls by month.
    ///   - options: Windows, threshold and seed.
    /// - Throws: A ``CallersRefusal`` for options outside their range. Too few callers, none above the threshold and no calls at all
    ///   are no reason to refuse: what cannot be estimated is nil with a reason.
    /// - Complexity: O(rows + resamples × people).
    public init(evaluating records: CallerRecords, options: CallersOptions = CallersOptions()) throws(CallersRefusal) {
        try options.check()
        self.options = options
        let found = try CallerCases(records, options)
        let choice = CallerChoice(found.cases, options)
        (start, months, listed) = (found.start, found.months, records.callers.count)
        starts = found.starts.first.flatMap { first in found.starts.last.map { first...$0 } }
        (unresolvedRows, unresolvedCalls) = (records.unresolvedRows, records.unresolvedCalls)
        inBaseline = choice.inBaseline.count
        (trained, comparisonCallers) = (choice.trained.count, found.hasComparison ? choice.untrained.count : nil)
        excluded = choice.excluded(of: found.cases)
        let compared = choice.trained + choice.untrained
        missingMonths = compared.reduce(0) { $0 + $1.missingMonths }
        shortMonths = compared.reduce(0) { $0 + $1.shortMonths }
        trainedInsideMonth = found.trainedInsideMonth
        daysBefore = choice.trained.reduce(0) { $0 + $1.daysBefore }
        daysAfter = choice.trained.reduce(0) { $0 + $1.daysAfter }
        adjusted = Adjusted(choice, options, why: found.why)
        if found.why == nil { adjusted.sensitivity = try Self.variants(records, found, options) }
        second = Second(found, options)
        comparison = found.hasComparison ? Comparison(choice) : nil
        concentration = Share.all(choice.inBaseline.map(\.before))
        basis = .adjusted
        if comparison?.ancova.interval != nil {
            basis = .comparison
        } else if second.change.interval != nil {
            basis = .secondBaseline
        }
        (detectableFall, verdict, statements) = (nil, .notEstimable(""), [])
        if let least = options.suppressBelow { suppress(below: least) }
        detectableFall = Self.detectable(comparison, basis, effect)
        let isLoose = basis == .adjusted && adjusted.law.isWeak && effect.interval != nil
        verdict =
            isLoose
            ? .notEstimable("only the tail of callers is known, and it does not hold firm how they differ")
            : CallsVerdict(
                ratioWithin: effect.interval,
                why: effect.why,
                detectableFall: detectableFall,
                relevantFall: options.relevantFall
            )
        statements = CallersStatements(self).all
    }

    /// The fall seen with 80 % power at 5 %, from the error of the logarithm of the effect.
    private static func detectable(_ comparison: Comparison?, _ basis: Basis, _ effect: Ratio) -> Double? {
        guard let interval = effect.interval else { return nil }
        let error = basis == .comparison ? comparison?.ancovaLog?.standardError : try? logError(of: interval)
        return error.flatMap { try? detectableRateFall(logError: $0) }
    }

    /// The adjusted ratio by other choices.
    private static func variants(
        _ records: CallerRecords,
        _ found: CallerCases,
        _ options: CallersOptions
    ) throws(CallersRefusal) -> [Variant] {
        var variants: [Variant] = []
        if found.trainedInsideMonth > 0, options.transitionMonths < 24 {
            var other = options
            other.transitionMonths += 1
            let cases = try CallerCases(records, other).cases
            variants.append(
                Variant(name: "transition_\(other.transitionMonths)", ratio: CallerChoice(cases, other).point(other))
            )
        }
        guard let threshold = options.threshold, options.tailFrom == nil else { return variants }
        for other in [(threshold + 1) / 2, threshold * 2] where other != threshold {
            var changed = options
            changed.threshold = other
            let choice = CallerChoice(found.cases, changed)
            variants.append(Variant(name: "threshold_\(other)", ratio: choice.point(changed)))
        }
        return variants
    }
}

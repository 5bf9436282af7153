import Programme

/// The findings about callers in plain sentences. The naive change never stands without the adjusted one.
struct CallersStatements {
    let findings: CallersFindings
    let options: CallersOptions

    init(_ findings: CallersFindings) { (self.findings, options) = (findings, findings.options) }

    var all: [String] {
        let optional = [
            headline, adjusted, second, compared, errors, power, windows, people, unresolved, moved, missing, inside,
            tail,
            top, options.remark,
        ]
        return optional.compactMap { $0 } + [limits]
    }

    /// What is compared, in a few words: "frequent callers (12 or more calls before)".
    private var who: String {
        guard let threshold = options.threshold else { return "callers" }
        return "frequent callers (\(threshold) or more calls before)"
    }

    private static func number(_ people: Int?, _ words: String) -> String {
        people.map { "\(Wording.count($0)) \(words)" } ?? "trained \(words)"
    }

    private static func span(_ interval: ClosedRange<Double>) -> String {
        "95 % interval \(CallsStatements.change(interval.lowerBound)) to \(CallsStatements.change(interval.upperBound))"
    }

    private var headline: String {
        let subject = "\(options.source.words.prefix(1).uppercased())\(options.source.words.dropFirst())"
        let effect = findings.effect
        guard let ratio = effect.ratio else {
            return "\(subject) of \(who): not estimable, \(effect.why ?? "there is nothing to compare")."
        }
        let expectation =
            switch findings.basis {
            case .comparison: "comparison callers with as many calls before"
            case .secondBaseline: "the same people called in a second year before, which did not choose them"
            case .adjusted: "these people were to be expected to call without any training"
            }
        let people = Self.number(effect.people, who)
        guard let interval = effect.interval else {
            return
                "\(subject) of \(people): \(CallsStatements.change(ratio)) than \(expectation), without an interval (\(effect.why ?? "the spread is unknown"))."
        }
        let p = effect.p.map { ", \(Wording.p($0))" } ?? ""
        let reading = interval.contains(1) ? "; the interval holds no change" : ""
        return
            "\(subject) of \(people): \(CallsStatements.change(ratio)) than \(expectation) (\(Self.span(interval))\(p)\(reading))."
    }

    private var adjusted: String? {
        guard let ratio = findings.adjusted.change.ratio, let expected = findings.adjusted.change.expected,
            let observed = findings.adjusted.change.observed
        else { return nil }
        let range = findings.adjusted.change.interval.map { " (\(Self.span($0)))" } ?? ""
        let fair =
            "Adjusted for regression to the mean, \(Wording.count(observed, "call", "calls")) came where \(Wording.number(expected)) were to be expected: \(CallsStatements.change(ratio))\(range)."
        guard let naive = findings.adjusted.naive.ratio, options.threshold != nil || abs(naive - ratio) > 1e-9 else {
            return fair + " Nobody was chosen by a number of calls."
        }
        return fair
            + " Before and after as they stand, \(CallsStatements.change(naive)), must not be used: whoever is chosen for many calls calls less afterwards in any case."
    }

    private var second: String? {
        guard let ratio = findings.second.change.ratio, let people = findings.second.change.people else {
            guard options.threshold != nil, let why = findings.second.change.why else { return nil }
            return "A second baseline year, the safest comparison without other callers, is not to be had: \(why)."
        }
        let range = findings.second.change.interval.map { " (\(Self.span($0)))" } ?? ""
        let before = findings.second.ratioBeforeTraining.map {
            " From the months that chose them to the baseline their calls changed by themselves: \(CallsStatements.change($0))."
        }
        return
            "Recommended: \(Wording.count(people, "caller", "callers")) chosen by the \(options.monthsBefore) months before the baseline called \(CallsStatements.change(ratio)) after than in the baseline\(range).\(before ?? "") It holds if nobody was chosen by the baseline itself."
    }

    private var compared: String? {
        guard let comparison = findings.comparison else { return nil }
        guard let ratio = comparison.ancova.ratio, let interval = comparison.ancova.interval,
            let others = comparison.comparisonPeople
        else { return "Comparison callers: not estimable, \(comparison.ancova.why ?? "there is nothing to compare")." }
        let difference = comparison.difference.ratio.map { ratio in
            let range = comparison.difference.interval.map { " (\(Self.span($0)))" } ?? ""
            return " As a difference of changes: \(CallsStatements.change(ratio))\(range)."
        }
        return
            "Beside \(Wording.count(others, "comparison caller", "comparison callers")), calls before taken into account: \(CallsStatements.change(ratio)) (\(Self.span(interval))).\(difference ?? "")"
    }

    private var errors: String? {
        guard let factor = findings.comparison?.errorFactor else { return nil }
        return
            "Errors count people, not calls: the error by person is \(Wording.number(factor, decimals: 1)) times the one that takes every call for independent."
    }

    private var power: String? {
        findings.detectableFall.map {
            "This comparison sees a fall of \(Wording.percent($0)) or more with 80 % power; the smallest fall taken to matter is \(Wording.percent(options.relevantFall))."
        }
    }

    private var limits: String {
        let cause =
            findings.basis == .comparison
            ? "The groups were not chosen by lot (Maryland SMS level \(findings.evidenceLevel)), so something else may be behind a difference"
            : "There are no comparison callers here (Maryland SMS level \(findings.evidenceLevel)), so this cannot say why the numbers moved"
        return
            "\(cause); one telephone may stand for several people, and fewer calls would not by itself mean less anti-social behaviour."
    }
}

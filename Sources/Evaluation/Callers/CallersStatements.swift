import Programme

/// The findings about callers in plain sentences. The naive change never stands without the adjusted one.
struct CallersStatements {
    private let findings: CallersFindings
    private let options: CallersOptions

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

    private var windows: String? {
        guard let start = findings.start else { return nil }
        let own =
            findings.starts.map { starts in
                starts.lowerBound == starts.upperBound
                    ? "the first month after is \(starts.lowerBound)"
                    : "each person's first month after is that of their own training, \(starts.lowerBound) to \(starts.upperBound); others are taken from \(start) on"
            } ?? "the first month after is \(start)"
        let left =
            options.transitionMonths > 0
            ? ", of which the first \(Wording.count(options.transitionMonths, "month", "months")) count on neither side"
            : ""
        return
            "Compared are up to \(options.monthsBefore) months before and \(options.monthsAfter) after; \(own)\(left)."
    }

    private var people: String? {
        guard let listed = findings.listed, let baseline = findings.inBaseline else { return nil }
        let trained = findings.trained.map { ", \($0) trained" } ?? ""
        let others = findings.comparisonCallers.map { " and \($0) comparison" } ?? ""
        let below = findings.excluded.first { $0.reason == .belowThreshold }?.people ?? 0
        let low = below > 0 ? "; \(Wording.count(below)) below the threshold only tell how callers differ" : ""
        return
            "Of \(Wording.count(listed, "person", "people")), \(Wording.count(baseline)) were exposed in the months before\(trained)\(others) callers are compared\(low)."
    }

    private var unresolved: String? {
        guard let rows = findings.unresolvedRows, let calls = findings.unresolvedCalls, rows > 0 else { return nil }
        return
            "\(Wording.count(rows, "row", "rows")) with \(Wording.count(calls, "call", "calls")) name nobody (blank, withheld or unknown) and are left out."
    }

    private var moved: String? {
        let gone = findings.excluded.first { $0.reason == .notExposedAfter }?.people ?? 0
        let late = findings.excluded.first { $0.reason == .notExposedBefore }?.people ?? 0
        let short = findings.shortMonths ?? 0
        guard gone + late + short > 0 else { return nil }
        var parts: [String] = []
        if gone > 0 {
            parts.append(
                "\(Wording.count(gone, "caller", "callers")) without an exposed day after (moved, died or barred)"
            )
        }
        if late > 0 { parts.append("\(Wording.count(late, "person", "people")) without one before") }
        let left = parts.isEmpty ? "" : "Left out: \(Wording.list(parts)). "
        let partly =
            short > 0 ? "\(Wording.count(short, "month", "months")) with fewer exposed days count by their days." : ""
        return String((left + partly).reversed().drop { $0 == " " }.reversed())
    }

    private var missing: String? {
        guard let missing = findings.missingMonths, missing > 0 else { return nil }
        return
            "\(Wording.count(missing, "person-month has", "person-months have")) no row; they are taken as not exposed, never as zero calls."
    }

    private var inside: String? {
        guard let people = findings.trainedInsideMonth, people > 0, options.transitionMonths == 0 else { return nil }
        let other = findings.adjusted.sensitivity.first { $0.name == "transition_1" }?.ratio
        let words = other.map { ": without that month the adjusted change is \(CallsStatements.change($0))" } ?? ""
        return
            "\(Wording.count(people, "person was", "people were")) trained inside a month, which counts as after\(words)."
    }

    private var tail: String? {
        guard let from = findings.adjusted.law.tailFrom else { return nil }
        let weak =
            findings.adjusted.law.isWeak
            ? " The tail holds that law so loosely that the adjustment should not be relied on; take a second baseline year."
            : ""
        let known = from == 1 ? "who called at all before" : "with \(Wording.count(from)) or more calls before"
        return "How callers differ is read from people \(known), since others are not all in the data.\(weak)"
    }

    private var top: String? {
        guard let share = findings.concentration.last, let part = share.share, let people = share.people else {
            return nil
        }
        return
            "The most frequent \(share.percent) % of those who called before (\(Wording.count(people, "person", "people"))) made \(Wording.percent(part)) of their calls."
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

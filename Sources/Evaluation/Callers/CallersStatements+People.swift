import Programme

/// Who is compared in which months, and who is not.
extension CallersStatements {
    var windows: String? {
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

    var people: String? {
        guard let listed = findings.listed, let baseline = findings.inBaseline else { return nil }
        let trained = findings.trained.map { ", \($0) trained" } ?? ""
        let others = findings.comparisonCallers.map { " and \($0) comparison" } ?? ""
        let below = findings.excluded.first { $0.reason == .belowThreshold }?.people ?? 0
        let low = below > 0 ? "; \(Wording.count(below)) below the threshold only tell how callers differ" : ""
        return
            "Of \(Wording.count(listed, "person", "people")), \(Wording.count(baseline)) were exposed in the months before\(trained)\(others) callers are compared\(low)."
    }

    var unresolved: String? {
        guard let rows = findings.unresolvedRows, let calls = findings.unresolvedCalls, rows > 0 else { return nil }
        return
            "\(Wording.count(rows, "row", "rows")) with \(Wording.count(calls, "call", "calls")) name nobody (blank, withheld or unknown) and are left out."
    }

    var moved: String? {
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

    var missing: String? {
        guard let missing = findings.missingMonths, missing > 0 else { return nil }
        return
            "\(Wording.count(missing, "person-month has", "person-months have")) no row; they are taken as not exposed, never as zero calls."
    }

    var inside: String? {
        guard let people = findings.trainedInsideMonth, people > 0, options.transitionMonths == 0 else { return nil }
        let other = findings.adjusted.sensitivity.first { $0.name == "transition_1" }?.ratio
        let words = other.map { ": without that month the adjusted change is \(CallsStatements.change($0))" } ?? ""
        return
            "\(Wording.count(people, "person was", "people were")) trained inside a month, which counts as after\(words)."
    }

    var tail: String? {
        guard let from = findings.adjusted.law.tailFrom else { return nil }
        let weak =
            findings.adjusted.law.isWeak
            ? " The tail holds that law so loosely that the adjustment should not be relied on; take a second baseline year."
            : ""
        let known = from == 1 ? "who called at all before" : "with \(Wording.count(from)) or more calls before"
        return "How callers differ is read from people \(known), since others are not all in the data.\(weak)"
    }

    var top: String? {
        guard let share = findings.concentration.last, let part = share.share, let people = share.people else {
            return nil
        }
        return
            "The most frequent \(share.percent) % of those who called before (\(Wording.count(people, "person", "people"))) made \(Wording.percent(part)) of their calls."
    }
}

import Programme

/// Counts before and after in plain sentences that never name a cause.
struct CallsStatements {
    private let findings: CallsFindings
    private let options: CallsOptions

    init(_ findings: CallsFindings, _ options: CallsOptions) { (self.findings, self.options) = (findings, options) }

    var all: [String] {
        [headline, power].compactMap { $0 } + spread
            + [even, gaps, windows, unallocated, Self.oddMonths(findings)].compactMap { $0 } + findings.eventSentences
            + [findings.pandemicSentence("The windows")].compactMap { $0 } + BesideStatements(findings).all + [design]
    }

    private var subject: String {
        let words = findings.source.words
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private var headline: String {
        let places = Wording.count(findings.areas.count, "area", "areas")
        guard let ratio = findings.pooled.ratio else {
            return "\(subject) in \(places): not estimable, \(findings.pooled.why ?? "there is nothing to compare")."
        }
        guard let interval = findings.pooled.interval, let p = findings.pooled.p else {
            return "\(subject) in \(places): \(Self.change(ratio)), without an interval "
                + "(\(findings.pooled.why ?? "the spread is unknown"))."
        }
        let reading = interval.contains(1) ? "; the interval holds no change" : ""
        return "\(subject) in \(places), \(window): \(Self.change(ratio)) "
            + "(95 % interval \(Self.change(interval.lowerBound)) to \(Self.change(interval.upperBound)), \(Wording.p(p))\(reading))."
    }

    private var window: String {
        "up to \(Wording.count(findings.windowMonths, "month", "months")) from the start against as many before, by rates per day"
    }

    static func change(_ ratio: Double) -> String {
        if ratio == 1 { return "no change" }
        return "\(Wording.percent(abs(1 - ratio))) \(ratio < 1 ? "fewer" : "more")"
    }

    private var power: String? {
        guard let detectable = findings.detectableFall, let dispersion = findings.pooled.dispersion else { return nil }
        let matters = options.isPlanned ? "what the plan could give" : "the smallest fall taken to matter"
        return "A comparison of these windows sees a fall of \(Wording.percent(detectable)) or more with 80 % power "
            + "(dispersion \(Wording.number(dispersion, decimals: 1)), estimated from these months, seasons counted as noise); "
            + "\(matters) is \(Wording.percent(options.relevantFall))."
    }

    private var even: String? {
        guard let interval = findings.pooled.poissonInterval else { return nil }
        return
            "These \(findings.source.short) vary less from month to month than chance would make them; by chance alone the interval "
            + "would be \(Self.change(interval.lowerBound)) to \(Self.change(interval.upperBound)), and the verdict rests on that one."
    }

    private var spread: [String] {
        guard findings.areas.count > 1 else { return [] }
        let known = findings.areas.filter { $0.change.ratio != nil }
        let fell = known.count { ($0.change.ratio ?? 1) < 1 }
        return [
            "\(Wording.count(fell)) of \(Wording.count(known.count, "area", "areas")) that can be compared went down."
        ]
    }

    private var gaps: String? {
        let missing = findings.areas.compactMap { area -> String? in
            let months = (area.before?.gaps ?? []) + (area.after?.gaps ?? [])
            guard !months.isEmpty else { return nil }
            let shown = months.prefix(3).map(\.description).joined(separator: ", ") + (months.count > 3 ? ", …" : "")
            let wanted = (area.before?.monthsWanted ?? 0) + (area.after?.monthsWanted ?? 0)
            return "\(area.area) \(months.count) of \(wanted) (\(shown))"
        }
        guard !missing.isEmpty else { return nil }
        let shown =
            missing.prefix(5).joined(separator: "; ")
            + (missing.count > 5 ? "; and \(missing.count - 5) more areas" : "")
        return "Months without a count are left out, never taken as zero: \(shown)."
    }

    private var windows: String? {
        let uneven = findings.quality.filter { $0.kind == .unequalSeasons }.count
        guard uneven > 0 else { return nil }
        return
            "In \(Wording.count(uneven, "area", "areas")) the two windows hold different months of the year, so the seasons may "
            + "explain a difference."
    }

    private var unallocated: String? {
        findings.unallocatedShare.map {
            "\(Wording.percent($0)) of the \(findings.source.short) in these months belong to no area and are not in the comparison."
        }
    }

    static func oddMonths(_ findings: CallsFindings) -> String? {
        let odd: Set<QualityFlag.Kind> = [.partialMonth, .unusualShare, .unusualChange]
        var named: [String] = []
        for flag in findings.quality where odd.contains(flag.kind) {
            let name = [flag.area, flag.month?.description].compactMap { $0 }.joined(separator: " ")
            if !named.contains(name) { named.append(name) }
        }
        guard !named.isEmpty else { return nil }
        let shown = named.prefix(5).joined(separator: ", ") + (named.count > 5 ? ", …" : "")
        return
            "The source looks odd in \(shown): a change of recording, or a part of a month, may explain a difference."
    }

    private var design: String {
        "There are no comparison areas here (Maryland SMS level 2, \(EvidenceLevel.version)), so this cannot say why the numbers "
            + "moved; and fewer \(findings.source.short) would not by itself mean less anti-social behaviour."
    }
}

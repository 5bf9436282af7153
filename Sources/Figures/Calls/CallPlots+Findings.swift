public import Evaluation
import Programme

extension CallSeriesPlot {
    /// The months of an area, or of areas together.
    ///
    /// - Parameters:
    ///   - series: The months.
    ///   - source: What was counted.
    public init(_ series: CallsSeries, source: CountSource) {
        let who =
            switch series.role {
            case .treated: series.name
            case .treatedTogether: "All areas with courses"
            case .comparison: "Areas to compare with"
            }
        self.init(
            title: who.prefix(1).uppercased() + who.dropFirst(),
            subtitle: source.words.prefix(1).uppercased() + source.words.dropFirst(),
            unit: series.unit,
            points: series.points.map { point in
                Point(
                    month: point.month,
                    observed: point.observed,
                    fitted: point.fitted,
                    counterfactual: point.counterfactual,
                    interval: point.interval
                )
            },
            start: series.start,
            events: series.events.map { Event(name: $0.name, from: $0.from, to: $0.to) }
        )
    }
}

extension EventStudyPlot {
    /// The event study of a model; nil when it has none, or has differences in place of ratios.
    public init?(_ findings: CallsFindings) {
        guard let study = findings.model?.eventStudy, study.isRatio, !study.points.isEmpty else { return nil }
        let leads = study.leads.map { test in
            "The months before, taken together: F(\(test.numerator), \(test.denominator)) = "
                + "\(Wording.number(test.statistic, decimals: 2)), \(Wording.p(test.p))."
        }
        self.init(
            title: "Before and after, month by month",
            subtitle: "Rate of areas with courses against the others, relative to the month before the start",
            points: study.points.map { point in
                Point(months: point.months, ratio: point.ratio, interval: point.interval, isBinned: point.isBinned)
            },
            note: leads ?? ""
        )
    }
}

extension PlaceboPlot {
    /// The gaps of a synthetic control; nil when the model is none.
    public init?(_ findings: CallsFindings) {
        guard let control = findings.model?.synthetic, !control.gaps.isEmpty,
            let first = control.months.first, let last = control.months.last
        else { return nil }
        let places = Dictionary(control.months.enumerated().map { ($1, $0) }) { first, _ in first }
        let months = (0...(last.index - first.index)).map { first.adding($0) }
        let spread = { (gaps: [Double]) -> [Double?] in
            months.map { month in places[month].flatMap { gaps.indices.contains($0) ? gaps[$0] : nil } }
        }
        let rank = control.p.map { " The rank of the area among them gives \(Wording.p($0))." }
        self.init(
            title: "The gap to a mixture of other areas",
            subtitle: "Area with courses less its synthetic control",
            unit: findings.perResident ? "per 1,000 residents and month" : "\(findings.source.short) a month",
            months: months,
            treated: Gaps(area: "area with courses", values: spread(control.gaps)),
            placebos: control.placebos.map { Gaps(area: $0.area, values: spread($0.gaps)) },
            start: control.start,
            note: (control.placebos.isEmpty ? "" : "\(Wording.count(control.placebos.count)) of them.") + (rank ?? "")
        )
    }
}

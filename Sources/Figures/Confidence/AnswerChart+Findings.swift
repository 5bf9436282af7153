public import Evaluation

extension AnswerChart {
    /// How often each score was given, one chart a page.
    ///
    /// - Parameters:
    ///   - distributions: The answers, not suppressed.
    ///   - range: The scores of the instrument.
    ///   - names: What people read in place of codes.
    ///   - suppressBelow: Bands of fewer people than this are not shown.
    /// - Returns: No chart without answers.
    public static func pages(
        _ distributions: [AnswerDistribution],
        range: ScoreRange,
        names: SurveyNames = SurveyNames(),
        suppressBelow: Int? = nil
    ) -> [AnswerChart] {
        guard !distributions.isEmpty else { return [] }
        let rows = distributions.map { distribution in
            Row(
                item: distribution.item,
                wave: distribution.wave,
                people: Dictionary(
                    distribution.counts.filter { $0.people > 0 }.map { ($0.score, $0.people) },
                    uniquingKeysWith: +
                ),
                blank: distribution.blank,
                why: distribution.why
            )
        }
        let chart = AnswerChart(
            title: "The answers, question by question",
            range: range,
            rows: rows,
            wording: names.items,
            suppressBelow: suppressBelow
        )
        return chart.pages
    }
}

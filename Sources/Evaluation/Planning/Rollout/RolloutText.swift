import Programme

extension RolloutFindings {
    /// The findings for a terminal: the verdict, the sentences, the areas by dose, and the people by month.
    public var text: String {
        var table = TextTable([
            .init("area", .left), .init("trained"), .init("per 1,000"), .init("calls a year"), .init("per 1,000"),
            .init("detectable"), .init("could give"), .init("further people"), .init("next"),
        ])
        for area in areas {
            let place = next.firstIndex { $0.plan.name == area.plan.name }
            table.add([
                area.plan.name, Wording.count(area.people), area.dose.map { Wording.number($0, decimals: 2) } ?? "-",
                area.plan.callsPerYear.map { Wording.number($0) } ?? "-",
                area.callsPerThousand.map { Wording.number($0, decimals: 1) } ?? "-",
                area.detectableFall.map(Wording.percent) ?? "-", area.expectedFall.map(Wording.percent) ?? "-",
                area.furtherPeople.map { Wording.count($0) } ?? "-", place.map { Wording.count($0 + 1) } ?? "",
            ])
        }
        var parts = ["Verdict: \(verdict)\n", statements.map { "- \($0)\n" }.joined(), "Areas by dose\n" + table.text]
        var months = TextTable([.init("area", .left), .init("month", .left), .init("trained"), .init("so far")])
        for area in areas {
            for row in area.byMonth {
                months.add([
                    area.plan.name, row.month.description, Wording.count(row.trained), Wording.count(row.total),
                ])
            }
        }
        if !months.rows.isEmpty { parts.append("People trained by month\n" + months.text) }
        return parts.joined(separator: "\n")
    }
}

extension RolloutFindings.Area {
    /// People trained by month, with their sum so far.
    var byMonth: [(month: Month, trained: Int, total: Int)] {
        var total = 0
        return plan.trained.map { row in
            total += row.trained
            return (row.month, row.trained, total)
        }
    }

    /// Of the people so far, those who live and those who work there; nil where one month does not say.
    var liveAndWork: (live: Int?, work: Int?) {
        func sum(_ part: (TrainedCount) -> Int?) -> Int? {
            let known = plan.trained.compactMap(part)
            return known.count == plan.trained.count ? known.reduce(0, +) : nil
        }
        return (sum(\.live), sum(\.work))
    }
}

import Programme

extension CostFindings {
    /// The findings for a terminal: verdict, sentences, then each unit cost.
    public var text: String {
        let start = "Verdict: \(verdict)\n\n" + statements.map { "- \($0)\n" }.joined()
        guard !lines.isEmpty else { return start }
        var table = TextTable([
            .init("unit cost", .left), .init("£"), .init("break-even a year"), .init("worth"), .init("worth less cost"),
            .init("chance"), .init("kind", .left),
        ])
        for line in lines {
            table.add([
                line.price.code ?? line.price.name, Wording.number(line.pounds, decimals: 2),
                line.breakEvenPerYear.map { Wording.number($0, decimals: 1) } ?? "-",
                line.benefit.pounds.map(Wording.pounds) ?? "-", line.net.map(Wording.pounds) ?? "-",
                line.chance.map { Wording.number($0, decimals: 3) } ?? "-", line.price.kind?.rawValue ?? "not known",
            ])
        }
        guard !acceptability.isEmpty else { return start + "\n" + table.text }
        var curve = TextTable([.init("a \(question.nouns.one) held to be worth"), .init("chance that it paid")])
        for point in acceptability {
            curve.add([Wording.pounds(point.unitCost), Wording.number(point.probability, decimals: 3)])
        }
        return start + "\n" + table.text + "\n" + curve.text
    }
}

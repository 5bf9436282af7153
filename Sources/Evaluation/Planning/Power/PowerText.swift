extension PowerFindings {
    /// The findings for a terminal: the verdict, the sentences, the power curve, and how many people in how few areas.
    public var text: String {
        var parts = ["Verdict: \(verdict)\n", statements.map { "- \($0)\n" }.joined()]
        if !curve.isEmpty {
            var table = TextTable([.init("fall"), .init("closed form"), .init("simulated"), .init("± Monte Carlo")])
            for point in curve {
                table.add([
                    Wording.percent(point.fall), Wording.percent(point.normalPower),
                    point.power.map(Wording.percent) ?? "-", point.powerError.map(Wording.percent) ?? "-",
                ])
            }
            parts.append("Chance of seeing a fall\n" + table.text)
        }
        if !byAreas.isEmpty { parts.append("How many people, in how few areas\n" + byAreas.text) }
        return parts.joined(separator: "\n")
    }
}

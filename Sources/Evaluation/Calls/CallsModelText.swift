import Programme

extension CallsModel {
    /// The table of coefficients for a terminal.
    var text: String {
        var table = TextTable([
            .init("name", .left), .init("estimate"), .init("error"), .init("95 % interval", .left), .init("p"),
        ])
        for line in coefficients {
            table.add([
                line.name, Wording.number(line.estimate, decimals: 4), Wording.number(line.standardError, decimals: 4),
                "\(Wording.number(line.interval.lowerBound, decimals: 4)) to "
                    + Wording.number(line.interval.upperBound, decimals: 4),
                Wording.bareP(line.p),
            ])
        }
        let weights = (synthetic?.weights ?? []).filter { $0.value > 0 }
            .map { "  \($0.area) \(Wording.number($0.value, decimals: 3))\n" }.joined()
        return (coefficients.isEmpty ? "" : table.text) + (weights.isEmpty ? "" : "Weights:\n" + weights)
            + "Errors: \(errors.convention)\n"
    }
}

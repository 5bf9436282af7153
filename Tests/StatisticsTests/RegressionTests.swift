import Statistics
import Testing

@Suite("Regression") struct RegressionTests {
    static func design(_ columns: String, rows: Int) throws -> Design {
        var design = Design(intercept: rows)
        for (index, column) in columns.split(separator: "|").enumerated() {
            try design.append("x\(index + 1)", numbers(String(column)))
        }
        return design
    }

    @Test("least squares and White's errors agree with lm and sandwich") func reference() throws {
        for row in try ReferenceTable("regression.csv", separator: ";").rows {
            let y = numbers(row[1]), weights = row[3].isEmpty ? nil : numbers(row[3])
            let model = try LinearModel(y, on: Self.design(row[2], rows: y.count), weights: weights)
            #expect(model.dropped == (row[0] == "dependent" ? ["x3"] : []))
            for (value, known) in zip(model.coefficients, numbers(row[4])) {
                #expect(agree(value, known, relative: 1e-8), "\(row[0])")
            }
            for (value, known) in zip(model.leverages, numbers(row[5])) {
                #expect(agree(value, known, relative: 1e-8), "\(row[0])")
            }
            for (kind, column) in zip(ErrorVariance.allCases, 6...) {
                let table = try model.table(kind)
                for (line, known) in zip(table, numbers(row[column])) {
                    #expect(agree(line.standardError, known, relative: 1e-8), "\(row[0]) \(kind)")
                }
            }
            for (line, known) in zip(try model.table(), numbers(row[11])) {
                #expect(agree(line.p, known, relative: 1e-7), "\(row[0])")
            }
        }
    }

    @Test("logistic fits agree with glm") func logistic() throws {
        for row in try ReferenceTable("logistic.csv", separator: ";").rows {
            let y = numbers(row[1])
            let fit = try GeneralisedFit(y, on: Self.design(row[2], rows: y.count), family: BinomialFamily())
            for (value, known) in zip(fit.coefficients, numbers(row[3])) {
                #expect(agree(value, known, relative: 1e-9), "\(row[0])")
            }
            for (index, known) in numbers(row[4]).enumerated() {
                #expect(agree(fit.unscaledCovariance[index, index].squareRoot(), known, relative: 1e-6), "\(row[0])")
            }
            #expect(agree(fit.deviance, numbers(row[5])[0], relative: 1e-10))
            for (value, known) in zip(fit.means, numbers(row[7])) { #expect(agree(value, known, relative: 1e-9)) }
        }
    }

    @Test("adding a column moves outcome and intercept alike; scaling scales") func affine() throws {
        let x = [1.0, 4, 2, 8, 5, 7], y = [2.0, 5, 3, 11, 4, 9]
        var design = Design(intercept: 6), scaled = Design(intercept: 6)
        try design.append("x", x)
        try scaled.append("x", x.map { $0 * 10 })
        let plain = try LinearModel(y, on: design).table(.hc3)
        let moved = try LinearModel(y.map { 2 * $0 + 7 }, on: scaled).table(.hc3)
        #expect(agree(moved[0].estimate, 2 * plain[0].estimate + 7, relative: 1e-12))
        #expect(agree(moved[1].estimate, plain[1].estimate / 5, relative: 1e-12))
        #expect(agree(moved[1].p, plain[1].p, relative: 1e-10))
    }

    @Test("factors leave out their first level, and empty levels are dropped by the fit") func factors() throws {
        var design = Design(intercept: 4)
        try design.appendFactor("course", ["b", "a", "b", "c"], order: ["a", "b", "c", "d"])
        #expect(design.names == [Design.interceptName, "course=b", "course=c", "course=d"])
        var sorted = Design(intercept: 4)
        try sorted.appendFactor("course", ["b", "a", "b", "c"])
        #expect(sorted.names == [Design.interceptName, "course=b", "course=c"])
        let model = try LinearModel([1, 2, 5, 4], on: design)
        #expect(model.dropped == ["course=d"])
        #expect(model.coefficient("course=d") == nil)
        #expect(agree(try #require(model.coefficient("course=b")), 1, relative: 1e-12))
    }

    @Test("what cannot be fitted is refused with its reason") func degenerate() throws {
        let two = Design(intercept: 2)
        #expect(throws: StatisticsError.unequalLengths(2, 3)) { try LinearModel([1, 2, 3], on: two) }
        #expect(throws: StatisticsError.notFinite) { try LinearModel([1, .infinity], on: two) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try LinearModel([1], on: Design(intercept: 1)) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 0)) { try LinearModel([], on: Design(intercept: 0)) }
        #expect(throws: StatisticsError.self) { try LinearModel([1, 2], on: two, weights: [1, 0]) }
        #expect(throws: StatisticsError.rankDeficient(columns: [])) { try LinearModel([1, 2], on: Design(rows: 2)) }
        #expect(throws: StatisticsError.noSpread) { try LinearModel([3.1, 3.1], on: two).table() }
        #expect(throws: StatisticsError.noSpread) { try LinearModel([0, 0], on: two).table(.hc2) }
        var lonely = Design(intercept: 4)
        try lonely.append("one", [1, 0, 0, 0])
        let model = try LinearModel([1, 2, 3, 5], on: lonely)
        #expect(throws: StatisticsError.self) { try model.covariance(.hc3) }
        #expect(try model.covariance(.hc1).elements.allSatisfy(\.isFinite))
        var broken = Design(rows: 2)
        #expect(throws: StatisticsError.notFinite) { try broken.append("x", [1, .nan]) }
        #expect(throws: StatisticsError.unequalLengths(2, 1)) { try broken.append("x", [1]) }
    }
}

import Statistics
import Testing

@Suite("Models with clusters") struct ClusteredModelTests {
    @Test("errors, degrees of freedom and Wald's F agree with clubSandwich") func reference() throws {
        for row in try ReferenceTable("cluster_models.csv", separator: ";").rows {
            let y = numbers(row[1]), weights = row[3].isEmpty ? nil : numbers(row[3])
            let model = try LinearModel(y, on: RegressionTests.design(row[2], rows: y.count), weights: weights)
            let kind = try #require(ClusterCovariance(rawValue: row[5]))
            let clustered = try model.clustered(by: numbers(row[4]).map { Int($0) }, kind)
            let note = Comment(rawValue: "\(row[0]) \(row[5])")
            for (index, line) in try clustered.table().enumerated() {
                #expect(agree(line.estimate, numbers(row[6])[index], relative: 1e-8, floor: 1e-12), note)
                #expect(agree(line.standardError, numbers(row[7])[index], relative: 1e-8), note)
                #expect(agree(line.degreesOfFreedom ?? 0, numbers(row[8])[index], relative: 1e-6), note)
                #expect(agree(line.p, numbers(row[9])[index], relative: 1e-5), note)
                #expect(agree(line.interval.lowerBound, numbers(row[10])[index], relative: 1e-6), note)
                #expect(agree(line.interval.upperBound, numbers(row[11])[index], relative: 1e-6), note)
            }
            // Dummies of five clusters beside a slope: their covariance has no inverse but rounding.
            guard row[0] != "effects" else { continue }
            let wald = try clustered.wald(model.names.count > 1 ? Array(model.names.dropFirst()) : model.names)
            #expect(agree(wald.statistic, numbers(row[12])[0], relative: 1e-7), note)
            #expect(agree(wald.p, numbers(row[13])[0], relative: 1e-6), note)
        }
    }

    @Test("a mean alone gives the closed form") func closedForm() throws {
        var random = SeededNumbers(seed: 6)
        for _ in 0..<20 {
            let clusters = (0..<25).map { _ in Int.random(in: 0..<5, using: &random) }
            let values = clusters.map { Double($0) / 3 + Double.random(in: -1...1, using: &random) }
            let closed = try ClusteredMean(values, clusters: clusters)
            let general = try LinearModel(values, on: Design(intercept: 25)).clustered(by: clusters).table()[0]
            #expect(agree(closed.standardError, general.standardError, relative: 1e-10))
            #expect(agree(closed.degreesOfFreedom, general.degreesOfFreedom ?? 0, relative: 1e-9))
            #expect(agree(closed.p, general.p, relative: 1e-9))
        }
    }

    @Test("the order of people and the codes of clusters do not matter") func order() throws {
        let x = (0..<20).map { Double($0 * 7 % 11) }, clusters = (0..<20).map { $0 % 4 }
        let y = (0..<20).map { Double($0 * 13 % 17) + Double($0 % 4) }
        func line(_ order: [Int], code: (Int) -> Int) throws -> Coefficient {
            var design = Design(intercept: 20)
            try design.append("x", order.map { x[$0] })
            return try LinearModel(order.map { y[$0] }, on: design).clustered(by: order.map { code(clusters[$0]) })
                .table()[1]
        }
        let plain = try line(Array(0..<20)) { $0 }, turned = try line((0..<20).reversed()) { 90 - 7 * $0 }
        #expect(agree(plain.standardError, turned.standardError, relative: 1e-11))
        #expect(agree(plain.degreesOfFreedom ?? 0, turned.degreesOfFreedom ?? 0, relative: 1e-9))
    }

    @Test("equal weights change nothing") func equalWeights() throws {
        var design = Design(intercept: 12)
        try design.append("x", (0..<12).map { Double($0 * $0 % 7) })
        let y = (0..<12).map { Double($0 * 5 % 9) }, clusters = (0..<12).map { $0 / 3 }
        for kind in ClusterCovariance.allCases {
            let plain = try LinearModel(y, on: design).clustered(by: clusters, kind).table()[1]
            let weights = Array(repeating: 2.5, count: 12)
            let weighted = try LinearModel(y, on: design, weights: weights).clustered(by: clusters, kind).table()[1]
            #expect(agree(plain.standardError, weighted.standardError, relative: 1e-10), "\(kind)")
            #expect(agree(plain.degreesOfFreedom ?? 0, weighted.degreesOfFreedom ?? 0, relative: 1e-8), "\(kind)")
        }
    }

    @Test("what has no error is refused") func degenerate() throws {
        let model = try LinearModel([1, 2, 4, 3], on: Design(intercept: 4))
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try model.clustered(by: [1, 1, 1, 1]) }
        #expect(throws: StatisticsError.unequalLengths(4, 2)) { try model.clustered(by: [1, 2]) }
        let balanced = try LinearModel([1, 2, 1, 2], on: Design(intercept: 4)).clustered(by: [1, 1, 2, 2])
        #expect(throws: StatisticsError.noSpread) { try balanced.table() }
        let same = try LinearModel([2, 2, 2, 2], on: Design(intercept: 4))
        #expect(throws: StatisticsError.noSpread) { try same.clustered(by: [1, 1, 2, 2]) }
        var design = Design(intercept: 4)
        try design.append("one", [1, 1, 0, 0])
        let alone = try LinearModel([1, 2, 4, 3], on: design)
        #expect(throws: StatisticsError.self) { try alone.clustered(by: [1, 1, 2, 2], .cr3) }
        #expect(throws: StatisticsError.rankDeficient(columns: ["two"])) {
            try model.clustered(by: [1, 2, 3, 4]).wald(["two"])
        }
    }

    @Test("whatever the design, there is a finite answer or a reason") func anything() throws {
        var random = SeededNumbers(seed: 12), fitted = 0
        for round in 0..<400 {
            let count = Int.random(in: 0...14, using: &random)
            func column(_ range: ClosedRange<Int>) -> [Double] {
                (0..<count).map { _ in Double(Int.random(in: range, using: &random)) }
            }
            var design = round % 3 == 0 ? Design(rows: count) : Design(intercept: count)
            for index in 0..<Int.random(in: 0...5, using: &random) { try design.append("x\(index)", column(0...1)) }
            let weights = round % 2 == 0 ? nil : column(1...3), clusters = column(0...3).map { Int($0) }
            for kind in ClusterCovariance.allCases {
                do throws(StatisticsError) {
                    let model = try LinearModel(column(0...6), on: design, weights: weights)
                    let table = try model.clustered(by: clusters, kind).table() + model.table(.hc1)
                    for line in table {
                        #expect(line.estimate.isFinite && line.standardError > 0 && line.p.isFinite)
                        #expect(line.interval.upperBound.isFinite && (line.degreesOfFreedom ?? 0) > 0)
                    }
                    fitted += 1
                } catch {
                    if case .notConverged = error { Issue.record("\(round) \(kind)") }
                }
            }
        }
        #expect(fitted > 600, "\(fitted)")
    }

    @Test("with six unequal clusters 95 % intervals by CR2 hold the truth 95 times of 100") func coverage() throws {
        var random = SeededNumbers(seed: 7)
        func normal() -> Double {
            (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
        }
        let sizes = [4, 6, 8, 10, 14, 5], rounds = 4000
        let clusters = sizes.enumerated().flatMap { Array(repeating: $0, count: $1) }
        var held = 0, heldPlain = 0
        for _ in 0..<rounds {
            let levels = sizes.map { _ in 0.5 * normal() }
            let values = clusters.map { levels[$0] + normal() }
            if try ClusteredMean(values, clusters: clusters).interval.contains(0) { held += 1 }
            if try PairedT(from: values.map { _ in 0 }, to: values).interval.contains(0) { heldPlain += 1 }
        }
        let coverage = Double(held) / Double(rounds)
        #expect(coverage > 0.93 && coverage < 0.975, "\(coverage)")
        #expect(Double(heldPlain) / Double(rounds) < 0.85)
    }
}

import Statistics
import Testing

@Suite("Logistic regression and weighting") struct LogisticTests {
    @Test("agrees with glm") func reference() throws {
        for row in try ReferenceTable("logistic.csv", separator: ";").rows {
            let y = numbers(row[1]), design = try RegressionTests.design(row[2], rows: y.count)
            let model = try LogisticRegression(y.map { $0 == 1 }, on: design)
            for (index, line) in model.coefficients.enumerated() {
                #expect(agree(line.estimate, numbers(row[3])[index], relative: 1e-6), "\(row[0])")
                #expect(agree(line.standardError, numbers(row[4])[index], relative: 1e-6), "\(row[0])")
                #expect(agree(line.p, numbers(row[8])[index], relative: 1e-5), "\(row[0])")
            }
            #expect(agree(model.logLikelihood, numbers(row[6])[0], relative: 1e-9), "\(row[0])")
            #expect(try LogisticRegression.fitted(y.map { $0 == 1 }, on: design).method == .maximumLikelihood)
        }
    }

    @Test("Firth's estimates agree with the estimator written out in R, separated answers too") func firth() throws {
        for row in try ReferenceTable("firth.csv", separator: ";").rows {
            let y = numbers(row[1]), design = try RegressionTests.design(row[2], rows: y.count)
            let model = try LogisticRegression(y.map { $0 == 1 }, on: design, method: .firth)
            for (index, line) in model.coefficients.enumerated() {
                #expect(agree(line.estimate, numbers(row[3])[index], relative: 1e-6, floor: 1e-9), "\(row[0])")
                #expect(agree(line.standardError, numbers(row[4])[index], relative: 1e-6), "\(row[0])")
            }
            #expect(agree(model.penalisedLogLikelihood, numbers(row[5])[0], relative: 1e-9), "\(row[0])")
            let separated = ["separated", "course", "all", "rare"].contains(row[0])
            #expect(
                try LogisticRegression.fitted(y.map { $0 == 1 }, on: design).method
                    == (separated ? .firth : .maximumLikelihood)
            )
            guard separated else { continue }
            #expect(throws: StatisticsError.perfectSeparation) { try LogisticRegression(y.map { $0 == 1 }, on: design) }
        }
    }

    @Test("turning the answers turns the signs") func symmetry() throws {
        var design = Design(intercept: 8)
        try design.append("x", [1, 2, 3, 4, 5, 6, 7, 8])
        let y = [true, false, true, false, false, true, false, false]
        for method in [LogisticRegression.Method.maximumLikelihood, .firth] {
            let plain = try LogisticRegression(y, on: design, method: method)
            let turned = try LogisticRegression(y.map(!), on: design, method: method)
            for (left, right) in zip(plain.coefficients, turned.coefficients) {
                #expect(agree(left.estimate, -right.estimate, relative: 1e-9))
            }
        }
    }

    @Test("what cannot be fitted is refused") func degenerate() throws {
        #expect(throws: StatisticsError.unequalLengths(2, 1)) {
            try LogisticRegression([true], on: Design(intercept: 2))
        }
        #expect(throws: StatisticsError.unequalLengths(2, 1)) {
            try LogisticRegression([true], on: Design(intercept: 2), method: .firth)
        }
        #expect(throws: StatisticsError.self) { try LogisticRegression([], on: Design(intercept: 0)) }
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) {
            try LogisticRegression([], on: Design(intercept: 0), method: .firth)
        }
        #expect(throws: StatisticsError.rankDeficient(columns: [])) {
            try LogisticRegression([true, false], on: Design(rows: 2), method: .firth)
        }
        var design = Design(intercept: 4)
        try design.append("again", [1, 1, 1, 1])
        let model = try LogisticRegression([true, false, true, true], on: design)
        #expect(model.dropped == ["again"] && agree(model.probabilities[0], 0.75, relative: 1e-9))
    }

    @Test("weighted means agree with glm, their error with R's bootstrap") func weighting() throws {
        for row in try ReferenceTable("weighting.csv", separator: ";").rows {
            let y = row[0].split(separator: " ").map { Double($0) }
            let design = try RegressionTests.design(row[1], rows: y.count)
            let result = try InverseProbabilityMean(y, on: design, resamples: 4000, seed: 3)
            #expect(agree(result.mean, numbers(row[2])[0], relative: 1e-9))
            #expect(agree(result.unweightedMean, numbers(row[3])[0], relative: 1e-12))
            #expect(agree(result.largestWeight, numbers(row[4])[0], relative: 1e-8))
            #expect(agree(result.effectiveSize, numbers(row[5])[0], relative: 1e-8))
            // Each standard deviation of 4,000 resamples has a Monte Carlo error of about 1.1 %.
            #expect(
                agree(result.standardError, numbers(row[6])[0], relative: y.count < 100 ? 0.1 : 0.06),
                "\(result.standardError)"
            )
            let again = try InverseProbabilityMean(y, on: design, resamples: 4000, seed: 3)
            #expect(again == result)
        }
    }

    @Test("a course lost as a whole brings Firth's weights; nobody lost brings the plain mean") func separation() throws
    {
        var design = Design(intercept: 12)
        try design.appendFactor("course", (0..<12).map { $0 < 8 ? ($0 % 2 == 0 ? "a" : "b") : "c" })
        let y: [Double?] = [1, 2, nil, 4, 3, 2, 1, nil, nil, nil, nil, nil]
        let result = try InverseProbabilityMean(y, on: design, resamples: 200)
        #expect(result.method == .firth && result.mean.isFinite && result.standardError > 0)
        let whole = try InverseProbabilityMean([1, 2, 4, 3], on: Design(intercept: 4), resamples: 2000)
        #expect(whole.mean == 2.5 && whole.largestWeight == 1 && whole.effectiveSize == 4)
        #expect(agree(whole.standardError, 0.5590169943749475, relative: 0.06))  // √(Σd²/n²)
    }

    @Test("weights without answers, spread or people are refused") func weightingDegenerate() throws {
        let three = Design(intercept: 3)
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 0)) {
            try InverseProbabilityMean([nil, nil, nil], on: three)
        }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) {
            try InverseProbabilityMean([nil, 1, nil], on: three)
        }
        #expect(throws: StatisticsError.noSpread) { try InverseProbabilityMean([2, 2, nil], on: three) }
        #expect(throws: StatisticsError.unequalLengths(3, 1)) { try InverseProbabilityMean([2], on: three) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) {
            try InverseProbabilityMean([2, 3, nil], on: three, clusters: [1, 1, 1])
        }
    }

    @Test("weights take away the bias of people who leave because of their first score") func simulation() throws {
        var random = SeededNumbers(seed: 9)
        func unit() -> Double { Double.random(in: 0..<1, using: &random) }
        var held = 0, plainHeld = 0
        let rounds = 150, people = 150
        for round in 0..<rounds {
            var design = Design(intercept: people), pre: [Double] = [], y: [Double?] = []
            for _ in 0..<people {
                let first = (unit() * 6).rounded(.down), later = first + 1 + 2 * (unit() - 0.5)
                pre.append(first)
                y.append(unit() < 0.95 - 0.14 * first ? later : nil)
            }
            try design.append("pre", pre)
            let result = try InverseProbabilityMean(y, on: design, resamples: 150, seed: UInt64(round))
            if result.interval.contains(3.5) { held += 1 }
            if abs(result.unweightedMean - 3.5) < 2 * result.standardError { plainHeld += 1 }
        }
        #expect(Double(held) / Double(rounds) > 0.89, "\(held)")
        #expect(Double(plainHeld) / Double(rounds) < 0.5, "\(plainHeld)")
    }
}

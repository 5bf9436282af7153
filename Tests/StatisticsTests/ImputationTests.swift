import Statistics
import Testing

@Suite("Multiple imputation") struct ImputationTests {
    @Test("pooling agrees with mice::pool.scalar") func pooling() throws {
        for row in try ReferenceTable("pooling.csv", separator: ";").rows {
            let complete = Double(row[2]).flatMap { $0.isFinite ? $0 : nil }
            let pooled = try PooledEstimate(
                estimates: numbers(row[0]),
                variances: numbers(row[1]),
                completeDegreesOfFreedom: complete
            )
            let actual = [
                pooled.estimate, pooled.within, pooled.between, pooled.variance, pooled.relativeIncrease,
                pooled.line.degreesOfFreedom ?? 0, pooled.missingInformation,
            ]
            for (index, value) in actual.enumerated() {
                #expect(agree(value, numbers(row[3 + index])[0], relative: 1e-8, floor: 1e-15), "\(index) \(row)")
            }
        }
    }

    @Test("imputed values are values that were given, given ones stay, and the seed decides") func properties() throws {
        var random = SeededNumbers(seed: 10)
        let pre = (0..<40).map { _ in Double(Int.random(in: 0...6, using: &random)) }
        let post = pre.map { value -> Double? in Bool.random(using: &random) ? value + 1 : nil }
        let follow = pre.map { value -> Double? in Int.random(in: 0..<3, using: &random) > 0 ? value + 0.5 : nil }
        let columns: [(name: String, values: [Double?])] = [("pre", pre), ("post", post), ("follow", follow)]
        let courses = (0..<40).map { "course \($0 % 4)" }
        let imputed = try MultipleImputation(columns, factor: courses, seed: 5)
        #expect(
            imputed.completed.count == 20
                && imputed.missing == [0, post.count { $0 == nil }, follow.count { $0 == nil }]
        )
        for set in imputed.completed {
            #expect(set[0] == pre)
            for (column, given) in zip(set.dropFirst(), [post, follow]) {
                let allowed = Set(given.compactMap { $0 })
                for (value, known) in zip(column, given) {
                    #expect(known == value || known == nil && allowed.contains(value))
                }
            }
        }
        let again = try MultipleImputation(columns, factor: courses, seed: 5)
        let other = try MultipleImputation(columns, factor: courses, seed: 6)
        #expect(again.completed == imputed.completed && other.completed != imputed.completed)
        let shifted = imputed.shifted("follow", by: -1)
        for (set, moved) in zip(imputed.completed, shifted.completed) {
            for person in 0..<40 { #expect(moved[2][person] == set[2][person] - (follow[person] == nil ? 1 : 0)) }
        }
        let plain = try imputed.pooledMean(of: "follow", less: "pre"),
            worse = try shifted.pooledMean(of: "follow", less: "pre")
        let share = Double(follow.count { $0 == nil }) / 40
        #expect(agree(plain.estimate - worse.estimate, share, relative: 1e-10))
        #expect(plain.missingInformation > 0 && plain.missingInformation < 1)
    }

    @Test("with nothing missing the pooled mean is the t test's") func complete() throws {
        let values = [1.0, 3, 2, 5, 4]
        let imputed = try MultipleImputation([("a", values), ("b", [0, 1, 0, 1, 1])])
        let pooled = try imputed.pooledMean(of: "a"), plain = try PairedT(from: values.map { _ in 0 }, to: values)
        #expect(pooled.estimate == 3 && pooled.between == 0)
        #expect(agree(pooled.line.standardError, plain.standardDeviation / 5.0.squareRoot(), relative: 1e-12))
    }

    @Test("too few values, people or imputations are refused") func degenerate() {
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 0)) { try MultipleImputation([("a", [nil, nil])]) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try MultipleImputation([("a", [nil, 1, nil])]) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 0)) { try MultipleImputation([]) }
        #expect(throws: StatisticsError.unequalLengths(2, 1)) { try MultipleImputation([("a", [1, 2]), ("b", [1])]) }
        #expect(throws: StatisticsError.self) { try MultipleImputation([("a", [1, 2, nil])], imputations: 1) }
        #expect(throws: StatisticsError.notFinite) { try MultipleImputation([("a", [1, .nan])]) }
        #expect(throws: StatisticsError.noSpread) {
            try PooledEstimate(estimates: [1, 2], variances: [0, 0], completeDegreesOfFreedom: nil)
        }
        #expect(throws: StatisticsError.noSpread) {
            try MultipleImputation([("a", [2, 2, nil, 2])]).pooledMean(of: "a")
        }
    }

    @Test("intervals hold the truth where complete cases are biased, by courses too") func simulation() throws {
        var random = SeededNumbers(seed: 11)
        func unit() -> Double { Double.random(in: 0..<1, using: &random) }
        var held = 0, biased = 0.0, bias = 0.0
        let rounds = 120, people = 120
        for round in 0..<rounds {
            var pre: [Double] = [], follow: [Double?] = [], course: [String] = []
            for person in 0..<people {
                let group = person % 6, first = (unit() * 6).rounded(.down)
                pre.append(first)
                course.append("\(group)")
                let later = 0.8 * first + Double(group) / 3 + 2 * (unit() - 0.5)
                follow.append(unit() < 1 - 0.11 * first - 0.03 * Double(group) ? later : nil)
            }
            let imputed = try MultipleImputation(
                [("pre", pre), ("follow", follow)],
                factor: course,
                seed: UInt64(round)
            )
            let pooled = try imputed.pooledMean(of: "follow"), truth = 0.8 * 2.5 + 2.5 / 3
            if pooled.line.interval.contains(truth) { held += 1 }
            bias += (pooled.estimate - truth) / Double(rounds)
            biased += (try Moments(follow.compactMap { $0 }).mean - truth) / Double(rounds)
        }
        #expect(Double(held) / Double(rounds) > 0.88, "\(held)")
        #expect(abs(bias) < 0.06 && biased < -0.2, "\(bias) \(biased)")
    }
}

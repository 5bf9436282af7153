import Statistics
import Testing

@Suite("Random intercepts") struct MixedTests {
    private func model(_ row: [String]) throws -> RandomInterceptModel {
        let y = numbers(row[1])
        return try RandomInterceptModel(
            y,
            on: RegressionTests.design(row[2], rows: y.count),
            groups: numbers(row[3]).map { Int($0) },
            within: row[4].isEmpty ? nil : numbers(row[4]).map { Int($0) },
            names: ["course", "attendee"]
        )
    }

    @Test("agrees with lme4 and lmerTest") func reference() throws {
        for row in try ReferenceTable("mixed.csv", separator: ";").rows {
            let model = try model(row), note = Comment(rawValue: row[0])
            #expect(model.coefficients.count == numbers(row[5]).count)
            for (index, line) in model.coefficients.enumerated() {
                #expect(agree(line.estimate, numbers(row[5])[index], relative: 1e-6), note)
                #expect(agree(line.standardError, numbers(row[6])[index], relative: 1e-5), note)
                #expect(agree(line.degreesOfFreedom ?? 0, numbers(row[7])[index], relative: 1e-3), note)
            }
            for (component, known) in zip(model.components, numbers(row[8])) {
                #expect(known == 0 ? component.variance == 0 : agree(component.variance, known, relative: 1e-4), note)
            }
            #expect(agree(model.residualVariance, numbers(row[9])[0], relative: 1e-4), note)
            #expect(abs(model.logLikelihood - numbers(row[10])[0]) < 1e-6, note)
            #expect(model.isSingular == (row[11] == "1"), note)
        }
    }

    @Test("a balanced one-way layout gives the analysis of variance", arguments: 0..<12) func balanced(_ seed: Int)
        throws
    {
        var random = SeededNumbers(seed: UInt64(seed))
        let groups = 5, size = 4, codes = (0..<groups * size).map { $0 / size }
        let levels = (0..<groups).map { _ in Double.random(in: -2...2, using: &random) * Double(seed % 3) }
        let y = codes.map { 10 + levels[$0] + Double.random(in: -1...1, using: &random) }
        let model = try RandomInterceptModel(y, on: Design(intercept: y.count), groups: codes)
        let mean = y.reduce(0, +) / Double(y.count)
        let means = (0..<groups).map { group in y[(group * size)..<(group * size + size)].reduce(0, +) / Double(size) }
        let between = means.reduce(0) { $0 + Double(size) * ($1 - mean) * ($1 - mean) } / Double(groups - 1)
        let within =
            zip(y, codes).reduce(0) { $0 + ($1.0 - means[$1.1]) * ($1.0 - means[$1.1]) } / Double(groups * (size - 1))
        if between > within {
            #expect(agree(model.components[0].variance, (between - within) / Double(size), relative: 1e-7))
            #expect(agree(model.residualVariance, within, relative: 1e-8))
            #expect(
                agree(model.coefficients[0].standardError, (between / Double(y.count)).squareRoot(), relative: 1e-8)
            )
            #expect(agree(model.coefficients[0].degreesOfFreedom ?? 0, Double(groups - 1), relative: 1e-5))
        } else {
            #expect(model.components[0].variance == 0 && model.isSingular)
            #expect(agree(model.residualVariance, try #require(try Moments(y).variance), relative: 1e-10))
        }
        #expect(agree(model.coefficients[0].estimate, mean, relative: 1e-12))
    }

    @Test("unit, offset, order and codes do not matter") func affine() throws {
        let row = try #require(try ReferenceTable("mixed.csv", separator: ";").rows.first { $0[0] == "unequal" })
        let plain = try model(row)
        let y = numbers(row[1]), order = Array(y.indices.reversed())
        let groups = numbers(row[3]).map { 50 - 3 * Int($0) }, people = numbers(row[4]).map { 7 * Int($0) }
        let moved = try RandomInterceptModel(
            order.map { y[$0] * 100 - 37 },
            on: RegressionTests.design(row[2], rows: y.count).selecting(rows: order),
            groups: order.map { groups[$0] },
            within: order.map { people[$0] }
        )
        #expect(agree(moved.coefficients[1].estimate, 100 * plain.coefficients[1].estimate, relative: 1e-7))
        #expect(agree(moved.coefficients[1].p, plain.coefficients[1].p, relative: 1e-4))
        #expect(agree(moved.components[0].variance, 1e4 * plain.components[0].variance, relative: 1e-5))
        #expect(agree(moved.intraclassCorrelation(1), plain.intraclassCorrelation(1), relative: 1e-5))
        #expect(plain.intraclassCorrelation(2) == 0)
        let sum = try plain.contrast([0, 1, 0], name: "first wave")
        #expect(
            sum.estimate == plain.coefficients[1].estimate
                && sum.degreesOfFreedom == plain.coefficients[1].degreesOfFreedom
        )
    }

    @Test("what cannot be estimated is refused with its reason") func degenerate() throws {
        let six = Design(intercept: 6), y = [1.0, 2, 4, 3, 5, 9]
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) {
            try RandomInterceptModel(y, on: six, groups: [1, 1, 1, 1, 1, 1])
        }
        #expect(throws: StatisticsError.tooFew(needed: 7, given: 6)) {
            try RandomInterceptModel(y, on: six, groups: [1, 2, 3, 4, 5, 6])
        }
        #expect(throws: StatisticsError.notNested) {
            try RandomInterceptModel(y, on: six, groups: [1, 1, 1, 2, 2, 2], within: [1, 1, 2, 2, 3, 3])
        }
        #expect(throws: StatisticsError.rankDeficient(columns: ["the inner groups"])) {
            try RandomInterceptModel(y, on: six, groups: [1, 1, 2, 2, 3, 3], within: [1, 1, 2, 2, 3, 3])
        }
        #expect(throws: StatisticsError.unequalLengths(6, 2)) { try RandomInterceptModel(y, on: six, groups: [1, 2]) }
        #expect(throws: StatisticsError.noSpread) {
            try RandomInterceptModel([4, 4, 4, 4, 4, 4], on: six, groups: [1, 1, 2, 2, 3, 3])
        }
        #expect(throws: StatisticsError.noSpread) {
            try RandomInterceptModel([1, 1, 2, 2, 5, 5], on: six, groups: [1, 1, 2, 2, 3, 3])
        }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) {
            try RandomInterceptModel([1], on: Design(intercept: 1), groups: [1])
        }
    }

    @Test("whatever the groups, there is a finite answer or a reason") func anything() throws {
        var random = SeededNumbers(seed: 88), fitted = 0
        for round in 0..<1500 {
            let count = Int.random(in: 1...30, using: &random), courses = Int.random(in: 1...4, using: &random)
            let people = (0..<count).map { _ in Int.random(in: 0..<max(2, count / 2), using: &random) }
            let y = people.map {
                (Double($0 % 7 * (round % 5)) / 4 + Double.random(in: 0...4, using: &random)).rounded()
            }
            var design = Design(intercept: count)
            try design.append("x", people.map { _ in Double(Int.random(in: 0...1, using: &random)) })
            do throws(StatisticsError) {
                let model = try RandomInterceptModel(y, on: design, groups: people.map { $0 % courses }, within: people)
                for line in model.coefficients {
                    #expect(line.estimate.isFinite && line.standardError > 0 && line.p.isFinite)
                    #expect(line.interval.upperBound.isFinite)
                }
                #expect(model.components.allSatisfy { $0.variance >= 0 } && model.residualVariance > 0)
                fitted += 1
            } catch {
                if case .notConverged = error { Issue.record("\(y) \(people) \(courses)") }
            }
        }
        #expect(fitted > 700, "\(fitted)")
    }

    @Test("intervals of a wave hold the truth 95 times of 100, and REML is without bias") func coverage() throws {
        var random = SeededNumbers(seed: 8)
        func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) } }
        let rounds = 600
        var held = 0, person = 0.0, course = 0.0
        for _ in 0..<rounds {
            var y: [Double] = [], wave: [Double] = [], groups: [Int] = [], people: [Int] = []
            for group in 0..<8 {
                let level = 0.5 * normal()
                for member in 0..<5 {
                    let own = level + 0.8 * normal()
                    for time in 0..<2 where time == 0 || Double.random(in: 0..<1, using: &random) < 0.7 {
                        y.append(own + Double(time) * 0.4 + 0.6 * normal())
                        wave.append(Double(time))
                        groups.append(group)
                        people.append(group * 5 + member)
                    }
                }
            }
            var design = Design(intercept: y.count)
            try design.append("wave", wave)
            let model = try RandomInterceptModel(y, on: design, groups: groups, within: people)
            if model.coefficients[1].interval.contains(0.4) { held += 1 }
            course += model.components[0].variance / Double(rounds)
            person += model.components[1].variance / Double(rounds)
        }
        let coverage = Double(held) / Double(rounds)
        #expect(coverage > 0.925 && coverage < 0.975, "\(coverage)")
        #expect(abs(person - 0.64) < 0.04, "\(person)")
        // Cut off at 0, the course variance is a little too large on average.
        #expect(course > 0.22 && course < 0.32, "\(course)")
    }
}

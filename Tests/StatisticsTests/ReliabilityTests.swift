import Statistics
import Testing

@Suite("Reliability, clusters and further distributions") struct ReliabilityTests {
    @Test("alpha agrees with psych::alpha and Feldt's interval") func alpha() throws {
        for row in try ReferenceTable("reliability.csv", separator: ";").rows {
            let answers = row[0].split(separator: "|").map { numbers(String($0)) }
            let result = try CronbachAlpha(answers)
            for (value, column) in [
                (result.alpha, 1), (result.interval.lowerBound, 2), (result.interval.upperBound, 3),
            ] {
                #expect(agree(value, Double(row[column]) ?? .nan, relative: 1e-9), "\(column)")
            }
            for (values, column) in [(result.ifDeleted, 4), (result.itemRest, 5)] {
                for (value, cell) in zip(values, row[column].split(separator: " ")) {
                    guard let expected = Double(cell) else {
                        #expect(value == nil)
                        continue
                    }
                    #expect(agree(value ?? .nan, expected, relative: 1e-9, floor: 1e-12), "\(cell)")
                }
            }
            #expect(result.contradicting == result.itemRest.indices.filter { (result.itemRest[$0] ?? 0) < 0 })
            #expect(result.isNegative == row[1].hasPrefix("-"))
        }
    }

    @Test("an item that runs against the others is named") func contradicting() throws {
        let answers = (0..<30).map { person -> [Double] in
            let level = Double(person % 6), noise = Double(person * 7 % 4) / 2
            return [level, level + noise, 7 - level, level + Double(person % 2)]
        }
        #expect(try CronbachAlpha(answers).contradicting == [2])
    }

    @Test("omega agrees with factanal; an item without an error of its own has none") func omega() throws {
        for row in try ReferenceTable("omega.csv", separator: ";").rows {
            let answers = row[0].split(separator: "|").map { numbers(String($0)) }
            guard let expected = Double(row[1]) else {
                #expect(throws: StatisticsError.improperSolution) { try Omega(answers) }
                continue
            }
            let found = try Omega(answers)
            #expect(agree(found.omega, expected, relative: 2e-4), "\(expected) \(found.omega)")
            for (value, known) in zip(found.uniquenesses, numbers(row[2])) { #expect(abs(value - known) < 1e-3) }
            // Reading items the other way round turns all loadings, not omega.
            let turned = try Omega(answers.map { $0.map { 7 - $0 } })
            #expect(agree(turned.omega, found.omega, relative: 1e-9))
        }
        #expect(throws: StatisticsError.tooFew(needed: 3, given: 2)) { try Omega([[1, 2], [2, 3], [3, 5]]) }
        #expect(throws: StatisticsError.tooFew(needed: 4, given: 3)) {
            try Omega([[1, 2, 3], [2, 3, 1], [3, 5, 2]])
        }
        #expect(throws: StatisticsError.noSpread) {
            try Omega([[1, 2, 3], [2, 3, 3], [3, 5, 3], [1, 5, 3]])
        }
    }

    @Test("alpha without spread, people or items is refused") func degenerateAlpha() {
        #expect(throws: StatisticsError.noSpread) { try CronbachAlpha([[1, 2], [1, 2], [1, 2]]) }
        #expect(throws: StatisticsError.noSpread) { try CronbachAlpha([[0.1, 0.2], [0.2, 0.1]]) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try CronbachAlpha([[1], [2]]) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try CronbachAlpha([[1, 2]]) }
        #expect(throws: StatisticsError.unequalLengths(2, 1)) { try CronbachAlpha([[1, 2], [1]]) }
    }

    @Test("clustered means agree with clubSandwich, wild p with enumeration in R") func clusters() throws {
        for row in try ReferenceTable("clusters.csv", separator: ";").rows {
            let groups = row[0].split(separator: "|").map { numbers(String($0)) }
            let known = row[1...].compactMap(Double.init)
            let result = try ClusteredMean(groups)
            let actual = [
                result.mean, result.standardError, result.degreesOfFreedom, result.p, result.interval.lowerBound,
                result.interval.upperBound,
            ]
            for (value, expected) in zip(actual, known) {
                #expect(agree(value, expected, relative: 1e-8), "\(actual) \(known)")
            }
            #expect(try WildClusterTest(groups).p == known[6])
        }
    }

    @Test("groups of one give the plain paired t") func singletons() throws {
        let values = [1.0, 2.5, -0.5, 3, 1.25, 0]
        let clustered = try ClusteredMean(values.map { [$0] })
        let plain = try PairedT(from: values.map { _ in 0 }, to: values)
        #expect(agree(clustered.standardError, plain.standardDeviation / 6.0.squareRoot(), relative: 1e-12))
        #expect(agree(clustered.degreesOfFreedom, 5, relative: 1e-12))
        #expect(agree(clustered.p, plain.p, relative: 1e-10))
    }

    @Test("too few or equal groups are refused") func degenerateClusters() {
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try ClusteredMean([[1, 2], []]) }
        #expect(throws: StatisticsError.noSpread) { try ClusteredMean([[1, 1], [1]]) }
        #expect(throws: StatisticsError.noSpread) { try WildClusterTest([[1, -1], [0]]) }
        #expect(throws: StatisticsError.self) { try WildClusterTest(Array(repeating: [1.0], count: 17)) }
    }

    @Test("further distributions agree with R") func tails() throws {
        for row in try ReferenceTable("tails.csv").rows {
            let n = row.dropFirst().compactMap(Double.init)
            let (a, b, x, expected) = (n[0], n[1], n[2], n[3])
            let value: Double
            switch row[0] {
            case "f_cdf": value = try FisherF(numerator: a, denominator: b).cdf(x)
            case "f_upper": value = try FisherF(numerator: a, denominator: b).upperTail(x)
            case "f_quantile": value = try FisherF(numerator: a, denominator: b).quantile(x)
            case "chi_cdf": value = try ChiSquared(degreesOfFreedom: a).cdf(x)
            case "chi_upper": value = try ChiSquared(degreesOfFreedom: a).upperTail(x)
            case "chi_quantile": value = try ChiSquared(degreesOfFreedom: a).quantile(x)
            case "gamma_cdf": value = try Gamma(shape: a).cdf(x)
            case "gamma_upper": value = try Gamma(shape: a).upperTail(x)
            case "gamma_quantile": value = try Gamma(shape: a).quantile(x)
            case "poisson_cdf": value = try Poisson(mean: a).cdf(Int(x))
            case "poisson_upper": value = try Poisson(mean: a).upperTail(Int(x))
            case "negbin_cdf": value = try NegativeBinomial(size: a, mean: b).cdf(Int(x))
            case "negbin_upper": value = try NegativeBinomial(size: a, mean: b).upperTail(Int(x))
            case "factor": value = try smallSampleFactor(degreesOfFreedom: a)
            default: Issue.record("\(row[0]) has no test"); continue
            }
            // R's own functions are good for about 12 digits.
            #expect(agree(value, expected, relative: 1e-11), "\(row): \(value)")
        }
    }
}

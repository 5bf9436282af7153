import Statistics
import Testing

@Suite("Reliable change and groups") struct ChangeTests {
    @Test("reliable change agrees with its formula in R") func reliable() throws {
        let samples = try referenceSamples()
        for row in try ReferenceTable("reliable_change.csv").rows {
            let sample = try #require(samples[row[0]])
            let n = row[1...7].compactMap(Double.init)
            let found = try ReliableChange(from: sample.from, to: sample.to, reliability: n[0], maximum: n[1])
            #expect(agree(found.standardErrorOfMeasurement, n[2], relative: 1e-9))
            #expect(agree(found.standardErrorOfDifference, n[3], relative: 1e-9))
            #expect([found.improved, found.worse, found.atCeiling ?? -1].map(Double.init) == Array(n[4...6]), "\(row)")
            #expect(found.improved + found.worse + found.unchanged == sample.from.count)
            for (index, expected) in zip(found.indices, numbers(row[8])) {
                #expect(agree(index, expected, relative: 1e-9, floor: 1e-12))
            }
        }
    }

    @Test("what cannot be reliable is refused") func unreliable() {
        let from = [1.0, 2, 3], to = [2.0, 2, 5]
        for reliability in [1, 1.2, -0.3, Double.nan] {
            #expect(throws: StatisticsError.self) { try ReliableChange(from: from, to: to, reliability: reliability) }
        }
        #expect(throws: StatisticsError.noSpread) {
            try ReliableChange(from: [0.1, 0.1], to: [1, 2], reliability: 0.8)
        }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) {
            try ReliableChange(from: [1], to: [2], reliability: 0.8)
        }
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) {
            try ReliableChange(from: [], to: [], reliability: 0.8)
        }
    }

    @Test("exchanging the waves exchanges improved and worse, given one spread") func exchanged() throws {
        let from = [3.0, 5, 6, 2, 8, 9, 1, 4], to = [5.0, 4, 9, 2, 3, 9, 7, 6]
        let one = try ReliableChange(from: from, to: to, reliability: 0.8, spread: 2)
        let other = try ReliableChange(from: to, to: from, reliability: 0.8, spread: 2)
        #expect(one.improved == other.worse && one.worse == other.improved && one.atCeiling == nil)
    }

    @Test("correlation is Pearson's") func pearson() throws {
        for (name, sample) in try referenceSamples() where sample.from.count > 1 {
            guard let r = try? correlation(sample.from, sample.to) else { continue }
            #expect((-1...1).contains(r), "\(name)")
            #expect(agree(r, try correlation(sample.to, sample.from.map { 3 * $0 - 7 }), relative: 1e-9, floor: 1e-11))
        }
        #expect(throws: StatisticsError.noSpread) { try correlation([0.3, 0.3, 0.3], [1, 2, 3]) }
        #expect(throws: StatisticsError.unequalLengths(1, 2)) { try correlation([1], [1, 2]) }
    }

    @Test("the intraclass correlation agrees with R's analysis of variance") func intraclass() throws {
        for row in try ReferenceTable("intraclass.csv", separator: ";").rows {
            let found = try IntraclassCorrelation(row[0].split(separator: "|").map { numbers(String($0)) })
            let actual: [Double?] = [
                Double(found.clusters), Double(found.people), found.meanSize, found.sizeVariation,
                found.betweenMeanSquare, found.withinMeanSquare, found.f, found.p, found.icc, found.designEffect,
            ]
            for (value, cell) in zip(actual, row[1...]) {
                guard let expected = Double(cell) else {
                    #expect(value == nil, "\(row[1...])")
                    continue
                }
                #expect(agree(value ?? .nan, expected, relative: 1e-8, floor: 1e-13), "\(row[1...]) \(actual)")
            }
        }
    }

    @Test("groups that cannot be compared are refused") func groups() {
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try IntraclassCorrelation([[1, 2], []]) }
        #expect(throws: StatisticsError.tooFew(needed: 3, given: 2)) { try IntraclassCorrelation([[1], [2]]) }
        #expect(throws: StatisticsError.noSpread) { try IntraclassCorrelation([[0.1, 0.1], [0.1]]) }
    }
}

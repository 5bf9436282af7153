import Statistics
import Testing

@Suite("Proportions") struct ProportionTests {
    @Test("agree with R") func reference() throws {
        for row in try ReferenceTable("proportions.csv").rows {
            let x = try #require(Int(row[1])), n = try #require(Int(row[2]))
            let expected = (try #require(Double(row[3])), try #require(Double(row[4])))
            let actual: (Double, Double)
            switch row[0] {
            case "wilson":
                let interval = try wilsonInterval(successes: x, trials: n)
                actual = (interval.lowerBound, interval.upperBound)
            case "clopper":
                let interval = try clopperPearsonInterval(successes: x, trials: n)
                actual = (interval.lowerBound, interval.upperBound)
            default:
                let test = try McNemar(gained: x, lost: n)
                actual = (test.p, test.midP)
            }
            #expect(agree(actual.0, expected.0, relative: 1e-10), "\(row)")
            #expect(agree(actual.1, expected.1, relative: 1e-10), "\(row)")
        }
    }

    @Test("differences and McNemar's other forms agree with R and with Newcombe's examples") func differences() throws {
        for row in try ReferenceTable("differences.csv").rows {
            let n = numbers(row[1]).map { Int($0) }
            let actual: [Double?]
            switch row[0] {
            case "independent":
                let found = try ProportionDifference(
                    successes: n[0],
                    trials: n[1],
                    laterSuccesses: n[2],
                    laterTrials: n[3]
                )
                actual = [found.difference, found.interval.lowerBound, found.interval.upperBound]
            case "paired":
                let found = try PairedProportions(both: n[0], gained: n[1], lost: n[2], neither: n[3])
                actual = [found.difference, found.interval.lowerBound, found.interval.upperBound]
            default:
                let test = try McNemar(gained: n[0], lost: n[1])
                let odds = try test.oddsRatioInterval()
                actual = [
                    test.chiSquared, test.chiSquaredP, test.correctedChiSquared, test.correctedP, test.oddsRatio,
                    odds?.lower, odds?.upper,
                ]
            }
            let expected = row[2].split(separator: " ").map { Double($0) }
            #expect(actual.count == expected.count)
            for (value, known) in zip(actual, expected) {
                #expect(
                    known == nil ? value == nil : agree(value ?? .nan, known ?? 0, relative: 1e-10, floor: 1e-14),
                    "\(row) \(actual)"
                )
            }
        }
    }

    @Test(
        "exchanging before and after mirrors the difference",
        arguments: [(3, 9, 12, 2), (0, 5, 1, 7), (30, 2, 8, 11)]
    )
    func mirroredDifference(_ n: (both: Int, gained: Int, lost: Int, neither: Int)) throws {
        let one = try PairedProportions(both: n.both, gained: n.gained, lost: n.lost, neither: n.neither)
        let other = try PairedProportions(both: n.both, gained: n.lost, lost: n.gained, neither: n.neither)
        #expect(agree(one.interval.lowerBound, -other.interval.upperBound, relative: 1e-12, floor: 1e-14))
        #expect(one.interval.contains(one.difference))
    }

    @Test("without people, or with impossible counts, there is no difference") func noDifference() {
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) {
            try PairedProportions(both: 0, gained: 0, lost: 0, neither: 0)
        }
        #expect(throws: StatisticsError.self) { try PairedProportions(both: 3, gained: -1, lost: 0, neither: 0) }
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) {
            try ProportionDifference(successes: 1, trials: 2, laterSuccesses: 0, laterTrials: 0)
        }
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) { try SignTest(positive: 0, negative: 0) }
    }

    @Test("intervals enclose the share and reach the ends exactly", arguments: 1...25)
    func enclosure(_ trials: Int) throws {
        for successes in 0...trials {
            let wilson = try wilsonInterval(successes: successes, trials: trials)
            let exact = try clopperPearsonInterval(successes: successes, trials: trials)
            #expect(wilson.contains(Double(successes) / Double(trials)))
            #expect(exact.contains(Double(successes) / Double(trials)))
            #expect((wilson.lowerBound == 0) == (successes == 0))
            #expect((wilson.upperBound == 1) == (successes == trials))
        }
    }

    @Test("failures mirror successes") func mirror() throws {
        let some = try wilsonInterval(successes: 7, trials: 31), rest = try wilsonInterval(successes: 24, trials: 31)
        #expect(agree(some.lowerBound, 1 - rest.upperBound, relative: 1e-13))
        #expect(try McNemar(gained: 3, lost: 9).p == McNemar(gained: 9, lost: 3).p)
    }

    @Test("no one changed: p is 1") func unchanged() throws {
        let test = try McNemar(gained: 0, lost: 0)
        #expect(test.p == 1 && test.midP == 1 && test.oddsRatio == nil && test.chiSquared == nil)
        #expect(try test.oddsRatioInterval() == nil)
    }

    @Test("impossible counts are refused") func refusals() {
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) { try wilsonInterval(successes: 0, trials: 0) }
        #expect(throws: StatisticsError.self) { try wilsonInterval(successes: 4, trials: 3) }
        #expect(throws: StatisticsError.self) { try clopperPearsonInterval(successes: -1, trials: 3) }
        #expect(throws: StatisticsError.self) { try McNemar(gained: -1, lost: 3) }
    }

    @Test("adjusted p values agree with p.adjust") func multiplicity() throws {
        for row in try ReferenceTable("multiplicity.csv").rows {
            let columns = row.map { $0.split(separator: " ").map { Double($0) } }
            for (actual, expected) in zip(Multiplicity.holm(columns[0]), columns[1]) {
                #expect(actual == nil ? expected == nil : agree(actual ?? 0, expected ?? -1, relative: 1e-12))
            }
            for (actual, expected) in zip(Multiplicity.benjaminiHochberg(columns[0]), columns[2]) {
                #expect(actual == nil ? expected == nil : agree(actual ?? 0, expected ?? -1, relative: 1e-12))
            }
        }
        #expect(Multiplicity.holm([nil, nil]) == [nil, nil])
        #expect(Multiplicity.holm([]).isEmpty)
    }
}

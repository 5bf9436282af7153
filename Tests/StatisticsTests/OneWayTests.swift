import Statistics
import Testing

@Suite("One-way variance components") struct OneWayTests {
    @Test("agree with lme4 by REML, zero variance and Dyestuff included") func reference() throws {
        for row in try ReferenceTable("one_way.csv", separator: ";").rows {
            let groups = row[0].split(separator: "|").map { numbers(String($0)) }
            let known = row[1...].compactMap(Double.init)
            let found = try OneWayComponents(groups)
            let actual = [found.mean, found.between, found.within, found.intraclassCorrelation, found.designEffect]
            for (value, expected) in zip(actual, known) {
                #expect(agree(value, expected, relative: 2e-6, floor: 1e-9), "\(actual) \(known)")
            }
            if known[1] == 0 { #expect(found.between == 0 && found.designEffect == 1) }
        }
    }

    @Test("balanced groups have the closed form of the analysis of variance") func balanced() throws {
        let groups = [[1.0, 2, 3, 5], [4, 6, 7, 8], [9, 10, 8, 12]]
        let found = try OneWayComponents(groups)
        let within = try groups.map { try Moments($0).variance ?? 0 }.reduce(0, +) / 3
        let means = try groups.map { try Moments($0).mean }
        let between = (try Moments(means).variance ?? 0) - within / 4
        #expect(agree(found.within, within, relative: 1e-6))
        #expect(agree(found.between, between, relative: 1e-6))
        #expect(found.meanSize == 4 && found.sizeVariation == 0)
    }

    @Test("shifting values or naming groups in another order changes nothing") func invariance() throws {
        let groups = [[1.0, 2, 3], [4, 6], [9, 10, 8, 12]]
        let plain = try OneWayComponents(groups)
        let moved = try OneWayComponents(groups.reversed().map { $0.map { 3 * $0 - 1000 } })
        #expect(agree(plain.intraclassCorrelation, moved.intraclassCorrelation, relative: 1e-6))
        #expect(agree(plain.between * 9, moved.between, relative: 1e-6))
    }

    @Test("one group, single members and constants are refused; no spread within gives 1") func edges() throws {
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try OneWayComponents([[1, 2], []]) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try OneWayComponents([[1], [2], [3]]) }
        #expect(throws: StatisticsError.noSpread) { try OneWayComponents([[2, 2], [2, 2]]) }
        #expect(try OneWayComponents([[1, 1], [3, 3], [2, 2]]).intraclassCorrelation == 1)
    }
}

import Statistics
import Testing

@Suite("Moments") struct MomentsTests {
    @Test("keeps NIST's digits") func nist() throws {
        // NIST StRD, univariate: NumAcc3 and NumAcc4 have mean c + 0.2 and standard deviation 0.1 exactly.
        for (base, digits) in [(1_000_000.0, 1e-8), (10_000_000.0, 1e-7)] {
            let values = [base + 0.2] + (0..<1000).map { base + ($0 % 2 == 0 ? 0.1 : 0.3) }
            let moments = try Moments(values)
            #expect(agree(moments.mean, base + 0.2, relative: 1e-15))
            #expect(agree(try #require(moments.standardDeviation), 0.1, relative: digits))
        }
        // NIST StRD NumAcc1: 10000001, 10000003, 10000002.
        let first = try Moments([10_000_001, 10_000_003, 10_000_002])
        #expect(first.mean == 10_000_002)
        #expect(first.standardDeviation == 1)
    }

    @Test("a single value has no variance") func single() throws {
        let moments = try Moments([4.5])
        #expect(moments.mean == 4.5)
        #expect(moments.variance == nil)
    }

    @Test("empty and infinite samples are refused") func refusals() {
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) { try Moments([Double]()) }
        #expect(throws: StatisticsError.notFinite) { try Moments([1, .nan]) }
        #expect(throws: StatisticsError.notFinite) {
            try Moments([Double.greatestFiniteMagnitude, .greatestFiniteMagnitude])
        }
    }

    @Test("small terms survive beside large ones") func compensation() {
        #expect(compensatedSum([1, 1e100, 1, -1e100]) == 2)
    }

    @Test("decimals that people see as equal are equal") func decimals() {
        #expect(Differences.decimal(from: -0.2, to: 0.8) == Differences.decimal(from: 0, to: 1))
        #expect(Differences.decimal(from: 0.3, to: 0.1 + 0.2) == 0)
        #expect(Differences.decimal(from: 1e300, to: -1e300) == -2e300)
        #expect(Differences.decimal(from: 0.30000000000000004, to: 0.3).sign == .plus)
    }
}

import Testing

@testable import Statistics

@Suite("Sign flips") struct SignFlipTests {
    @Test("whole courses agree with R's count of all patterns") func groups() throws {
        for row in try ReferenceTable("sign_flip_groups.csv", separator: ";").rows {
            let groups = row[0].split(separator: "|").map { numbers(String($0)) }
            let test = try SignFlipTest(groups: groups)
            #expect(test.method == .exact && test.flips == nil && test.units == groups.count)
            #expect(agree(test.p, Double(row[1]) ?? .nan, relative: 1e-12), "\(row[1]): \(test.p)")
            #expect(test.p >= test.smallestP)
        }
    }

    @Test("halves count what listing every pattern counts", arguments: 1...12)
    func halves(_ count: Int) throws {
        var random = SeededNumbers(seed: UInt64(count))
        let changes = (0..<count).map { _ in Double.random(in: -1...2, using: &random) }
        let seen = abs(changes.reduce(0, +))
        let reached = (0..<(1 << count)).count { pattern in
            let sum = changes.enumerated().reduce(0.0) { $0 + ((pattern >> $1.offset) & 1 == 0 ? 1 : -1) * $1.element }
            return abs(sum) >= seen - 1e-12
        }
        #expect(try SignFlipHalves(changes).tail == Double(reached) / Double(1 << count))
    }

    @Test("a lattice gives what counting patterns gives") func lattice() throws {
        let changes = [1.5, -0.5, 2, 2, 1, -1, 0.5, 3, -2, 1, 1, 0.5]
        let lattice = try #require(SignFlipLattice(changes)).tail
        #expect(agree(lattice, try SignFlipHalves(changes).tail, relative: 1e-13))
    }

    @Test("drawing agrees with counting within its error") func monteCarlo() throws {
        var random = SeededNumbers(seed: 5)
        for count in [9, 64, 200] {
            let changes = (0..<count).map { _ in Double(Int.random(in: -3...4, using: &random)) }
            let exact = try SignFlipTest(differences: changes)
            let drawn = try SignFlipTest(differences: changes, flips: 200_000, method: .monteCarlo)
            #expect(exact.method == .exact && drawn.method == .monteCarlo && drawn.flips == 200_000)
            // Five standard errors of a share of 200,000.
            #expect(abs(exact.p - drawn.p) < 5 * (exact.p * (1 - exact.p) / 200_000).squareRoot() + 1e-5)
        }
    }

    @Test("drawn p is never 0, exact p as small as it is") func far() throws {
        let changes = (1...200).map { Double($0 % 5 + 1) }
        #expect(try SignFlipTest(differences: changes, flips: 999, method: .monteCarlo).p == 0.001)
        #expect(agree(try SignFlipTest(differences: changes).p, 0x1p-199, relative: 1e-12))
        #expect(try SignFlipTest(differences: (0..<2000).map { _ in 1 }).p > 0)
    }

    @Test("signs turned, the order changed or the unit stretched leave p") func invariance() throws {
        var random = SeededNumbers(seed: 6)
        for count in [3, 14, 30, 90] {
            let changes = (0..<count).map { _ in Double.random(in: -1...1.4, using: &random) }
            let p = try SignFlipTest(differences: changes, flips: 5000).p
            #expect(try SignFlipTest(differences: changes.map { -$0 }, flips: 5000).p == p || count > 30)
            #expect(try SignFlipTest(differences: changes.reversed(), flips: 5000).p == p)
            if count <= 30 { #expect(try SignFlipTest(differences: changes.map { 4 * $0 }).p == p) }
        }
    }

    @Test("the seed decides every draw, the number of threads none") func determinism() throws {
        let changes = (0..<70).map { Double(($0 * 37) % 23) / 7.3 - 1.3 }
        let draws = try SignFlipDraws(changes)
        let together = draws.reached(flips: 50_000, seed: 9)
        #expect(together == draws.reached(flips: 50_000, seed: 9))
        #expect(together != draws.reached(flips: 50_000, seed: 10))
    }

    @Test("changes without any size, or none at all, have no test") func degenerate() throws {
        #expect(throws: StatisticsError.noSpread) { try SignFlipTest(differences: [0, 0, 1e-13]) }
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) { try SignFlipTest(differences: []) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try SignFlipTest(groups: [[1, 2], []]) }
        #expect(throws: StatisticsError.noSpread) { try SignFlipTest(groups: [[1, -1], [0]]) }
        #expect(throws: StatisticsError.notFinite) { try SignFlipTest(differences: [1, .nan]) }
        #expect(try SignFlipTest(differences: [3]).p == 1)
    }
}

@Suite("Improved on some or all") struct ItemImprovementTests {
    private static let table: [[Double?]] = [
        [1, 0, 2], [1, nil, 1], [-1, 1, 0], [0, 0, 0], [-1, -2, -1], [nil, nil, nil], [2, 1, 1],
        [0.1 + 0.2 - 0.3, 0, nil],
    ]

    @Test("every denominator is counted by hand") func counts() throws {
        let found = try ItemImprovement(changes: Self.table)
        #expect(found.items == 3 && found.answered == 7 && found.complete == 5)
        #expect(found.improvedOnSome == 4 && found.improvedOnAllAnswered == 2 && found.improvedOnAll == 1)
        #expect(found.netUp == 3 && found.worsenedOnSome == 2 && found.unchangedOnAll == 2)
        // Rose or fell only: four people, one both ways: 1 + 4/2 expected.
        #expect(found.chance.expected == 3 && agree(found.chance.share, 3.0 / 7, relative: 1e-15))
        // P(Bin(4, 1/2) >= 3).
        #expect(agree(found.chance.p, 5.0 / 16, relative: 1e-14))
        #expect(found.chance.range == 1...5)
    }

    @Test("the benchmark is the law of turning whole people round") func law() throws {
        let found = try ItemImprovement(changes: Self.table)
        var counts: [Int] = []
        for pattern in 0..<(1 << Self.table.count) {
            let turned = Self.table.enumerated().map { place, row in
                row.map { $0.map { (pattern >> place) & 1 == 0 ? $0 : -$0 } }
            }
            counts.append(try ItemImprovement(changes: turned).improvedOnSome)
        }
        let mean = Double(counts.reduce(0, +)) / Double(counts.count)
        #expect(agree(mean, found.chance.expected, relative: 1e-13))
        let reached = Double(counts.count { $0 >= found.improvedOnSome }) / Double(counts.count)
        #expect(agree(reached, found.chance.p, relative: 1e-13))
    }

    @Test("the source documents' 62 of 89") func surrey() throws {
        let rows: [[Double?]] = (0..<89).map { $0 < 62 ? [1, 0] : [0, 0] }
        let interval = try ItemImprovement(changes: rows).improvedInterval
        #expect(abs(interval.lowerBound - 0.594) < 1e-3 && abs(interval.upperBound - 0.782) < 1e-3)
    }

    @Test("no answers in both waves leave nothing to count") func nothing() {
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) { try ItemImprovement(changes: [[nil], [nil]]) }
        #expect(throws: StatisticsError.unequalLengths(2, 1)) { try ItemImprovement(changes: [[1, 2], [1]]) }
        #expect(throws: StatisticsError.notFinite) { try ItemImprovement(changes: [[.infinity]]) }
    }
}

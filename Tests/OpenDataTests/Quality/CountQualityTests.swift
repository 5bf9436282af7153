import OpenData
import Programme
import Testing

@Suite struct CountQualityTests {
    /// Rows and anti-social behaviour of the fifteen files in the project's data, October 2018 to February 2019.
    private static let published: [String: [(rows: Int, incidents: Int)]] = [
        "staffordshire": [(10938, 3160), (9959, 2677), (8429, 2462), (9728, 2449), (8914, 2616)],
        "surrey": [(8241, 1894), (7858, 1629), (7483, 1566), (7897, 1537), (7621, 1539)],
        "thames-valley": [(16338, 2054), (15995, 1852), (14345, 1748), (14993, 1879), (13498, 1243)],
    ]

    private func months(_ forces: [String: [(rows: Int, incidents: Int)?]], unallocated: Int = 0) throws
        -> [PublishedMonth]
    {
        let first = try #require(Month("2018-10"))
        return forces.flatMap { force, months in
            months.enumerated().compactMap { index, month in
                month.map {
                    PublishedMonth(
                        force: force,
                        month: first.adding(index),
                        rows: $0.rows,
                        incidents: $0.incidents,
                        unallocated: unallocated
                    )
                }
            }
        }
    }

    private func said(_ quality: CountQuality) -> [String] {
        quality.findings.map { "\($0.force) \($0.month) \($0.kind.rawValue)" }
    }

    @Test("Thames Valley in February 2019 is named, by its share and by its change") func namesARealChange() throws {
        let quality = CountQuality(try months(Self.published))
        #expect(
            said(quality) == [
                "staffordshire 2019-01 asb_share", "thames-valley 2019-02 asb_change",
                "thames-valley 2019-02 asb_share",
            ]
        )
        #expect(
            quality.findings.map(\.text)[1].hasPrefix(
                "Anti-social behaviour fell by 34 % on the month before (1879 to 1243 rows), while the middle force rose by 0.1 % (robust z -16.7)"
            )
        )
    }

    @Test("the order in which forces and months come does not matter") func order() throws {
        let months = try months(Self.published)
        #expect(CountQuality(months) == CountQuality(months.reversed()))
    }

    @Test("months without a file are gaps, up to the last that anybody has") func gaps() throws {
        let month = (rows: 100, incidents: 10)
        let quality = CountQuality(
            try months(["a": [month, nil, month, nil], "b": [nil, month, month, month]])
        )
        #expect(said(quality) == ["a 2018-11 gap", "a 2019-01 gap"])
    }

    @Test("a month with less than three fifths of the usual rows is partial", arguments: [(599, true), (600, false)])
    func partial(_ rows: Int, _ isPartial: Bool) throws {
        let usual = (rows: 1000, incidents: 100)
        let quality = CountQuality(try months(["a": [usual, usual, usual, (rows, rows / 10)]]))
        #expect(said(quality) == (isPartial ? ["a 2019-01 partial"] : []))
    }

    @Test("two forces cannot say which of them changed") func needsThreeForces() throws {
        let two = Self.published.filter { $0.key != "surrey" }
        #expect(!said(CountQuality(try months(two))).contains { $0.hasSuffix("asb_change") })
    }

    @Test("many rows without a place and the transport police are named") func otherFindings() throws {
        let months = try months(["a": [(100, 40)], "btp": [(50, 10)]], unallocated: 3)
        let quality = CountQuality(months)
        #expect(said(quality) == ["a 2018-10 unallocated", "btp 2018-10 transport_police"])
        #expect(quality.findings[0].text.hasPrefix("3 of 40 rows of anti-social behaviour (8 %) have no LSOA"))
    }

    @Test("nothing stands out of nothing") func nothing() { #expect(CountQuality([]).findings.isEmpty) }
}

@Suite struct RobustScoresTests {
    /// Reference values: `robust.R` beside this file.
    @Test(arguments: [
        ([1.0, 2, 3, 4, 100], [-1.349, -0.6745, 0, 0.6745, 65.4265]),
        ([0.2889, 0.2688, 0.2921, 0.2517, 0.2935], [0, -2.947_271_74, 0.469_217_39, -5.454_652_17, 0.674_5]),
        ([5, 5, 5, 5, 10], [0, 0, 0, 0, 3.989_423_4]),
        ([2, 2, 2], [0, 0, 0]),
        ([7], [0]),
    ]) func agreesWithR(_ values: [Double], _ scores: [Double]) {
        for (found, expected) in zip(RobustScores.of(values), scores) { #expect(abs(found - expected) < 1e-6) }
        #expect(RobustScores.of(values).count == scores.count)
    }
}

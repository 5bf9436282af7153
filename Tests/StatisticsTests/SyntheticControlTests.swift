import Statistics
import Testing

@Suite("Synthetic control") struct SyntheticControlTests {
    @Test("agrees with trying every set of donors", arguments: ["mixed", "inside", "outside"])
    func reference(_ name: String) throws {
        let expected = try KnownValues("synthetic.csv", of: name)
        let rows = try ReferenceTable("synthetic_data.csv").rows.filter { $0[0] == name }
        let columns = try (2..<9).map { place in try rows.map { try #require(Double($0[place])) } }
        let control = try SyntheticControl(treated: columns[0], donors: Array(columns[1...]), monthsBefore: 24)
        for (place, weight) in control.weights.enumerated() { try expected.check("weight\(place + 1)", weight, 1e-8) }
        try expected.check("before", control.errorBefore, 1e-9)
        try expected.check("after", control.errorAfter, 1e-9)
        try expected.check("gap", control.meanGapAfter, 1e-9)
        for placebo in control.placebos {
            try expected.check("placebo\(placebo.donor + 1)", try #require(placebo.ratio), 1e-8)
        }
        try expected.check("p", try #require(control.p), 1e-12)
        #expect(control.leavingOut.map(\.donor) == control.weights.indices.filter { control.weights[$0] > 0 })
        for left in control.leavingOut { try expected.check("without\(left.donor + 1)", left.meanGapAfter, 1e-8) }
        #expect(control.violation <= 1e-8 && control.hasUniqueWeights && control.fitsPoorly == (name == "outside"))
    }

    @Test("the weights satisfy the conditions of an optimum whatever the donors") func conditions() throws {
        var random = SeededNumbers(seed: 21)
        for round in 0..<200 {
            let months = Int.random(in: 2...30, using: &random), count = Int.random(in: 1...40, using: &random)
            let level = round % 3 == 0 ? 1e6 : 1.0
            func values() -> [Double] { (0..<months).map { _ in level + .random(in: 0...9, using: &random) } }
            var donors = (0..<count).map { _ in values() }
            if round % 5 == 0 { donors.append(donors[0]) }
            let fit = try SimplexLeastSquares(values(), donors: donors)
            #expect(fit.weights.allSatisfy { $0 >= 0 } && abs(fit.weights.reduce(0, +) - 1) < 1e-12)
            #expect(fit.violation <= 1e-8)
            if round % 5 == 0, fit.weights[0] + (fit.weights.last ?? 0) > 0 { #expect(!fit.isUnique) }
        }
    }

    @Test("a donor that is the treated area itself fits it without error") func perfect() throws {
        let values = [3.0, 4, 6, 5, 7], other = [9.0, 8, 9, 9, 9]
        let control = try SyntheticControl(treated: values, donors: [other, values], monthsBefore: 3)
        #expect(
            control.weights == [0, 1] && control.errorBefore == 0 && control.ratio == nil && control.meanGapAfter == 0
        )
        #expect(control.p == 1.0 / 3)
    }

    @Test("one donor has no placebo; too few months are refused") func edges() throws {
        let control = try SyntheticControl(treated: [1, 2, 3], donors: [[2, 2, 2]], monthsBefore: 2)
        #expect(control.p == nil && control.placebos.isEmpty && control.weights == [1])
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) {
            try SyntheticControl(treated: [1, 2], donors: [[1, 2]], monthsBefore: 1)
        }
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) {
            try SyntheticControl(treated: [1, 2, 3], donors: [], monthsBefore: 2)
        }
    }
}

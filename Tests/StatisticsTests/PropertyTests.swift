import Statistics
import Testing

/// What must hold for any sample, tried on all those that are compared with R.
@Suite("Properties of paired statistics") struct PropertyTests {
    private static func samples() throws -> [(name: String, from: [Double], to: [Double])] {
        try referenceSamples().filter { $0.value.from.count >= 3 && $0.value.from.count <= 1000 }
            .map { ($0.key, $0.value.from, $0.value.to) }.sorted { $0.0 < $1.0 }
    }

    /// Every number of a sample that does not depend on the unit of the scores, and those that do.
    private static func split(_ numbers: [String: Double]) -> (pure: [String: Double], scaled: [String: Double]) {
        let inUnits = [
            "mean", "sd", "t_low", "t_high", "hl", "hl_low", "hl_high", "hl_kept", "hl_kept_low", "hl_kept_high",
        ]
        return (numbers.filter { !inUnits.contains($0.key) }, numbers.filter { inUnits.contains($0.key) })
    }

    @Test("the order of the people does not matter") func order() throws {
        var random = SeededNumbers(seed: 51)
        for sample in try Self.samples() {
            let plain = PairedReferenceTests.numbers(sample.from, sample.to)
            let places = sample.from.indices.shuffled(using: &random)
            let mixed = PairedReferenceTests.numbers(places.map { sample.from[$0] }, places.map { sample.to[$0] })
            #expect(plain.keys == mixed.keys)
            for (what, value) in plain where what != "p_flip" || sample.from.count <= 30 {
                // Seven further digits are lost where the scores are far from zero and the changes small.
                #expect(agree(mixed[what] ?? .nan, value, relative: 1e-8, floor: 1e-9), "\(sample.name) \(what)")
            }
        }
    }

    @Test("a scale moved and stretched by 4 moves and stretches what is in its unit and nothing else") func affine()
        throws
    {
        for sample in try Self.samples() where sample.name != "offset" {
            let plain = Self.split(PairedReferenceTests.numbers(sample.from, sample.to))
            let moved = Self.split(
                PairedReferenceTests.numbers(sample.from.map { 4 * $0 + 8 }, sample.to.map { 4 * $0 + 8 })
            )
            for (what, value) in plain.pure {
                // The drawn p depends on no more than the order of the changes' sizes.
                #expect(agree(moved.pure[what] ?? .nan, value, relative: 1e-7, floor: 1e-9), "\(sample.name) \(what)")
            }
            for (what, value) in plain.scaled {
                #expect(
                    agree(moved.scaled[what] ?? .nan, 4 * value, relative: 1e-7, floor: 1e-8),
                    "\(sample.name) \(what)"
                )
            }
        }
    }

    @Test("exchanging the waves turns signs and ends and leaves every p") func exchanged() throws {
        let turned = [
            "mean", "t", "d_z", "g_z", "d_av", "cumming", "cousineau", "lakens", "d_rm", "rank_biserial", "hl",
            "hl_kept",
        ]
        let pairs = [
            ("t_low", "t_high"), ("g_z_low", "g_z_high"), ("bonett_low", "bonett_high"), ("hl_low", "hl_high"),
            ("rank_biserial_low", "rank_biserial_high"), ("improved", "worse"),
        ]
        for sample in try Self.samples() {
            let forward = PairedReferenceTests.numbers(sample.from, sample.to)
            let back = PairedReferenceTests.numbers(sample.to, sample.from)
            func same(_ one: String, _ other: String, sign: Double) {
                guard let value = forward[one] else { return #expect(back[other] == nil) }
                #expect(agree(back[other] ?? .nan, sign * value, relative: 1e-9, floor: 1e-11), "\(sample.name) \(one)")
            }
            for what in turned { same(what, what, sign: -1) }
            for what in ["p_t", "p_wilcoxon", "p_pratt", "p_sign", "sd", "df", "hl_level"] { same(what, what, sign: 1) }
            for (low, high) in pairs { same(low, high, sign: low == "improved" ? 1 : -1) }
        }
    }

    @Test("every p lies in 0...1, every interval around its estimate") func bounds() throws {
        for sample in try Self.samples() {
            let numbers = PairedReferenceTests.numbers(sample.from, sample.to)
            for (what, value) in numbers where what.hasPrefix("p_") { #expect((0...1).contains(value), "\(what)") }
            #expect(numbers.values.allSatisfy { $0.isFinite }, "\(sample.name)")
            for (what, interval) in [
                ("mean", "t"), ("g_z", "g_z"), ("d_av", "bonett"), ("hl", "hl"), ("rank_biserial", "rank_biserial"),
            ] {
                guard let value = numbers[what], let low = numbers["\(interval)_low"],
                    let high = numbers["\(interval)_high"]
                else { continue }
                #expect(low <= value && value <= high, "\(sample.name) \(what)")
            }
            if let p = numbers["p_flip"] { #expect(p > 0) }
        }
    }

    @Test("alpha does not care for the order of items or people, nor for the unit") func alpha() throws {
        let answers = (0..<40).map { (person: Int) -> [Double] in
            (0..<5).map { (item: Int) -> Double in Double((person * (7 + item)) % 6 + person % 4) }
        }
        let plain = try CronbachAlpha(answers)
        let moved = try CronbachAlpha(answers.reversed().map { row in row.reversed().map { 3 * $0 - 2 } })
        #expect(agree(plain.alpha, moved.alpha, relative: 1e-11))
        for (one, other) in zip(plain.itemRest, moved.itemRest.reversed()) {
            #expect(agree(one ?? .nan, other ?? .nan, relative: 1e-9))
        }
        for (one, other) in zip(plain.ifDeleted, moved.ifDeleted.reversed()) {
            #expect(agree(one ?? .nan, other ?? .nan, relative: 1e-9))
        }
    }
}

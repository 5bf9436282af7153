import Foundation
import Records
import Testing

@Suite struct StoredInstantTests {
    @Test(
        "is UTC to the millisecond",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1_780_000_000.5, "2026-05-28T20:26:40.500Z"),
            (-0.001, "1969-12-31T23:59:59.999Z"),
            (951_782_399.999, "2000-02-28T23:59:59.999Z"), (1_780_000_000.0004, "2026-05-28T20:26:40.000Z"),
        ]
    )
    func text(_ seconds: Double, _ text: String) {
        #expect(StoredInstant.text(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test("a stored text is the same after reading and writing it 5000 times over the centuries")
    func comesBack() throws {
        var chance = SplitMix(state: 5)
        for _ in 0..<5000 {
            let milliseconds = Int.random(in: -2_000_000_000_000...20_000_000_000_000, using: &chance)
            let text = StoredInstant.text(Date(timeIntervalSince1970: Double(milliseconds) / 1000))
            let read = try #require(StoredInstant.date(text))
            #expect(StoredInstant.text(read) == text)
            #expect(Int((read.timeIntervalSince1970 * 1000).rounded()) == milliseconds)
        }
    }

    @Test func ordersAsTextAsInTime() {
        var chance = SplitMix(state: 6)
        let seconds = (0..<500).map { _ in Double.random(in: 0...4e9, using: &chance) }.sorted()
        let texts = seconds.map { StoredInstant.text(Date(timeIntervalSince1970: $0)) }
        #expect(texts == texts.sorted())
    }

    @Test(
        "reads nothing else",
        arguments: [
            "", "2026-05-28", "2026-05-28T20:26:40Z", "2026-05-28 20:26:40.500Z", "2026-02-30T20:26:40.500Z",
            "2026-05-28T20:26:40.500+", "2026-05-28T20:26:40,500Z",
        ]
    )
    func refuses(_ text: String) { #expect(StoredInstant.date(text) == nil) }
}

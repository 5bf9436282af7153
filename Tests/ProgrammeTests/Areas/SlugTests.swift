import Programme
import Testing

@Suite struct SlugTests {
    @Test(arguments: [
        ("Milton Keynes", "milton-keynes"), ("Chiltern & South Bucks", "chiltern-and-south-bucks"),
        ("Stoke-on-Trent", "stoke-on-trent"), ("  King's  Lynn ", "kings-lynn"), ("Ynys Môn 2", "ynys-m-n-2"),
    ]) func isDerivedFromAName(_ name: String, _ slug: String) {
        #expect(Slug<PolicingArea>(naming: name)?.rawValue == slug)
    }

    @Test(arguments: ["", "-a", "a-", "a--b", "A", "a b", "é", String(repeating: "a", count: 65)])
    func refusesWhatIsNone(_ text: String) { #expect(Slug<PolicingArea>(rawValue: text) == nil) }

    @Test func hasNoneForANameWithoutLetters() { #expect(Slug<PolicingArea>(naming: "—") == nil) }
}

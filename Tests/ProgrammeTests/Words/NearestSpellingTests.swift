import Programme
import Testing

@Suite struct NearestSpellingTests {
    private static let areas = [
        "Milton Keynes", "Oxford", "Cherwell", "High Wycombe", "Slough", "West Berkshire", "Reading",
    ]

    @Test(
        "finds the name that was meant",
        arguments: [
            ("Milton Keyns", "Milton Keynes"), ("oxfrod", "Oxford"), ("OXFORD", "Oxford"), ("Chrwell", "Cherwell"),
            ("wycombe", "High Wycombe"), ("Slow", nil), ("Berkshire", "West Berkshire"), ("Redaing", "Reading"),
            ("Birmingham", nil), ("x", nil), ("", nil),
        ]
    )
    func finds(_ word: String, _ name: String?) { #expect(NearestSpelling.of(word, among: Self.areas) == name) }

    @Test func asksAQuestionOrSaysNothing() {
        #expect(NearestSpelling.suggestion(for: "oxfrod", among: Self.areas) == " Did you mean \"Oxford\"?")
        #expect(NearestSpelling.suggestion(for: "Birmingham", among: Self.areas) == "")
        #expect(NearestSpelling.of("anything", among: []) == nil)
    }

    @Test("agrees with the textbook's recurrence on 3000 random pairs")
    func agreesWithRecurrence() {
        var chance = SplitMix(state: 3)
        func word() -> String {
            String((0..<Int.random(in: 1...7, using: &chance)).map { _ in "abc".randomElement(using: &chance) ?? "a" })
        }
        for _ in 0..<3000 {
            let (one, other) = (word(), word())
            let limit = max(one.count, other.count) / 3
            let isNear = Self.distance(Array(one), Array(other)) <= limit || (one.count >= 3 && other.contains(one))
            #expect((NearestSpelling.of(one, among: [other]) == other) == isNear, "\(one) \(other)")
        }
    }

    /// Optimal string alignment as recursively defined: L. Boytsov, ACM JEA 16 (2011), section 2.2.1.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard let a = left.last, let b = right.last else { return left.count + right.count }
        let (shorterLeft, shorterRight) = (Array(left.dropLast()), Array(right.dropLast()))
        if a == b { return distance(shorterLeft, shorterRight) }
        var best =
            1
            + min(
                distance(shorterLeft, right),
                distance(left, shorterRight),
                distance(shorterLeft, shorterRight)
            )
        if left.count > 1, right.count > 1, a == right[right.count - 2], b == left[left.count - 2] {
            best = min(best, 1 + distance(Array(left.dropLast(2)), Array(right.dropLast(2))))
        }
        return best
    }
}

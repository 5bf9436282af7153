/// Numbers in sentences.
enum NumberWords {
    private static let cardinals = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]

    /// `three`, and digits from 11.
    static func count(_ number: Int) -> String {
        cardinals.indices.contains(number) ? cardinals[number] : grouped(number)
    }

    /// `first`, and `11th` and so on beyond ten.
    static func position(_ number: Int) -> String {
        guard !ordinals.indices.contains(number - 1) else { return ordinals[number - 1] }
        let suffix =
            switch (number % 10, number % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return "\(number)\(suffix)"
    }

    /// `1 place`, `2 places`.
    static func many(_ number: Int, _ one: String, _ several: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? one : several ?? one + "s")"
    }

    /// `12,345`.
    static func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var parts: [String] = []
        while digits.count > 3 {
            parts.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "−" : "") + ([digits] + parts).joined(separator: ",")
    }

    /// `a, b and c`.
    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

/// The order in which people list codes: A2 before A10.
enum NaturalOrder {
    /// Whether `left` comes before `right`; runs of digits compare as numbers, ties by plain order.
    static func precedes(_ left: String, _ right: String) -> Bool {
        let (first, second) = (chunks(left), chunks(right))
        for (a, b) in zip(first, second) where a != b {
            switch (a, b) {
            case (.number(let x), .number(let y)):
                return x.count == y.count ? x < y : x.count < y.count
            case (.text(let x), .text(let y)): return x < y
            case (.number, .text): return true
            case (.text, .number): return false
            }
        }
        return first.count == second.count ? left < right : first.count < second.count
    }

    private enum Chunk: Equatable { case text(String), number(String) }

    private static func chunks(_ word: String) -> [Chunk] {
        var result: [Chunk] = []
        var rest = Substring(word)
        while let first = rest.first {
            let isDigit = first.isASCII && first.isWholeNumber
            let run = rest.prefix { ($0.isASCII && $0.isWholeNumber) == isDigit }
            let digits = run.drop { $0 == "0" }
            result.append(isDigit ? .number(digits.isEmpty ? "0" : String(digits)) : .text(String(run)))
            rest = rest.dropFirst(run.count)
        }
        return result
    }
}

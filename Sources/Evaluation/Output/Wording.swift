/// Numbers and counts as words of a plain English sentence.
public enum Wording {
    /// A number with so many decimals and commas between thousands: `45,090`, `-0.35`. Zero never carries a sign.
    public static func number(_ value: Double, decimals: Int = 0) -> String {
        guard value.isFinite, decimals >= 0, decimals <= 10 else { return "\(value)" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (abs(value) * scale).rounded()
        guard scaled < 1e15 else { return "\(value)" }
        let digits = String(Int(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = grouped(String(padded.dropLast(decimals)))
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return sign + whole + (decimals > 0 ? "." + padded.suffix(decimals) : "")
    }

    /// A whole number with commas between thousands.
    public static func count(_ value: Int) -> String { (value < 0 ? "-" : "") + grouped(String(value.magnitude)) }

    /// A count and its noun: `1 person`, `45 people`, `no people`.
    public static func count(_ value: Int, _ one: String, _ many: String) -> String {
        value == 1 ? "1 \(one)" : "\(value == 0 ? "no" : count(value)) \(many)"
    }

    /// A share as a percentage with about two telling digits: `0.054 %`, `0.67 %`, `5.1 %`, `16 %`, and
    /// `under 0.001 %` rather than a zero that is none.
    public static func percent(_ share: Double) -> String {
        let percent = abs(share * 100)
        let decimals = percent >= 9.95 ? 0 : percent >= 0.995 ? 1 : percent >= 0.0995 ? 2 : 3
        let text = number(share * 100, decimals: decimals)
        guard text.contains(".") else { return text + " %" }
        if percent > 0, percent < 0.0005 { return "under 0.001 %" }
        let zeros = text.reversed().prefix { $0 == "0" }.count
        let trimmed = text.dropLast(zeros)
        return (trimmed.hasSuffix(".") ? trimmed.dropLast() : trimmed) + " %"
    }

    /// A p value that is never printed as zero: `p = 0.03`, `p < 0.0001`.
    public static func p(_ value: Double) -> String {
        value < 0.0001 ? "p < 0.0001" : "p = " + number(value, decimals: value < 0.001 ? 4 : value < 0.1 ? 3 : 2)
    }

    /// A p value under a heading that says so: `0.03`, `< 0.0001`.
    public static func bareP(_ value: Double) -> String {
        let words = p(value).dropFirst(2)
        return String(words.hasPrefix("= ") ? words.dropFirst(2) : words)
    }

    /// A change with its sign: `+1.20`, `-0.35`, `0.00`.
    public static func signed(_ value: Double, decimals: Int = 2) -> String {
        let text = number(value, decimals: decimals)
        return text.contains { ("1"..."9").contains($0) } && value > 0 ? "+" + text : text
    }

    /// A list in a sentence: `a`, `a and b`, `a, b and c`.
    public static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func grouped(_ digits: String) -> String {
        var text = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}

import Glibc

extension CountQuality {
    /// `12 %`, or `0.4 %` below one.
    static func percent(_ share: Double) -> String {
        let tenths = (share * 1000).rounded()
        return abs(tenths) < 10 && tenths != 0 ? "\(tenths / 10) %" : "\(Int((share * 100).rounded())) %"
    }

    /// `fell by 34 %`, `rose by 5 %` or `did not change`.
    static func changed(_ share: Double) -> String {
        let text = percent(abs(share))
        return text == "0 %" ? "did not change" : "\(share < 0 ? "fell" : "rose") by \(text)"
    }

    /// One decimal.
    static func score(_ score: Double) -> String { "\((score * 10).rounded() / 10)" }

    static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}

/// The natural logarithm and its inverse.
enum Logarithm {
    static func of(_ value: Double) -> Double { log(value) }
    static func inverse(_ value: Double) -> Double { exp(value) }
}

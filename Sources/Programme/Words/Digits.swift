/// Numbers as fixed-width digits, without a locale.
enum Digits {
    /// `value` with leading zeros up to `width` characters; a wider number stays whole.
    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Digits {
    /// `value` in upper-case hexadecimal with at least `width` digits, as Unicode code points are written.
    static func hexadecimal(_ value: UInt32, _ width: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

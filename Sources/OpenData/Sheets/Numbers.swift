/// Reads numbers as people and programs write them in sheets.
enum Numbers {
    /// A finite decimal number with a point: digits, sign and exponent only, so that `nan`, `inf` and `0x1p3` are none.
    static func decimal(_ text: String) -> Double? {
        let allowed = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
        }
        guard allowed, let number = Double(text), number.isFinite else { return nil }
        return number
    }

    /// A whole number of 0 or more; `12.0` counts as whole, because statistics programs write it so.
    static func count(_ text: String) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        if parts.count == 2, !parts[1].utf8.allSatisfy({ $0 == 0x30 }) { return nil }
        return Int(whole)
    }
}

/// The year of a price as sources write it.
public enum PriceYear {
    /// The text when it is a calendar year (`2003`) or a financial year (`2011/12`); nil for anything else.
    public static func reading(_ text: String) -> String? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts[0].count == 4, parts.allSatisfy(isDigits), let year = Int(parts[0]) else { return nil }
        guard parts.count == 1 || (parts.count == 2 && Int(parts[1]) == (year + 1) % 100 && parts[1].count == 2) else {
            return nil
        }
        return text
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

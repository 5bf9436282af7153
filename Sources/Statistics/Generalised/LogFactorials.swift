import CSpecialFunctions

/// ln k! from a table for the small counts that are most of any panel.
enum LogFactorials {
    private static let table: [Double] = (0..<256).map { cg_log_gamma(Double($0) + 1) }

    static func of(_ count: Double) -> Double {
        guard let whole = Int(exactly: count), table.indices.contains(whole) else { return cg_log_gamma(count + 1) }
        return table[whole]
    }
}

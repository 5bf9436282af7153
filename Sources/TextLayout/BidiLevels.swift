import CICU

/// Embedding levels by the Unicode bidirectional algorithm (UAX 9), computed by ICU.
enum BidiLevels {
    /// A level for each UTF-16 unit of a paragraph.
    static func levels(of units: [UInt16], direction: TextDirection) -> [UInt8] {
        var levels = [UInt8](repeating: 0, count: units.count)
        guard direction == .rightToLeft || units.contains(where: mayRunRightToLeft) else { return levels }
        guard cg_bidi_levels(units, Int32(units.count), direction.level, &levels) != 0 else {
            return [UInt8](repeating: 0, count: units.count)
        }
        return levels
    }

    /// Positions in the order of the eye from left to right (rule L2) for things with these levels.
    static func visualOrder(of levels: [UInt8]) -> [Int] {
        guard levels.contains(where: { $0 > 0 }) else { return Array(levels.indices) }
        var order = [Int32](repeating: 0, count: levels.count)
        cg_bidi_reorder_visually(levels, Int32(levels.count), &order)
        return order.map(Int.init)
    }

    /// Hebrew begins at U+0590; surrogates may stand for Adlam and others.
    private static func mayRunRightToLeft(_ unit: UInt16) -> Bool {
        (0x0590...0x08FF).contains(unit) || (0xD800...0xDFFF).contains(unit) || (0xFB1D...0xFEFF).contains(unit)
            || (0x200F...0x202E).contains(unit)
    }
}

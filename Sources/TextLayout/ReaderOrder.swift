import CICU

/// In which order poppler (`pdftotext`, and most viewers on Linux) gives back the characters of a line.
///
/// It sorts them from left to right, then turns each stretch of right-to-left letters around. It knows the directions of
/// Unicode 4.0 in the first plane alone, takes every sign that may stand in a number for one that ends such a stretch, and
/// leaves marks and brackets at its left end outside. Source: poppler 22.12, `TextOutputDev.cc`, `reorderText`, and
/// `UnicodeTypeTable.cc`.
enum ReaderOrder {
    /// What poppler takes a character for.
    enum Kind { case left, right, number, neutral }

    static let rightToLeftMark: Unicode.Scalar = "\u{200F}"

    static func kind(of scalar: Unicode.Scalar) -> Kind {
        if scalar.value < 0x0590 { return latin(scalar) }
        guard scalar.value <= 0xFFFF, let age = scalar.properties.age, (age.major, age.minor) <= (4, 0) else {
            return .neutral
        }
        switch cg_bidi_class(scalar.value) {
        case 0: return .left
        case 1, 13: return .right
        case 2...6: return .number
        default: return .neutral
        }
    }

    private static func latin(_ scalar: Unicode.Scalar) -> Kind {
        switch cg_bidi_class(scalar.value) {
        case 0: .left
        case 2...6: .number
        default: .neutral
        }
    }

    /// What comes out of characters that stand in this order from left to right, as positions in `kinds`.
    static func read(_ kinds: [Kind]) -> [Int] {
        var result: [Int] = []
        var index = 0
        while index < kinds.count {
            while index < kinds.count, kinds[index] != .right {
                result.append(index)
                index += 1
            }
            let start = index
            while index < kinds.count, kinds[index] != .left, kinds[index] != .number { index += 1 }
            result += (start..<index).reversed()
        }
        return result
    }

    /// An order from left to right out of which a text comes as it is, as positions in `kinds`; nil when there is none.
    static func arrange(_ kinds: [Kind], leadingStaysLeft: Bool) -> [Int]? {
        var order: [Int] = []
        var index = 0
        while index < kinds.count {
            while index < kinds.count, kinds[index] == .left || kinds[index] == .number {
                order.append(index)
                index += 1
            }
            var start = index
            while index < kinds.count, kinds[index] != .left, kinds[index] != .number { index += 1 }
            guard kinds[start..<index].contains(.right) else {
                order += start..<index
                continue
            }
            while leadingStaysLeft, kinds[start] != .right {
                order.append(start)
                start += 1
            }
            order += (start..<index).reversed()
        }
        return read(order.map { kinds[$0] }).map { order[$0] } == Array(kinds.indices) ? order : nil
    }
}

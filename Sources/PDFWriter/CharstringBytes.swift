/// The body of a Type 2 charstring in the making: relative steps, joined under as few operators as the format allows.
///
/// Source: Adobe Technical Note 5177, "The Type 2 Charstring Format", 16 March 2000, chapter 4.
struct CharstringBytes {
    private enum Operator: UInt8 {
        case vmoveto = 4, rlineto = 5, hlineto = 6, vlineto = 7, rrcurveto = 8, rmoveto = 21, hmoveto = 22
        case vvcurveto = 26, hhcurveto = 27, vhcurveto = 30, hvcurveto = 31
    }

    /// The direction an alternating operator expects next.
    private enum Direction { case across, upward }

    private(set) var bytes: [UInt8] = []
    private var waiting: [Int] = []
    private var pending: Operator?
    private var expected: Direction?

    /// Operands an interpreter must be able to hold.
    private static let limit = 48

    /// Steps to the beginning of the next contour.
    mutating func move(_ dx: Int, _ dy: Int) {
        flush()
        bytes.append(move: dx, dy)
    }

    mutating func line(_ dx: Int, _ dy: Int) {
        guard dx != 0, dy != 0 else {
            guard dx != 0 || dy != 0 else { return }
            let direction: Direction = dy == 0 ? .across : .upward
            let begins: Operator = dy == 0 ? .hlineto : .vlineto
            let continues = (pending == .hlineto || pending == .vlineto) && expected == direction
            add([dy == 0 ? dx : dy], to: begins, continues: continues)
            expected = direction == .across ? .upward : .across
            return
        }
        add([dx, dy], to: .rlineto, continues: pending == .rlineto)
    }

    mutating func curve(_ dx1: Int, _ dy1: Int, _ dx2: Int, _ dy2: Int, _ dx3: Int, _ dy3: Int) {
        let alternates = pending == .hvcurveto || pending == .vhcurveto
        switch (dx1 == 0, dy1 == 0, dx3 == 0, dy3 == 0) {
        case (_, true, true, _):
            add([dx1, dx2, dy2, dy3], to: .hvcurveto, continues: alternates && expected == .across)
            expected = .upward
        case (true, _, _, true):
            add([dy1, dx2, dy2, dx3], to: .vhcurveto, continues: alternates && expected == .upward)
            expected = .across
        case (_, true, _, true): add([dx1, dx2, dy2, dx3], to: .hhcurveto, continues: pending == .hhcurveto)
        case (true, _, true, _): add([dy1, dx2, dy2, dy3], to: .vvcurveto, continues: pending == .vvcurveto)
        case (_, true, _, _):
            add([dx1, dx2, dy2, dy3, dx3], to: .hvcurveto, continues: alternates && expected == .across)
            flush()
        case (true, _, _, _):
            add([dy1, dx2, dy2, dx3, dy3], to: .vhcurveto, continues: alternates && expected == .upward)
            flush()
        case (_, _, _, true): add([dy1, dx1, dx2, dy2, dx3], to: .hhcurveto, continues: false)
        case (_, _, true, _): add([dx1, dy1, dx2, dy2, dy3], to: .vvcurveto, continues: false)
        default: add([dx1, dy1, dx2, dy2, dx3, dy3], to: .rrcurveto, continues: pending == .rrcurveto)
        }
    }

    /// Writes what waits to be joined.
    mutating func flush() {
        guard let pending else { return }
        for number in waiting { bytes.append(operand: number) }
        bytes.append(pending.rawValue)
        waiting.removeAll(keepingCapacity: true)
        self.pending = nil
        expected = nil
    }

    private mutating func add(_ numbers: [Int], to begins: Operator, continues: Bool) {
        if !continues || waiting.count + numbers.count > Self.limit {
            flush()
            pending = begins
        }
        waiting += numbers
    }
}

extension [UInt8] {
    /// Adds a number as charstrings and CFF dictionaries spell it (Technical Notes 5177, 3.2, and 5176, table 3).
    mutating func append(operand number: Int) {
        switch number {
        case -107...107: append(UInt8(number + 139))
        case 108...1131:
            append(UInt8((number - 108) >> 8 + 247))
            append(UInt8((number - 108) & 255))
        case -1131 ... -108:
            append(UInt8((-number - 108) >> 8 + 251))
            append(UInt8((-number - 108) & 255))
        default:
            append(28)
            append(bigEndian: Int16(clamping: number))
        }
    }

    /// Adds a move with the shortest of its three operators.
    mutating func append(move dx: Int, _ dy: Int) {
        if dy == 0 {
            append(operand: dx)
            append(22)
        } else if dx == 0 {
            append(operand: dy)
            append(4)
        } else {
            append(operand: dx)
            append(operand: dy)
            append(21)
        }
    }
}

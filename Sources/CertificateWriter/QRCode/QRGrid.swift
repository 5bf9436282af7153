/// Modules of a QR code, a row in a word, the leftmost module in the lowest bit; a dark module is 1.
struct QRGrid: Hashable, Sendable {
    let side: Int
    var rows: [UInt64]

    init(side: Int) {
        self.side = side
        rows = [UInt64](repeating: 0, count: side)
    }

    subscript(row: Int, column: Int) -> Bool {
        get { rows[row] >> UInt64(column) & 1 == 1 }
        set {
            let bit: UInt64 = 1 << UInt64(column)
            if newValue { rows[row] |= bit } else { rows[row] &= ~bit }
        }
    }

    /// The grid with the modules turned over that are dark in another.
    func turned(by mask: QRGrid) -> QRGrid {
        var result = self
        for row in 0..<side { result.rows[row] ^= mask.rows[row] }
        return result
    }

    /// The grid with rows and columns exchanged.
    var transposed: QRGrid {
        var result = QRGrid(side: side)
        for (row, word) in rows.enumerated() {
            var rest = word
            while rest != 0 {
                result.rows[rest.trailingZeroBitCount] |= 1 << UInt64(row)
                rest &= rest - 1
            }
        }
        return result
    }
}

/// What is the same in every QR code of a version: finder, alignment and timing patterns, and the order of the data modules.
///
/// Source: ISO/IEC 18004:2015, 6.3 and 7.7.3.
struct QRFrame: Sendable {
    let version: QRVersion
    /// The patterns.
    private(set) var patterns: QRGrid
    /// Where no data goes.
    private(set) var reserved: QRGrid
    /// The places of the data bits, in order.
    private(set) var path: [(row: Int, column: Int)] = []

    /// A frame for each version, made once.
    static let all = QRVersion.all.map(QRFrame.init)

    private init(_ version: QRVersion) {
        self.version = version
        patterns = QRGrid(side: version.side)
        reserved = QRGrid(side: version.side)
        let last = version.side - 1
        for (row, column) in [(3, 3), (3, last - 3), (last - 3, 3)] { drawFinder(row, column) }
        for row in version.alignment {
            for column in version.alignment where !isFinder(row, column) {
                drawSquares(row, column, radius: 2) { $0 != 1 }
            }
        }
        for place in 8..<(version.side - 8) {
            set(6, place, place % 2 == 0)
            set(place, 6, place % 2 == 0)
        }
        for place in 0...8 {
            reserved[8, place] = true
            reserved[place, 8] = true
        }
        for place in (last - 7)...last {
            reserved[8, place] = true
            reserved[place, 8] = true
        }
        set(last - 7, 8, true)
        if version.number >= 7 { drawVersion() }
        findPath()
    }

    private func isFinder(_ row: Int, _ column: Int) -> Bool {
        let last = version.side - 7
        return (row == 6 && (column == 6 || column == last)) || (row == last && column == 6)
    }

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        patterns[row, column] = isDark
        reserved[row, column] = true
    }

    private mutating func drawFinder(_ row: Int, _ column: Int) {
        drawSquares(row, column, radius: 4) { $0 < 2 || $0 == 3 }
    }

    /// Squares around a centre, dark where `isDark` says so for their distance.
    private mutating func drawSquares(_ row: Int, _ column: Int, radius: Int, isDark: (Int) -> Bool) {
        for y in max(0, row - radius)...min(version.side - 1, row + radius) {
            for x in max(0, column - radius)...min(version.side - 1, column + radius) {
                set(y, x, isDark(max(abs(y - row), abs(x - column))))
            }
        }
    }

    /// The version's number with its twelve check bits (generator 1F25), twice.
    private mutating func drawVersion() {
        var remainder = version.number << 12
        for shift in stride(from: 5, through: 0, by: -1) where remainder >> (shift + 12) & 1 == 1 {
            remainder ^= 0x1F25 << shift
        }
        let bits = version.number << 12 | remainder
        for index in 0..<18 {
            let isDark = bits >> index & 1 == 1
            set(index / 3, version.side - 11 + index % 3, isDark)
            set(version.side - 11 + index % 3, index / 3, isDark)
        }
    }

    /// Two columns at a time from the right, up and down by turns, the vertical timing pattern left out.
    private mutating func findPath() {
        var right = version.side - 1
        var goesUp = true
        while right > 0 {
            if right == 6 { right -= 1 }
            for step in 0..<version.side {
                let row = goesUp ? version.side - 1 - step : step
                for column in [right, right - 1] where !reserved[row, column] { path.append((row, column)) }
            }
            goesUp.toggle()
            right -= 2
        }
    }
}

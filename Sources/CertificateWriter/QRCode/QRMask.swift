/// The eight masks and the choice among them.
///
/// Source: ISO/IEC 18004:2015, 7.8 and 7.9.
enum QRMask {
    /// Whether mask `number` turns a module over.
    static func turns(_ number: Int, _ row: Int, _ column: Int) -> Bool {
        switch number {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: (row * column % 3 + (row + column) % 2) % 2 == 0
        }
    }

    /// The modules that each mask turns over in each version, its format among them, and the same with rows and columns
    /// exchanged, so that a code need be exchanged but once for all masks.
    static let all: [[(rows: QRGrid, columns: QRGrid)]] = QRFrame.all.map { frame in
        (0..<8).map { number in
            var grid = QRGrid(side: frame.version.side)
            for place in frame.path where turns(number, place.row, place.column) {
                grid[place.row, place.column] = true
            }
            writeFormat(number, into: &grid)
            return (grid, grid.transposed)
        }
    }

    /// Level M and the mask's number with their ten check bits (generator 537), turned over by 5412, written twice.
    private static func writeFormat(_ number: Int, into grid: inout QRGrid) {
        var remainder = number << 10
        for shift in stride(from: 4, through: 0, by: -1) where remainder >> (shift + 10) & 1 == 1 {
            remainder ^= 0x537 << shift
        }
        let bits = (number << 10 | remainder) ^ 0x5412
        let last = grid.side - 1
        for index in 0..<15 {
            let isDark = bits >> index & 1 == 1
            grid[index < 6 ? index : index < 8 ? index + 1 : last - 14 + index, 8] = isDark
            grid[8, index < 8 ? last - index : index == 8 ? 7 : 14 - index] = isDark
        }
    }

    /// How hard a code is to read: long runs, 2 × 2 squares, look-alikes of the finder, an uneven share of dark modules; not
    /// counted to the end beyond `limit`. `columns` are the rows of the transposed grid.
    static func penalty(of grid: QRGrid, columns: QRGrid, limit: Int = .max) -> Int {
        var runs = [Int](repeating: 0, count: grid.side + 2)
        var penalty = 0
        for line in grid.rows { penalty += linePenalty(line, side: grid.side, runs: &runs) }
        guard penalty < limit else { return penalty }
        for line in columns.rows { penalty += linePenalty(line, side: grid.side, runs: &runs) }
        let pairs: UInt64 = (1 << UInt64(grid.side - 1)) - 1
        var dark = 0
        for (upper, lower) in zip(grid.rows, grid.rows.dropFirst()) {
            let alike = ~(upper ^ lower) & ~(upper ^ upper >> 1) & ~(lower ^ lower >> 1) & pairs
            penalty += 3 * alike.nonzeroBitCount
        }
        for row in grid.rows { dark += row.nonzeroBitCount }
        let area = grid.side * grid.side
        let percent = (200 * dark + area) / area / 2
        return penalty + abs(percent - 50) / 5 * 10
    }

    /// Runs of five and more; and what looks like a finder.
    ///
    /// A run of n ≥ 5 leaves n - 4 bits where five neighbours are equal, and costs n - 2.
    private static func linePenalty(_ line: UInt64, side: Int, runs: inout [Int]) -> Int {
        let equal = ~(line ^ line >> 1) & ((1 << UInt64(side - 1)) - 1)
        let long = equal & equal >> 1 & equal >> 2 & equal >> 3
        let penalty = long.nonzeroBitCount + 2 * (long & ~(long << 1)).nonzeroBitCount + 40 * finders(line)
        return mayHoldLargeFinder(line) ? penalty + largeFinderPenalty(line, side: side, runs: &runs) : penalty
    }

    /// How often the line has 1:1:3:1:1 in single modules, dark first, with four light modules or the edge on one side.
    private static func finders(_ line: UInt64) -> Int {
        // Four bits of light edge below; above, the sign fills with light edge.
        let dark = Int64(bitPattern: line << 4)
        let light = ~dark
        let core = dark & light >> 1 & dark >> 2 & dark >> 3 & dark >> 4 & light >> 5 & dark >> 6
        guard core != 0 else { return 0 }
        let before = light << 1 & light << 2 & light << 3 & light << 4
        let after = light >> 7 & light >> 8 & light >> 9 & light >> 10
        return (core & (light << 1) & light >> 7 & (before | after)).nonzeroBitCount
    }

    /// Whether a dark run of 6, 9 or 12 stands between light ones a third as long.
    private static func mayHoldLargeFinder(_ line: UInt64) -> Bool {
        let threeDark = line & line >> 1 & line >> 2
        let sixDark = threeDark & threeDark >> 3
        guard sixDark != 0 else { return false }
        let twoLight = ~line & ~line >> 1
        let (threeLight, fourLight) = (twoLight & twoLight >> 1, twoLight & twoLight >> 2)
        let (nineDark, twelveDark) = (sixDark & threeDark >> 6, sixDark & sixDark >> 6)
        let two = twoLight & sixDark >> 2 & twoLight >> 8
        let three = threeLight & nineDark >> 3 & threeLight >> 12
        let four = fourLight & twelveDark >> 4 & fourLight >> 16
        return two | three | four != 0
    }

    /// 1:1:3:1:1 in units of two modules and more, with four light units before or behind, or at the edge.
    private static func largeFinderPenalty(_ line: UInt64, side: Int, runs: inout [Int]) -> Int {
        var count = 0
        var place = 0
        if line & 1 == 1 {
            runs[0] = -1
            count = 1
        }
        while place < side {
            let rest = line >> UInt64(place)
            let length = min(rest & 1 == 1 ? (~rest).trailingZeroBitCount : rest.trailingZeroBitCount, side - place)
            runs[count] = length
            count += 1
            place += length
        }
        var penalty = 0
        for index in 0..<count {
            guard index % 2 == 1, index >= 3, index < count - 2, runs[index] % 3 == 0 else { continue }
            let unit = runs[index] / 3
            guard unit > 1, runs[index - 2] == unit, runs[index - 1] == unit, runs[index + 1] == unit,
                runs[index + 2] == unit
            else {
                continue
            }
            if index == 3 || runs[index - 3] >= 4 * unit {
                penalty += 40
            } else if index + 4 >= count || runs[index + 3] >= 4 * unit {
                penalty += 40
            }
        }
        return penalty
    }
}

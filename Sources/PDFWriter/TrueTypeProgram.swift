/// Writes a TrueType font program with just the tables a PDF needs (ISO 32000-1, 9.9: glyf, head, hhea, hmtx, loca, maxp).
///
/// Source: OpenType specification 1.9, chapters "glyf", "head", "hhea", "hmtx", "loca", "maxp".
struct TrueTypeProgram {
    var unitsPerEm: Int
    var ascent: Int
    var descent: Int
    private var glyf: [UInt8] = []
    private var loca: [Int] = [0]
    private var metrics: [UInt8] = []
    private var mostPoints = 0
    private var mostContours = 0
    private var widest = 0
    private(set) var bounds = (left: Int.max, bottom: Int.max, right: Int.min, top: Int.min)

    init(unitsPerEm: Int, ascent: Int, descent: Int) {
        (self.unitsPerEm, self.ascent, self.descent) = (unitsPerEm, ascent, descent)
    }

    /// Adds the next glyph.
    mutating func append(_ outline: GlyphContours, width: Int) {
        let left = outline.x.min() ?? 0
        metrics.append(bigEndian: UInt16(clamping: width))
        metrics.append(bigEndian: UInt16(bitPattern: left))
        widest = max(widest, width)
        if !outline.contourEnds.isEmpty { appendOutline(outline) }
        if glyf.count % 2 == 1 { glyf.append(0) }
        loca.append(glyf.count)
    }

    private mutating func appendOutline(_ outline: GlyphContours) {
        let (left, right) = (outline.x.min() ?? 0, outline.x.max() ?? 0)
        let (bottom, top) = (outline.y.min() ?? 0, outline.y.max() ?? 0)
        bounds = (
            min(bounds.left, Int(left)), min(bounds.bottom, Int(bottom)), max(bounds.right, Int(right)),
            max(bounds.top, Int(top))
        )
        mostPoints = max(mostPoints, outline.x.count)
        mostContours = max(mostContours, outline.contourEnds.count)
        glyf.append(bigEndian: UInt16(clamping: outline.contourEnds.count))
        for side in [left, bottom, right, top] { glyf.append(bigEndian: UInt16(bitPattern: side)) }
        for end in outline.contourEnds { glyf.append(bigEndian: end) }
        glyf.append(bigEndian: UInt16(0))
        appendPoints(outline)
    }

    private mutating func appendPoints(_ outline: GlyphContours) {
        var flags: [UInt8] = []
        var across: [UInt8] = []
        var upward: [UInt8] = []
        var (x, y) = (0, 0)
        for index in outline.x.indices {
            var flag: UInt8 = outline.onCurve[index] ? 1 : 0
            flag |= Self.step(from: x, to: Int(outline.x[index]), short: 2, same: 16, into: &across)
            flag |= Self.step(from: y, to: Int(outline.y[index]), short: 4, same: 32, into: &upward)
            if index == 0 { flag |= Self.overlaps }
            (x, y) = (Int(outline.x[index]), Int(outline.y[index]))
            flags.append(flag)
        }
        var index = 0
        while index < flags.count {
            var run = 1
            while index + run < flags.count, flags[index + run] == flags[index], run < 256 { run += 1 }
            if run > 2 {
                glyf += [flags[index] | 8, UInt8(run - 1)]
            } else {
                glyf += flags[index..<(index + run)]
            }
            index += run
        }
        glyf += across
        glyf += upward
    }

    /// When every program counts as made: the beginning of 2026, in seconds since 1904. The clock stays out of the bytes.
    private static let made: UInt64 = 3_850_070_400

    /// Marks may lie over letters, so that overlapping ink is not cut out.
    private static let overlaps: UInt8 = 0x40

    private static func step(from old: Int, to new: Int, short: UInt8, same: UInt8, into bytes: inout [UInt8]) -> UInt8
    {
        let change = new - old
        if change == 0 { return same }
        if abs(change) < 256 {
            bytes.append(UInt8(abs(change)))
            return change > 0 ? short | same : short
        }
        bytes.append(bigEndian: UInt16(bitPattern: Int16(clamping: change)))
        return 0
    }

    /// The finished program.
    consuming func bytes() -> [UInt8] {
        let count = loca.count - 1
        let usesShortOffsets = glyf.count < 0x20000
        var offsets: [UInt8] = []
        for offset in loca {
            if usesShortOffsets {
                offsets.append(bigEndian: UInt16(offset / 2))
            } else {
                offsets.append(bigEndian: UInt32(offset))
            }
        }
        if bounds.left > bounds.right { bounds = (0, 0, 0, 0) }
        let box = [bounds.left, bounds.bottom, bounds.right, bounds.top].map { UInt16(bitPattern: Int16(clamping: $0)) }
        var head: [UInt8] = []
        for value in [0x0001_0000, 0x0001_0000, 0, 0x5F0F_3CF5] as [UInt32] { head.append(bigEndian: value) }
        head.append(bigEndian: UInt16(3))
        head.append(bigEndian: UInt16(clamping: unitsPerEm))
        for _ in 0..<2 { head.append(bigEndian: Self.made) }
        for side in box { head.append(bigEndian: side) }
        for value in [0, 8, 2, usesShortOffsets ? 0 : 1, 0] as [UInt16] { head.append(bigEndian: value) }
        var hhea: [UInt8] = []
        hhea.append(bigEndian: UInt32(0x0001_0000))
        for value in [ascent, descent, 0] { hhea.append(bigEndian: UInt16(bitPattern: Int16(clamping: value))) }
        hhea.append(bigEndian: UInt16(clamping: widest))
        hhea += [UInt8](repeating: 0, count: 6)
        hhea.append(bigEndian: UInt16(1))
        hhea += [UInt8](repeating: 0, count: 14)
        hhea.append(bigEndian: UInt16(clamping: count))
        var maxp: [UInt8] = []
        maxp.append(bigEndian: UInt32(0x0001_0000))
        for value in [count, mostPoints, mostContours, 0, 0, 2] { maxp.append(bigEndian: UInt16(clamping: value)) }
        maxp += [UInt8](repeating: 0, count: 16)
        return Self.file([
            ("glyf", glyf), ("head", head), ("hhea", hhea), ("hmtx", metrics), ("loca", offsets), ("maxp", maxp),
        ])
    }

    private static func file(_ tables: [(tag: StaticString, bytes: [UInt8])]) -> [UInt8] {
        var directory: [UInt8] = []
        directory.append(bigEndian: UInt32(0x0001_0000))
        for value in [UInt16(tables.count), 64, 2, UInt16(tables.count * 16 - 64)] {
            directory.append(bigEndian: value)
        }
        var body: [UInt8] = []
        let start = 12 + 16 * tables.count
        for table in tables {
            table.tag.withUTF8Buffer { directory += $0 }
            var padded = table.bytes
            while padded.count % 4 > 0 { padded.append(0) }
            directory.append(bigEndian: checksum(padded))
            directory.append(bigEndian: UInt32(start + body.count))
            directory.append(bigEndian: UInt32(table.bytes.count))
            body += padded
        }
        var file = directory + body
        if let head = tables.firstIndex(where: { $0.tag.description == "head" }) {
            let adjustment = 0xB1B0_AFBA &- checksum(file)
            let offset = start + tables[..<head].reduce(0) { $0 + ($1.bytes.count + 3) / 4 * 4 } + 8
            for place in 0..<4 { file[offset + place] = UInt8(adjustment >> UInt32(24 - 8 * place) & 255) }
        }
        return file
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0
        for index in stride(from: 0, to: bytes.count - 3, by: 4) {
            sum &+=
                UInt32(bytes[index]) << 24 | UInt32(bytes[index + 1]) << 16 | UInt32(bytes[index + 2]) << 8
                | UInt32(bytes[index + 3])
        }
        return sum
    }
}

extension [UInt8] {
    /// Adds a number, its highest byte first.
    mutating func append<Number: FixedWidthInteger>(bigEndian number: Number) {
        for shift in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }
}

/// The map from codes to characters that a font carries for those who read its text (ISO 32000-1, 9.10.3).
enum UnicodeMap {
    private struct Run {
        var first: Int
        var count: Int
        var scalar: Unicode.Scalar
    }

    /// Entries a block may have.
    private static let limit = 100

    /// The map of the codes 1, 2, 3, … to `scalars`; codes of one byte or two.
    static func bytes(_ scalars: [Unicode.Scalar], isOneByte: Bool) -> [UInt8] {
        var map = PDFBytes(room: 512 + 16 * scalars.count)
        map.append("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def/CMapType 2 def\n")
        map.append("1 begincodespacerange\n")
        map.append(isOneByte ? "<00><FF>" : "<0000><FFFF>")
        map.append("\nendcodespacerange\n")
        let runs = runs(scalars)
        let single = runs.filter { $0.count == 1 }
        for start in stride(from: 0, to: single.count, by: limit) {
            let block = single[start..<min(start + limit, single.count)]
            map.append(block.count)
            map.append(" beginbfchar\n")
            for run in block { write(run, isOneByte: isOneByte, to: &map) }
            map.append("endbfchar\n")
        }
        let long = runs.filter { $0.count > 1 }
        for start in stride(from: 0, to: long.count, by: limit) {
            let block = long[start..<min(start + limit, long.count)]
            map.append(block.count)
            map.append(" beginbfrange\n")
            for run in block { write(run, isOneByte: isOneByte, to: &map) }
            map.append("endbfrange\n")
        }
        map.append("endcmap CMapName currentdict/CMap defineresource pop end end")
        return map.bytes
    }

    /// Neighbouring codes of neighbouring characters; only the last byte may differ within a run.
    private static func runs(_ scalars: [Unicode.Scalar]) -> [Run] {
        var runs: [Run] = []
        for (index, scalar) in scalars.enumerated() {
            let code = index + 1
            if let last = runs.last, scalar.value == last.scalar.value + UInt32(last.count), scalar.value < 0x1_0000,
                scalar.value & 0xFF != 0, code & 0xFF != 0
            {
                runs[runs.count - 1].count += 1
            } else {
                runs.append(Run(first: code, count: 1, scalar: scalar))
            }
        }
        return runs
    }

    private static func write(_ run: Run, isOneByte: Bool, to map: inout PDFBytes) {
        write(code: run.first, isOneByte: isOneByte, to: &map)
        if run.count > 1 { write(code: run.first + run.count - 1, isOneByte: isOneByte, to: &map) }
        map.append("<")
        for unit in Character(run.scalar).utf16 { map.append(hex: unit) }
        map.append(">\n")
    }

    private static func write(code: Int, isOneByte: Bool, to map: inout PDFBytes) {
        map.append("<")
        if isOneByte { map.append(hex: UInt8(clamping: code)) } else { map.append(hex: UInt16(clamping: code)) }
        map.append(">")
    }
}

/// A QR code at error correction level M, up to version 10 (311 capital letters or digits, or 213 bytes).
///
/// Source: ISO/IEC 18004:2015.
struct QRCode: Sendable {
    /// The modules, quiet zone left out.
    let grid: QRGrid

    /// The code of a text; nil when it is too long.
    init?(_ text: String) {
        guard let (version, data) = QRBits.encoding(Array(text.utf8)) else { return nil }
        let frame = QRFrame.all[version.number - 1]
        var plain = frame.patterns
        let codewords = Self.interleaved(data, version)
        for (index, place) in frame.path.enumerated() where index / 8 < codewords.count {
            if codewords[index / 8] >> UInt8(7 - index % 8) & 1 == 1 { plain[place.row, place.column] = true }
        }
        let columns = plain.transposed
        var best = (penalty: Int.max, grid: plain)
        for mask in QRMask.all[version.number - 1] {
            let grid = plain.turned(by: mask.rows)
            let penalty = QRMask.penalty(of: grid, columns: columns.turned(by: mask.columns), limit: best.penalty)
            if penalty < best.penalty { best = (penalty, grid) }
        }
        grid = best.grid
    }

    /// First codewords of all blocks, second codewords, …; data before error correction.
    private static func interleaved(_ data: [UInt8], _ version: QRVersion) -> [UInt8] {
        var blocks: [ArraySlice<UInt8>] = []
        var rest = data[...]
        for length in version.blocks {
            blocks.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        let corrections = blocks.map { ReedSolomon.correction(of: $0, degree: version.correction) }
        var result: [UInt8] = []
        for index in 0..<(version.blocks.max() ?? 0) {
            for block in blocks where index < block.count { result.append(block[block.startIndex + index]) }
        }
        for index in 0..<version.correction {
            for correction in corrections { result.append(correction[index]) }
        }
        return result
    }
}

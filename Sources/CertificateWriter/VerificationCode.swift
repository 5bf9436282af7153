/// The QR code of a verify address.
struct VerificationCode: Sendable {
    private let grid: QRGrid

    /// Modules on a side, quiet zone left out.
    var side: Int { grid.side }

    /// The light border the standard asks for, in modules.
    static let quietZone = 4

    /// The code of an address; nil when it is too long.
    ///
    /// Host and path of a verify address match without regard to case, so it is written in capitals, which take half the room.
    init?(address: String) {
        guard let code = QRCode(address.uppercased()) else { return nil }
        grid = code.grid
    }

    /// Whether a module is dark.
    func isDark(row: Int, column: Int) -> Bool { grid[row, column] }

    /// The modules, quiet zone left out, as a mask of one bit a module, rows padded to bytes; a dark module is 0, which a mask
    /// paints.
    var mask: [UInt8] {
        let stride = (side + 7) / 8
        var bytes = [UInt8](repeating: 0xFF, count: side * stride)
        for (row, word) in grid.rows.enumerated() {
            var rest = word
            while rest != 0 {
                let x = rest.trailingZeroBitCount
                bytes[row * stride + x / 8] &= ~(0x80 >> UInt8(x % 8))
                rest &= rest - 1
            }
        }
        return bytes
    }
}

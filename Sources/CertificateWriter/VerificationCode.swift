import CQREncode

/// A QR code (ISO/IEC 18004), error correction level M.
struct VerificationCode: Sendable {
    /// Modules on a side, quiet zone left out.
    let side: Int
    /// Whether each module is dark, row by row from the top.
    let modules: [Bool]

    /// The light border the standard asks for, in modules.
    static let quietZone = 4

    /// The code of an address; nil when it is too long.
    ///
    /// Host and path of a verify address match without regard to case, so it is written in capitals, which take half the room.
    init?(address: String) {
        guard let code = QRcode_encodeString(address.uppercased(), 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        side = width
        modules = (0..<(width * width)).map { code.pointee.data[$0] & 1 == 1 }
    }

    /// The modules with the quiet zone as an image of one bit a module, rows padded to bytes; a dark module is 0, which an
    /// image mask paints.
    var mask: (side: Int, bytes: [UInt8]) {
        let full = side + 2 * Self.quietZone
        let stride = (full + 7) / 8
        var bytes = [UInt8](repeating: 0xFF, count: full * stride)
        for row in 0..<side {
            for column in 0..<side where modules[row * side + column] {
                let (x, y) = (column + Self.quietZone, row + Self.quietZone)
                bytes[y * stride + x / 8] &= ~(0x80 >> UInt8(x % 8))
            }
        }
        return (full, bytes)
    }
}

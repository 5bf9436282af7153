/// The number printed on a certificate: `CG-`, twelve Crockford base-32 characters in groups of four, and a check
/// character, for example `CG-7K3M-9QXA-B2C4-H`.
///
/// The twelve characters carry 60 bits, so a number cannot be guessed. The check character is the value modulo 37, which
/// catches every single wrong character and every swap of two neighbours.
///
/// Source: D. Crockford, "Base 32", <https://www.crockford.com/base32.html>.
public struct CertificateNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The 60 bits the number stands for.
    public let value: UInt64

    /// The number for 60 random bits; the four highest bits of `bits` are ignored.
    ///
    /// Of the 37 check characters four (`*`, `~`, `$`, `=`) are awkward in file names, addresses and QR codes. A value
    /// that would need one moves up to the next that does not.
    public init(bits: UInt64) {
        var value = bits & Self.mask
        while (32...35).contains(value % 37) { value = (value + 1) & Self.mask }
        self.value = value
    }

    /// The number derived from a digest, for instance the SHA-256 of a recipients row: its first 60 bits.
    ///
    /// - Parameter digest: At least eight bytes; missing bytes count as zero.
    public init(digest: some Sequence<UInt8>) {
        var bits: UInt64 = 0
        var count = 0
        for byte in digest.prefix(8) {
            bits = bits << 8 | UInt64(byte)
            count += 1
        }
        bits <<= UInt64(8 * (8 - count))
        self.init(bits: bits >> 4)
    }

    /// The number as printed, always 19 characters.
    public var description: String {
        var text = "CG"
        for (position, index) in stride(from: 55, through: 0, by: -5).enumerated() {
            if position % 4 == 0 { text += "-" }
            text.unicodeScalars.append(Self.symbols[Int(value >> UInt64(index) & 31)])
        }
        text += "-"
        text.unicodeScalars.append(Self.symbols[Int(value % 37)])
        return text
    }

    /// In order of ``value``, which means nothing but is stable.
    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }

    init(unchecked value: UInt64) { self.value = value }

    static let mask: UInt64 = (1 << 60) - 1
    static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U".unicodeScalars)
}

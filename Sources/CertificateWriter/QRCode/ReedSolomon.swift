/// Error correction codewords over GF(256) with the polynomial x⁸ + x⁴ + x³ + x² + 1.
///
/// Source: ISO/IEC 18004:2015, 7.5 and annex A.
enum ReedSolomon {
    private static let tables: (powers: [UInt8], logarithms: [UInt8]) = {
        var powers = [UInt8](repeating: 0, count: 510)
        var logarithms = [UInt8](repeating: 0, count: 256)
        var value = 1
        for exponent in 0..<255 {
            powers[exponent] = UInt8(value)
            powers[exponent + 255] = UInt8(value)
            logarithms[value] = UInt8(exponent)
            value <<= 1
            if value > 255 { value ^= 0x11D }
        }
        return (powers, logarithms)
    }()

    /// The generator polynomial of each degree in use, highest power left out, as logarithms.
    private static let generators: [Int: [UInt8]] = {
        var generators: [Int: [UInt8]] = [:]
        for degree in Set(QRVersion.all.map(\.correction)) {
            var polynomial: [UInt8] = [1]
            for root in 0..<degree {
                var next = polynomial + [0]
                for (index, factor) in polynomial.enumerated() {
                    next[index + 1] ^= product(factor, tables.powers[root])
                }
                polynomial = next
            }
            generators[degree] = polynomial.dropFirst().map { tables.logarithms[Int($0)] }
        }
        return generators
    }()

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        guard left > 0, right > 0 else { return 0 }
        return tables.powers[Int(tables.logarithms[Int(left)]) + Int(tables.logarithms[Int(right)])]
    }

    /// The remainder of the data divided by the generator of a degree.
    static func correction(of data: ArraySlice<UInt8>, degree: Int) -> [UInt8] {
        guard let generator = generators[degree] else { return [] }
        let (powers, logarithms) = tables
        var remainder = [UInt8](repeating: 0, count: degree)
        for byte in data {
            let factor = byte ^ remainder[0]
            for index in 0..<(degree - 1) { remainder[index] = remainder[index + 1] }
            remainder[degree - 1] = 0
            guard factor > 0 else { continue }
            let logarithm = Int(logarithms[Int(factor)])
            for index in 0..<degree { remainder[index] ^= powers[logarithm + Int(generator[index])] }
        }
        return remainder
    }
}

/// An ICC profile of sRGB, made here so that no one's licence is carried along.
public enum SRGBProfile {
    /// The profile: version 4.2, matrix and parametric curves, 480 bytes or so.
    ///
    /// Source: ICC.1:2004-10; IEC 61966-2-1 for primaries and curve; the Bradford adaptation from D65 to D50.
    public static let bytes: [UInt8] = {
        let curve: [UInt8] = data(
            "para",
            words: [3 << 16],
            numbers: [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
        )
        let tags: [(String, [UInt8])] = [
            ("desc", words("sRGB")), ("cprt", words("CC0")), ("wtpt", data("XYZ ", numbers: [0.9642, 1, 0.8249])),
            (
                "chad",
                data(
                    "sf32",
                    numbers: [
                        1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168,
                    ]
                )
            ),
            ("rXYZ", data("XYZ ", numbers: [0.43607, 0.22249, 0.01392])),
            ("gXYZ", data("XYZ ", numbers: [0.38515, 0.71687, 0.09708])),
            ("bXYZ", data("XYZ ", numbers: [0.14307, 0.06061, 0.71410])), ("rTRC", curve), ("gTRC", curve),
            ("bTRC", curve),
        ]
        return profile(of: tags)
    }()

    private static func profile(of tags: [(String, [UInt8])]) -> [UInt8] {
        var table: [UInt8] = []
        var body: [UInt8] = []
        var places: [[UInt8]: Int] = [:]
        let start = 128 + 4 + 12 * tags.count
        table.append(bigEndian: UInt32(tags.count))
        for (name, bytes) in tags {
            let place = places[bytes] ?? start + body.count
            if places[bytes] == nil { body += bytes }
            places[bytes] = place
            table += Array(name.utf8)
            table.append(bigEndian: UInt32(place))
            table.append(bigEndian: UInt32(bytes.count))
        }
        var header: [UInt8] = []
        header.append(bigEndian: UInt32(start + body.count))
        header.append(bigEndian: UInt32(0))
        header.append(bigEndian: UInt32(0x0420_0000))
        header += Array("mntrRGB XYZ ".utf8)
        for value in [2026, 1, 1, 0, 0, 0] as [UInt16] { header.append(bigEndian: value) }
        header += Array("acsp".utf8) + [UInt8](repeating: 0, count: 28)
        for value in [0.9642, 1, 0.8249] { header.append(bigEndian: fixed(value)) }
        header += [UInt8](repeating: 0, count: 128 - header.count)
        return header + table + body
    }

    private static func data(_ type: String, words: [UInt32] = [], numbers: [Double]) -> [UInt8] {
        var bytes = Array(type.utf8) + [0, 0, 0, 0]
        for word in words { bytes.append(bigEndian: word) }
        for number in numbers { bytes.append(bigEndian: fixed(number)) }
        return bytes
    }

    /// A text in one language (multiLocalizedUnicodeType).
    private static func words(_ text: String) -> [UInt8] {
        var bytes = Array("mluc".utf8) + [0, 0, 0, 0]
        for word in [1, 12] as [UInt32] { bytes.append(bigEndian: word) }
        bytes += Array("enGB".utf8)
        bytes.append(bigEndian: UInt32(text.utf16.count * 2))
        bytes.append(bigEndian: UInt32(28))
        for unit in text.utf16 { bytes.append(bigEndian: unit) }
        while bytes.count % 4 > 0 { bytes.append(0) }
        return bytes
    }

    private static func fixed(_ number: Double) -> UInt32 { UInt32(bitPattern: Int32((number * 65536).rounded())) }
}

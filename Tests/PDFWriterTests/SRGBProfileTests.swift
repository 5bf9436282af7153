import Testing

@testable import PDFWriter

@Suite("The sRGB profile") struct SRGBProfileTests {
    /// ICC.1:2004-10, 7.2: size, version, class, colour space, connection space and signature of the header.
    @Test func header() {
        let bytes = SRGBProfile.bytes
        #expect(bytes[0..<4].reduce(0) { $0 << 8 | Int($1) } == bytes.count)
        #expect(bytes.count % 4 == 0)
        #expect(String(decoding: bytes[12..<24], as: UTF8.self) == "mntrRGB XYZ ")
        #expect(String(decoding: bytes[36..<40], as: UTF8.self) == "acsp")
    }

    /// The primaries add up to the white point D50, 0.9642, 1, 0.8249 (IEC 61966-2-1 adapted), within rounding.
    @Test func primariesAddUpToWhite() {
        let bytes = SRGBProfile.bytes
        func number(_ place: Int) -> Double {
            Double(Int32(truncatingIfNeeded: bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) })) / 65536
        }
        var sums = [0.0, 0, 0]
        for tag in 0..<10 {
            let entry = 132 + 12 * tag
            let name = String(decoding: bytes[entry..<(entry + 4)], as: UTF8.self)
            guard name.hasSuffix("XYZ") else { continue }
            let place = bytes[(entry + 4)..<(entry + 8)].reduce(0) { $0 << 8 | Int($1) }
            for axis in 0..<3 { sums[axis] += number(place + 8 + 4 * axis) }
        }
        for (sum, white) in zip(sums, [0.9642, 1, 0.8249]) { #expect(abs(sum - white) < 0.0005) }
    }
}

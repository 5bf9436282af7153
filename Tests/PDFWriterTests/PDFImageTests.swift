import Testing

@testable import PDFWriter

@Suite("Pictures in PDF") struct PDFImageTests {
    private func written(_ image: PDFImage) -> String {
        var file = PDFFile()
        let reference = file.reserve()
        file.setImage(reference, to: image, with: Deflater())
        let bytes = file.finished(
            catalogue: reference,
            information: nil,
            identifier: [UInt8](repeating: 0, count: 16),
            with: Deflater()
        )
        return String(decoding: bytes, as: UTF8.self)
    }

    /// 8.6.6.3 and 8.9.5.2: rows of numbers, each row filled up to whole bytes.
    @Test(
        "few colours become a palette of as few bits as needed",
        arguments: [(2, 1), (4, 2), (5, 4), (16, 4), (17, 8), (256, 8)]
    )
    func palette(colours: Int, bits: Int) {
        let samples = (0..<colours).flatMap { number in [UInt8(number), 0, 0] as [UInt8] }
        let text = written(PDFImage(width: colours, height: 1, components: 3, pixels: .samples(samples, opacity: nil)))
        #expect(text.contains("/ColorSpace[/Indexed /DeviceRGB \(colours - 1) <000000"))
        #expect(text.contains("/BitsPerComponent \(bits)"))
    }

    @Test func manyColoursStayAsTheyAre() {
        let samples = (0..<257).flatMap { number in [UInt8(number / 256), UInt8(number % 256), 0] as [UInt8] }
        let text = written(PDFImage(width: 257, height: 1, components: 3, pixels: .samples(samples, opacity: nil)))
        #expect(text.contains("/ColorSpace/DeviceRGB/BitsPerComponent 8"))
    }

    @Test("rows of three two-bit numbers fill a byte each, the first number in the highest bits")
    func packs() {
        let samples: [UInt8] = [0, 0, 0, 1, 0, 0, 2, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 0]
        let text = written(PDFImage(width: 3, height: 2, components: 3, pixels: .samples(samples, opacity: nil)))
        // Two bytes are shorter plain than compressed: 00 01 10 00 and 10 01 00 00.
        #expect(text.contains("/Length 2>>\nstream\n\u{18}"))
        #expect(text.contains("<000000010000020000>"))
    }

    @Test("opacity is a grey picture of its own, and a JPEG goes in as it is")
    func opacityAndJPEG() {
        let soft = written(
            PDFImage(width: 1, height: 1, components: 1, pixels: .samples([9], opacity: [128]))
        )
        #expect(soft.contains("/SMask 2 0 R"))
        let file: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]
        let jpeg = written(PDFImage(width: 1, height: 1, components: 3, pixels: .jpeg(file)))
        #expect(jpeg.contains("/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length 4"))
    }
}

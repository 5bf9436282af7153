/// A picture of pixels as a file holds it (ISO 32000-1, 8.9.5), in grey or sRGB.
public struct PDFImage: Sendable {
    /// What the pixels are kept as.
    public enum Pixels: Sendable {
        /// A byte a component, row by row from the upper left, and a byte of opacity a pixel when not all are opaque.
        case samples([UInt8], opacity: [UInt8]?)
        /// A JPEG file with eight bits a component.
        case jpeg([UInt8])
    }

    let width: Int
    let height: Int
    let components: Int
    let pixels: Pixels

    /// A picture of `width` by `height` pixels with 1 component, grey, or 3: red, green and blue.
    public init(width: Int, height: Int, components: Int, pixels: Pixels) {
        (self.width, self.height, self.components, self.pixels) = (width, height, components, pixels)
    }
}

extension PDFFile {
    /// Sets a reserved object to a picture; its opacity becomes an object of its own.
    ///
    /// Samples are compressed; those of few colours are numbers of a palette first. A JPEG is put in as it is.
    public mutating func setImage(_ reference: PDFReference, to image: PDFImage, with deflater: borrowing Deflater) {
        switch image.pixels {
        case .jpeg(let file):
            let dictionary = image.dictionary(colours: image.device, bits: 8).adding("Filter", .name("DCTDecode"))
            setPlainStream(reference, file, dictionary: dictionary)
        case .samples(let samples, let opacity):
            let mask = opacity.map { opacity in
                let mask = reserve()
                let grey = image.dictionary(colours: .name("DeviceGray"), bits: 8)
                setStream(mask, opacity, dictionary: grey, with: deflater)
                return PDFObject.reference(mask)
            }
            let palette = image.components == 3 ? Palette(samples, width: image.width) : nil
            let dictionary = image.dictionary(colours: palette?.space ?? image.device, bits: palette?.bits ?? 8)
            setStream(
                reference,
                palette?.rows ?? samples,
                dictionary: dictionary.adding("SMask", mask),
                with: deflater
            )
        }
    }
}

extension PDFImage {
    fileprivate var device: PDFObject { .name(components == 1 ? "DeviceGray" : "DeviceRGB") }

    fileprivate func dictionary(colours: PDFObject, bits: Int) -> PDFObject {
        [
            "Type": .name("XObject"), "Subtype": .name("Image"), "Width": .integer(width), "Height": .integer(height),
            "ColorSpace": colours, "BitsPerComponent": .integer(bits),
        ]
    }
}

/// The colours of a picture that has at most 256, in order of first use, and its pixels as their numbers (8.6.6.3).
private struct Palette {
    let space: PDFObject
    let bits: Int
    let rows: [UInt8]

    /// Nil when there are more colours.
    init?(_ samples: [UInt8], width: Int) {
        var numbers: [UInt32: UInt8] = [:]
        var colours: [UInt8] = []
        var pixels: [UInt8] = []
        var last: (colour: UInt32, number: UInt8)?
        pixels.reserveCapacity(samples.count / 3)
        for place in stride(from: 0, to: samples.count - 2, by: 3) {
            let colour = UInt32(samples[place]) << 16 | UInt32(samples[place + 1]) << 8 | UInt32(samples[place + 2])
            if let last, last.colour == colour {
                pixels.append(last.number)
                continue
            }
            if numbers[colour] == nil {
                guard numbers.count < 256 else { return nil }
                numbers[colour] = UInt8(numbers.count)
                colours += samples[place..<(place + 3)]
            }
            let number = numbers[colour] ?? 0
            last = (colour, number)
            pixels.append(number)
        }
        let bits = numbers.count <= 2 ? 1 : numbers.count <= 4 ? 2 : numbers.count <= 16 ? 4 : 8
        space = [.name("Indexed"), .name("DeviceRGB"), .integer(numbers.count - 1), .bytes(colours)]
        rows = Self.packed(pixels, width: width, bits: bits)
        self.bits = bits
    }

    /// Numbers of `bits` bits each, every row filled up to whole bytes.
    private static func packed(_ pixels: [UInt8], width: Int, bits: Int) -> [UInt8] {
        guard bits < 8, width > 0 else { return pixels }
        var rows: [UInt8] = []
        for start in stride(from: 0, to: pixels.count, by: width) {
            var byte: UInt8 = 0
            var filled = 0
            for pixel in pixels[start..<min(start + width, pixels.count)] {
                byte = byte << UInt8(bits) | pixel
                filled += bits
                if filled == 8 {
                    rows.append(byte)
                    (byte, filled) = (0, 0)
                }
            }
            if filled > 0 { rows.append(byte << UInt8(8 - filled)) }
        }
        return rows
    }
}

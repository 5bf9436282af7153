import CPNG
import Programme

/// A PNG file, without the chunks that are not needed to draw it.
///
/// Source: PNG specification (ISO/IEC 15948), sections 5 and 11. Profile, gamma, notes and times are left out: every design is
/// in sRGB, and what a camera or a program noted is nobody's concern.
struct PNGFile {
    private let bytes: [UInt8]

    private static let kept = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]

    /// Reads the chunks; their checksums are left to libpng.
    init(_ file: [UInt8]) throws(PictureFault) {
        guard file.count > 33 else { throw .cutOff }
        var kept = Array(file[..<8])
        var next = 8
        var isComplete = false
        while !isComplete {
            guard next + 12 <= file.count else { throw .cutOff }
            let length = file[next..<(next + 4)].reduce(0) { $0 << 8 | Int($1) }
            let end = next + 12 + length
            guard end <= file.count else { throw .cutOff }
            let name = String(decoding: file[(next + 4)..<(next + 8)], as: UTF8.self)
            guard next > 8 || (name == "IHDR" && length == 13) else { throw .cutOff }
            if Self.kept.contains(name) { kept += file[next..<end] }
            isComplete = name == "IEND"
            next = end
        }
        bytes = kept
        try PictureReader.check(width: number(at: 16), height: number(at: 20))
    }

    private func number(at place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }

    /// The decoded picture: eight bits a component, interlacing undone, palettes resolved.
    func picture(path: String) throws(PictureFault) -> Picture {
        let decoder = PNGDecoder()
        let (samples, channels) = try decoder.samples(of: bytes)
        let count = decoder.width * decoder.height
        var colours = samples
        var opacity: [UInt8]?
        let components = channels > 2 ? 3 : 1
        if channels == components + 1 {
            colours = []
            colours.reserveCapacity(count * components)
            var alpha: [UInt8] = []
            alpha.reserveCapacity(count)
            for pixel in stride(from: 0, to: samples.count, by: channels) {
                colours += samples[pixel..<(pixel + components)]
                alpha.append(samples[pixel + components])
            }
            if alpha.contains(where: { $0 < 255 }) { opacity = alpha }
        }
        return Picture(
            path: path,
            width: decoder.width,
            height: decoder.height,
            components: components,
            pixels: .samples(colours, opacity: opacity),
            file: bytes
        )
    }
}

/// Owns what libpng keeps while it reads one picture.
private final class PNGDecoder {
    private var image = png_image()

    var width: Int { Int(image.width) }
    var height: Int { Int(image.height) }

    init() {
        image.version = UInt32(PNG_IMAGE_VERSION)
    }

    deinit { png_image_free(&image) }

    /// The samples, a byte a channel, and the number of channels: grey or colour, with opacity or without.
    func samples(of file: [UInt8]) throws(PictureFault) -> (samples: [UInt8], channels: Int) {
        guard png_image_begin_read_from_memory(&image, file, file.count) != 0 else { throw fault }
        image.format &= UInt32(PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR)
        image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
        let channels = Int(image.format & UInt32(PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR)) + 1
        var samples = [UInt8](repeating: 0, count: width * height * channels)
        guard png_image_finish_read(&image, nil, &samples, 0, nil) != 0, image.warning_or_error == 0 else {
            throw fault
        }
        return (samples, channels)
    }

    /// libpng's own words for what is wrong.
    private var fault: PictureFault {
        let message = withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        return PictureFault(reason: "is broken (\(message)); export it again")
    }
}

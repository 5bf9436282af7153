import Programme

/// A JPEG file, checked as far as its segments go; it is put into certificates as it is.
///
/// Source: ITU-T T.81, annex B; Adobe's segment APP14: Technical Note 5116. Segments that tell about camera, place, profile or
/// a smaller picture are left out.
struct JPEGFile {
    private var kept: [UInt8] = [0xFF, 0xD8]
    private var frame: (width: Int, height: Int, components: Int)?

    /// Reads the segments up to the picture's end.
    init(_ file: [UInt8]) throws(PictureFault) {
        var next = 2
        while true {
            guard next + 4 <= file.count, file[next] == 0xFF else { throw .cutOff }
            let marker = file[next + 1]
            guard marker != 0xFF else {
                next += 1
                continue
            }
            let end = next + 2 + Int(file[next + 2]) << 8 + Int(file[next + 3])
            guard end >= next + 4, end <= file.count else { throw .cutOff }
            let body = file[(next + 4)..<end]
            try read(marker, Array(body))
            if Self.isKept(marker, body) { kept += file[next..<end] }
            next = end
            guard marker == 0xDA else { continue }
            next = try copyScan(of: file, from: next)
            if file[next + 1] == 0xD9 { break }
        }
        guard frame != nil else { throw .cutOff }
        kept += [0xFF, 0xD9]
    }

    /// The picture.
    func picture(path: String) throws(PictureFault) -> Picture {
        guard let frame else { throw .cutOff }
        return Picture(
            path: path,
            width: frame.width,
            height: frame.height,
            components: frame.components,
            pixels: .jpeg,
            file: kept
        )
    }

    /// Tables, frame and scan headers, and the segments that say what the components are.
    private static func isKept(_ marker: UInt8, _ body: ArraySlice<UInt8>) -> Bool {
        switch marker {
        case 0xE0: body.starts(with: "JFIF\0".utf8)
        case 0xEE: body.starts(with: "Adobe".utf8)
        case 0xE1...0xEF, 0xFE: false
        default: true
        }
    }

    private mutating func read(_ marker: UInt8, _ body: [UInt8]) throws(PictureFault) {
        switch marker {
        case 0xC0, 0xC1, 0xC2:
            guard body.count >= 6, frame == nil else { throw .cutOff }
            guard body[0] == 8 else {
                throw PictureFault(reason: "has \(body[0]) bits a component; export it with 8")
            }
            let size = (height: Int(body[1]) << 8 | Int(body[2]), width: Int(body[3]) << 8 | Int(body[4]))
            try PictureReader.check(width: size.width, height: size.height)
            switch body[5] {
            case 1, 3: frame = (size.width, size.height, Int(body[5]))
            case 4: throw PictureFault(reason: "is in the printer's colours (CMYK); export it in sRGB")
            default: throw PictureFault(reason: "has \(body[5]) components; export it as grey or RGB")
            }
        case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
            throw PictureFault(reason: "is a JPEG of a kind that few programs read; export it as an ordinary one")
        case 0xDA: guard frame != nil else { throw .cutOff }
        case 0xE1 where body.starts(with: "Exif".utf8):
            guard JPEGOrientation(exif: body).isUpright else {
                throw PictureFault(
                    reason: "lies on its side, with a note that says how to turn it; turn and export it again"
                )
            }
        case 0x01, 0xD0...0xD9: throw .cutOff
        default: break
        }
    }

    /// Copies the coded data of a scan; returns the place of the marker after it.
    private mutating func copyScan(of file: [UInt8], from start: Int) throws(PictureFault) -> Int {
        var next = start
        while next + 1 < file.count {
            if file[next] == 0xFF, file[next + 1] != 0, !(0xD0...0xD7).contains(file[next + 1]), file[next + 1] != 0xFF
            {
                kept += file[start..<next]
                return next
            }
            next += 1
        }
        throw .cutOff
    }
}

/// Which way up a camera says that a picture is.
///
/// Source: Exif 2.3, section 4.6.4, tag 0x0112.
struct JPEGOrientation {
    /// Whether the rows run from top to bottom as seen; true when nothing is said.
    let isUpright: Bool

    /// Reads the body of an Exif segment.
    init(exif body: [UInt8]) {
        let tiff = Array(body.dropFirst(6))
        let isLittle = tiff.first == UInt8(ascii: "I")
        func number(_ place: Int, _ count: Int) -> Int? {
            guard place >= 0, place + count <= tiff.count else { return nil }
            let digits = tiff[place..<(place + count)]
            return (isLittle ? digits.reversed() : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
        }
        var orientation = 1
        if let directory = number(4, 4), let entries = number(directory, 2) {
            for entry in 0..<entries {
                let place = directory + 2 + 12 * entry
                if number(place, 2) == 0x0112, let value = number(place + 8, 2) { orientation = value }
            }
        }
        isUpright = orientation <= 1 || orientation > 8
    }
}

import Foundation
import Programme

@testable import Material

/// A page as drawn by a program, in grey: a binary PGM file or a grey PNG.
struct GreyPage: Equatable {
    let width: Int
    let height: Int
    let pixels: [UInt8]

    struct Unreadable: Error { let path: String }

    init(contentsOf url: URL) throws {
        let bytes = Array(try Data(contentsOf: url))
        var words: [String] = []
        var next = 0
        while words.count < 4, next < bytes.count {
            let word = bytes[next...].prefix { $0 != 0x20 && $0 != 0x0A }
            if word.first == UInt8(ascii: "#") {
                next += bytes[next...].prefix { $0 != 0x0A }.count + 1
                continue
            }
            words.append(String(decoding: word, as: UTF8.self))
            next += word.count + 1
        }
        guard words.count == 4, words[0] == "P5", let width = Int(words[1]), let height = Int(words[2]),
            bytes.count - next == width * height
        else { throw Unreadable(path: url.path) }
        (self.width, self.height, pixels) = (width, height, Array(bytes[next...]))
    }

    /// A picture kept as PNG, which people can look at.
    init(png url: URL) throws {
        let picture = try PNGFile(Array(try Data(contentsOf: url))).picture(path: url.path)
        guard case .samples(let samples, opacity: nil) = picture.pixels else { throw Unreadable(path: url.path) }
        (width, height) = (picture.width, picture.height)
        pixels = stride(from: 0, to: samples.count, by: picture.components).map { samples[$0] }
    }

    /// The mean distance, of 255, in that square of eight by eight pixels where it is largest: a letter or an accent that is
    /// missing, misplaced or another shows, the rounding of edges does not. Pages of other sizes are as far apart as can be.
    func worstSquare(against other: GreyPage) -> Double {
        guard width == other.width, height == other.height else { return 255 }
        var worst = 0.0
        for top in stride(from: 0, to: height, by: 8) {
            for left in stride(from: 0, to: width, by: 8) {
                var sum = 0
                var count = 0
                for row in top..<min(top + 8, height) {
                    for place in (row * width + left)..<(row * width + min(left + 8, width)) {
                        sum += abs(Int(pixels[place]) - Int(other.pixels[place]))
                        count += 1
                    }
                }
                worst = max(worst, Double(sum) / Double(count))
            }
        }
        return worst
    }

    /// The page with squares of `side` pixels averaged, so that the rounding of edges evens out and what is missing stays.
    func averaged(_ side: Int) -> GreyPage {
        let (columns, rows) = (width / side, height / side)
        var averages: [UInt8] = []
        for row in 0..<rows {
            for column in 0..<columns {
                var sum = 0
                for line in (row * side)..<((row + 1) * side) {
                    let start = line * width + column * side
                    for pixel in pixels[start..<(start + side)] { sum += Int(pixel) }
                }
                averages.append(UInt8(sum / (side * side)))
            }
        }
        return GreyPage(width: columns, height: rows, pixels: averages)
    }

    private init(width: Int, height: Int, pixels: [UInt8]) {
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }

    /// How far two pages are apart: the mean over all pixels, of 255, and the share of pixels further apart than 32. A row or
    /// column more is left out; pages that differ more in size are as far apart as can be.
    func difference(from other: GreyPage) -> (mean: Double, far: Double) {
        guard abs(width - other.width) <= 1, abs(height - other.height) <= 1 else { return (255, 1) }
        let (columns, rows) = (min(width, other.width), min(height, other.height))
        var sum = 0
        var far = 0
        for row in 0..<rows {
            for column in 0..<columns {
                let apart = abs(Int(pixels[row * width + column]) - Int(other.pixels[row * other.width + column]))
                sum += apart
                if apart > 32 { far += 1 }
            }
        }
        let count = Double(columns * rows)
        return (Double(sum) / count, Double(far) / count)
    }
}

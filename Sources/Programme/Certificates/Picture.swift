/// A picture of pixels that a design shows: read, checked and ready to be put into a file.
public struct Picture: Hashable, Sendable {
    /// What the pixels are kept as.
    public enum Pixels: Hashable, Sendable {
        /// A byte a component, row by row from the upper left, and a byte of opacity a pixel when not all are opaque.
        case samples([UInt8], opacity: [UInt8]?)
        /// A JPEG file, the one in ``Picture/file``.
        case jpeg
    }

    /// The largest width and height in pixels.
    public static let largestSide = 4000
    /// The largest size of a file in bytes.
    public static let largestFile = 4 << 20

    /// The path from the content folder; no two pictures of a design have the same.
    public let path: String
    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// Components of a pixel: 1 for grey, 3 for red, green and blue in sRGB.
    public let components: Int
    /// The pixels.
    public let pixels: Pixels
    /// A PNG or JPEG file of the picture for programs that read such files, without notes of camera, place and profile.
    public let file: [UInt8]

    /// A picture.
    public init(path: String, width: Int, height: Int, components: Int, pixels: Pixels, file: [UInt8]) {
        (self.path, self.width, self.height) = (path, width, height)
        (self.components, self.pixels, self.file) = (components, pixels, file)
    }

    /// The file's media type.
    public var mediaType: String { pixels == .jpeg ? "image/jpeg" : "image/png" }
}

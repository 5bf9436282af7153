import Programme

/// Reads the pictures of designs: PNG and JPEG files, told apart by their first bytes.
enum PictureReader {
    /// The picture of a file.
    /// - Parameters:
    ///   - path: The path from the content folder.
    ///   - folder: The content folder.
    /// - Returns: The picture, its pixels checked.
    /// - Throws: ``PictureFault`` when the file is missing, broken, too large or of another kind.
    static func read(_ path: String, in folder: ContentFolder) throws(PictureFault) -> Picture {
        let limit = Picture.largestFile
        let bytes: [UInt8]
        do { bytes = try folder.bytes(of: path, limit: limit) } catch {
            guard folder.isFile(path) else {
                throw PictureFault(reason: "is missing; put the file there or mend the name")
            }
            throw PictureFault(reason: "cannot be used: \(error.message) Pictures may have \(limit >> 20) MB")
        }
        switch bytes.prefix(3) {
        case [0x89, 0x50, 0x4E]: return try PNGFile(bytes).picture(path: path)
        case [0xFF, 0xD8, 0xFF]: return try JPEGFile(bytes).picture(path: path)
        default: throw PictureFault(reason: "is neither PNG nor JPEG; export it as one of them")
        }
    }

    /// Refuses sizes that serve nobody in print.
    static func check(width: Int, height: Int) throws(PictureFault) {
        let limit = Picture.largestSide
        guard (1...limit).contains(width), (1...limit).contains(height) else {
            throw PictureFault(reason: "has \(width) by \(height) pixels; between 1 and \(limit) a side can be used")
        }
    }
}

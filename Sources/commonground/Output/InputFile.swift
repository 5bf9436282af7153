import FoundationEssentials

/// Whole small files from the disk.
enum InputFile {
    /// The bytes of a file, or why there are none.
    static func bytes(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw Complaint.MissingInput(path: path) }
        return Array(data)
    }
}

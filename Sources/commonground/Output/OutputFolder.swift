import FoundationEssentials

/// A folder for files that are complete or not there at all.
struct OutputFolder: Sendable {
    let path: String

    /// A folder, made when it is not there.
    init(_ path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Complaint.CannotWrite(path: path, reason: "the folder cannot be made")
        }
    }

    /// Writes a file.
    func write(_ bytes: [UInt8], to name: String) throws { try OutputFile.write(bytes, to: "\(path)/\(name)") }
}

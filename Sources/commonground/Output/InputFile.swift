import FoundationEssentials

/// Whole small files from the disk.
enum InputFile {
    /// The bytes of a file, or why there are none.
    static func bytes(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw Complaint.MissingInput(path: path) }
        return Array(data)
    }
}

/// Files that are complete or not there at all.
struct OutputFolder {
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

    /// Writes a file under a temporary name and renames it.
    func write(_ bytes: [UInt8], to name: String) throws {
        try Self.write(bytes, to: "\(path)/\(name)")
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Complaint.CannotWrite(path: path, reason: "the disk or the folder refused")
        }
    }
}

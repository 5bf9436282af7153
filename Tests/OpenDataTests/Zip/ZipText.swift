import CMinizip
import FoundationEssentials
import Testing

/// Zip archives in a temporary folder that goes with the value.
final class ZipText {
    let folder = FileManager.default.temporaryDirectory.path + "/zip-\(UInt64.random(in: 0 ... .max))"

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Writes an archive of deflated files; returns its path.
    func write(_ name: String, _ files: [(name: String, bytes: [UInt8])]) throws -> String {
        let path = "\(folder)/\(name)"
        let archive = zipOpen64(path, APPEND_STATUS_CREATE)
        for file in files {
            var information = zip_fileinfo()
            try #require(
                zipOpenNewFileInZip64(
                    archive,
                    file.name,
                    &information,
                    nil,
                    0,
                    nil,
                    0,
                    nil,
                    8,
                    9,
                    1
                ) == ZIP_OK
            )
            try #require(zipWriteInFileInZip(archive, file.bytes, UInt32(file.bytes.count)) == ZIP_OK)
            try #require(zipCloseFileInZip(archive) == ZIP_OK)
        }
        try #require(zipClose(archive, nil) == ZIP_OK)
        return path
    }

    /// The bytes of a file, to be changed and put back.
    func bytes(_ path: String) throws -> [UInt8] { Array(try #require(FileManager.default.contents(atPath: path))) }

    func replace(_ path: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }
}

import Glibc

/// Where CSV bytes come from.
public struct CSVSource: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        case file
        case bytes([UInt8])
        case entry(ZipEntry)
    }

    /// The name in faults: the path, or what an upload is called.
    public let name: String
    let content: Content

    /// A file, read in pieces.
    public static func file(_ path: String) -> CSVSource { CSVSource(name: path, content: .file) }

    /// Bytes at hand, such as an upload.
    public static func bytes(_ bytes: [UInt8], name: String) -> CSVSource {
        CSVSource(name: name, content: .bytes(bytes))
    }

    /// A file in a zip archive, unpacked as it is read.
    static func entry(_ entry: ZipEntry) -> CSVSource { CSVSource(name: entry.path, content: .entry(entry)) }
}

/// Hands out the bytes of a source piece by piece; owns the file descriptor.
final class ByteStream {
    private let name: String
    private let descriptor: Int32
    private let bytes: [UInt8]
    private let entry: ZipEntryStream?
    private var position = 0

    init(_ source: CSVSource) throws(OpenDataRefusal) {
        name = source.name
        switch source.content {
        case .bytes(let bytes): (self.bytes, descriptor, entry) = (bytes, -1, nil)
        case .entry(let entry): (self.bytes, descriptor, self.entry) = ([], -1, try ZipEntryStream(entry))
        case .file:
            (bytes, entry) = ([], nil)
            descriptor = open(source.name, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw Self.refusal(source.name, errno) }
            var status = stat()
            if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                close(descriptor)
                throw .unreadable(path: source.name, reason: "it is a folder, a file is expected")
            }
            posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Fills as much of `target` as the next piece holds; 0 at the end.
    func read(into target: UnsafeMutableRawBufferPointer) throws(OpenDataRefusal) -> Int {
        if let entry { return try entry.read(into: target) }
        guard descriptor >= 0 else {
            let count = min(target.count, bytes.count - position)
            bytes.withUnsafeBytes {
                target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
            }
            position += count
            return count
        }
        while true {
            let count = Glibc.read(descriptor, target.baseAddress, target.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw Self.refusal(name, errno) }
        }
    }

    static func refusal(_ path: String, _ code: Int32) -> OpenDataRefusal {
        code == ENOENT || code == ENOTDIR
            ? .missing(path: path) : .unreadable(path: path, reason: String(cString: strerror(code)))
    }
}

import Glibc
import Programme

extension ContentFolder {
    /// The largest text file read, in bytes: far above what a person writes, far below what would fill the memory.
    static let largestText = 16 << 20

    /// The bytes of an ordinary file inside; links are followed, devices and pipes are not opened.
    /// - Throws: ``MaterialFault`` when it cannot be read or is larger than `limit` bytes.
    func bytes(of inside: String, limit: Int = largestText) throws(MaterialFault) -> [UInt8] {
        func fault(_ message: String) -> MaterialFault { MaterialFault(file: inside, line: nil, message: message) }
        let descriptor = open(path(of: inside), O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw fault(
                errno == ELOOP
                    ? "The links of this file lead in a circle; put the file itself here."
                    : "The file is missing or cannot be read."
            )
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw fault("This is not an ordinary file; put a file here.")
        }
        guard status.st_size <= limit else {
            throw fault("The file has \(status.st_size) bytes; at most \(limit) are read.")
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw fault("The file is missing or cannot be read.") }
            guard count > 0 else { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }
}

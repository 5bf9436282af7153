import FoundationEssentials
import Glibc
import Synchronization

/// A small file that only its owner may read or write, written in one step.
struct SecretFile {
    let path: String

    /// Tells the unfinished files of tasks apart that write at once.
    private static let written = Atomic<Int>(0)

    /// The bytes; nil when there is no file.
    /// - Throws: ``KeyFileRefusal`` when others may read or change it, or it cannot be read.
    func data() throws(KeyFileRefusal) -> Data? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw .unreadable(path: path, reason: SystemFault.words) }
            return nil
        }
        guard status.st_mode & 0o077 == 0 else { throw .open(path: path) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unreadable(path: path, reason: SystemFault.words)
        }
        return data
    }

    /// Writes under a temporary name, to the disk, and gives it the file's name in one step. A file that is there stays unless
    /// it is to be replaced.
    func write(_ bytes: [UInt8], replacing: Bool) throws(KeyFileRefusal) {
        let number = Self.written.add(1, ordering: .relaxed).newValue
        let temporary = "\(path).\(getpid()).\(number).part"
        func fail() throws(KeyFileRefusal) {
            let reason = SystemFault.words
            unlink(temporary)
            throw .unwritable(path: path, reason: reason)
        }
        unlink(temporary)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return try fail() }
        let isWritten = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) } == bytes.count
        let isSafe = isWritten && fsync(file) == 0
        guard Glibc.close(file) == 0, isSafe else { return try fail() }
        if replacing {
            guard rename(temporary, path) == 0 else { return try fail() }
        } else {
            guard link(temporary, path) == 0 || errno == EEXIST else { return try fail() }
            unlink(temporary)
        }
    }
}

/// The system's words for what went wrong last.
enum SystemFault {
    static var words: String { String(cString: strerror(errno)) }
}

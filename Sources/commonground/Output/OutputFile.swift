import Glibc

/// A file that is complete or not there at all: written under a temporary name beside its place, then renamed.
enum OutputFile {
    /// Writes a whole file.
    /// - Throws: ``Complaint/CannotWrite`` with the system's reason; nothing stays behind then.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let temporary = temporary(for: path)
        do {
            try put(bytes, into: temporary, for: path)
            guard rename(temporary, path) == 0 else { throw fault(path) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Tries whether a file can be written, before something is done that cannot be undone.
    static func check(_ path: String) throws {
        let temporary = temporary(for: path)
        defer { unlink(temporary) }
        try put([], into: temporary, for: path)
    }

    /// The name beside a file's place under which it is written.
    static func temporary(for path: String) -> String {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        return folder + LeftOver.name(for: String(path.dropFirst(folder.count)))
    }

    /// Writes bytes into a file that is `place` to whoever reads the complaint.
    static func put(_ bytes: [UInt8], into path: String, for place: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw fault(place) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            guard count > 0 else {
                let fault = fault(place)
                close(file)
                throw fault
            }
            written += count
        }
        guard close(file) == 0 else { throw fault(place) }
    }

    /// What the system said last, as a complaint about a path.
    static func fault(_ path: String) -> Complaint.CannotWrite {
        Complaint.CannotWrite(path: path, reason: String(cString: strerror(errno)).lowercasedFirst)
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

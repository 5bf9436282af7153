import Glibc

/// A file that is complete or not there at all: written under a temporary name beside its place, then renamed.
enum OutputFile {
    /// Writes a whole file.
    /// - Throws: ``Complaint/CannotWrite`` with the system's reason; nothing stays behind then.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let temporary = temporary(for: path)
        try place(temporary, at: path) {
            let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
            guard file >= 0 else { throw fault(path) }
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes {
                    Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written)
                }
                guard count > 0 else {
                    let fault = fault(path)
                    close(file)
                    throw fault
                }
                written += count
            }
            guard close(file) == 0 else { throw fault(path) }
        }
    }

    /// Lets `body` write the file under the temporary name it is given, and gives it its own name afterwards.
    static func write(to path: String, _ body: (_ temporary: String) async throws -> Void) async throws {
        let temporary = temporary(for: path)
        do {
            try await body(temporary)
        } catch {
            unlink(temporary)
            throw error
        }
        try place(temporary, at: path) {}
    }

    private static func temporary(for path: String) -> String {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        return "\(folder).\(path.dropFirst(folder.count)).\(getpid()).part"
    }

    private static func place(_ temporary: String, at path: String, after body: () throws -> Void) throws {
        do {
            try body()
            guard rename(temporary, path) == 0 else { throw fault(path) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// What the system said last, as a complaint about a path.
    static func fault(_ path: String) -> Complaint.CannotWrite {
        Complaint.CannotWrite(path: path, reason: String(cString: strerror(errno)).lowercasedFirst)
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

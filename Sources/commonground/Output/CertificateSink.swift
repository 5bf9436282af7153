import FoundationEssentials
import Glibc
import Programme

/// What a batch of certificates is written into: everything is there in the end, or nothing.
protocol CertificateSink: Sendable {
    /// Puts one file away; called on any worker, in no order.
    func store(_ bytes: [UInt8], as name: String) throws
    /// Takes one file in the order of the batch, after it has been stored.
    func take(_ bytes: [UInt8], as name: String, of day: CalendarDate) throws
    /// Brings out all that was stored, under the names of `files`, with the list of them.
    func publish(_ files: [String], index: [UInt8]) throws
    /// Leaves nothing behind.
    func discard()
}

/// A folder. Until the batch is complete its files lie in a hidden folder: beside it when it is new, so that one rename brings
/// all of them out, and else within it.
struct FolderSink: CertificateSink {
    private let path: String
    private let hidden: String
    private let isNew: Bool

    /// Makes the folder when it is not there.
    init(_ path: String) throws {
        let name = path.reversed().drop { $0 == "/" }.reversed()
        self.path = name.isEmpty ? path : String(name)
        isNew = access(self.path, F_OK) != 0
        if isNew {
            LeftOver.remove(beside: self.path)
            hidden = OutputFile.temporary(for: self.path)
        } else {
            LeftOver.remove(in: self.path, under: "")
            hidden = "\(self.path)/\(LeftOver.name(for: ""))"
        }
        do {
            try FileManager.default.createDirectory(atPath: hidden, withIntermediateDirectories: true)
        } catch {
            throw Complaint.CannotWrite(path: path, reason: "the folder cannot be made")
        }
    }

    func store(_ bytes: [UInt8], as name: String) throws {
        try OutputFile.put(bytes, into: "\(hidden)/\(name)", for: "\(path)/\(name)")
    }

    func take(_ bytes: [UInt8], as name: String, of day: CalendarDate) {}

    func publish(_ files: [String], index: [UInt8]) throws {
        try store(index, as: CertificateIndex.name)
        if isNew {
            guard rename(hidden, path) == 0 else { throw OutputFile.fault(path) }
            return
        }
        for file in files + [CertificateIndex.name] {
            guard rename("\(hidden)/\(file)", "\(path)/\(file)") == 0 else { throw OutputFile.fault("\(path)/\(file)") }
        }
        rmdir(hidden)
    }

    func discard() { try? FileManager.default.removeItem(atPath: hidden) }
}

/// A zip file, under a temporary name until it is complete. `@unchecked Sendable`: only `take` and what follows it touch
/// minizip's handle, one after the other.
final class ZipSink: CertificateSink, @unchecked Sendable {
    private let path: String
    private let temporary: String
    private let zip: ZipFile
    private var day: CalendarDate?

    init(_ path: String) throws {
        self.path = path
        LeftOver.remove(beside: path)
        temporary = OutputFile.temporary(for: path)
        zip = try ZipFile(temporary: temporary, for: path)
    }

    func store(_ bytes: [UInt8], as name: String) {}

    func take(_ bytes: [UInt8], as name: String, of day: CalendarDate) throws {
        try zip.add(bytes, as: name, of: day)
        self.day = self.day.map { max($0, day) } ?? day
    }

    func publish(_ files: [String], index: [UInt8]) throws {
        if let day { try zip.add(index, as: CertificateIndex.name, of: day) }
        try zip.finish()
        guard rename(temporary, path) == 0 else { throw OutputFile.fault(path) }
    }

    func discard() { unlink(temporary) }
}

/// Nowhere: for a batch of which only the print file is wanted.
struct NoSink: CertificateSink {
    func store(_ bytes: [UInt8], as name: String) {}
    func take(_ bytes: [UInt8], as name: String, of day: CalendarDate) {}
    func publish(_ files: [String], index: [UInt8]) {}
    func discard() {}
}

import FoundationEssentials
import Glibc

/// The street files under some paths.
public struct StreetFolder: Hashable, Sendable {
    /// The street files to read: those named outright in the order given, those of a folder or archive in the order of their
    /// paths.
    public private(set) var street: [CSVSource] = []
    /// Counts sheets that were named outright.
    public private(set) var counts: [CSVSource] = []
    /// CSV files in folders and archives that hold something else, with what they are.
    public private(set) var passedOver: [PassedOver] = []

    /// A file in a folder that is not a street file.
    public struct PassedOver: Hashable, Sendable {
        /// The file.
        public var path: String
        /// What it is: "outcomes".
        public var reason: String
    }

    /// Finds street files. A path may be a file, taken as it is; a folder, searched through all its folders for files
    /// ending in `.csv` or `.zip`; or a zip archive as published, whose files are read without unpacking it. Outcomes,
    /// stop-and-search and other files in folders and archives are passed over and listed.
    ///
    /// - Parameter paths: Files, folders and archives.
    /// - Throws: ``OpenDataRefusal`` for a path that is not there or cannot be read, for a damaged archive, and for a folder
    ///   or archive without street files.
    public init(_ paths: [String]) throws(OpenDataRefusal) {
        for path in paths {
            var status = stat()
            guard stat(path, &status) == 0 else { throw ByteStream.refusal(path, errno) }
            let before = street.count
            if status.st_mode & S_IFMT == S_IFDIR {
                for file in try Self.files(under: path) {
                    if file.lowercased().hasSuffix(".csv") { try sort(.file(file)) } else { try open(archive: file) }
                }
            } else if try Self.isArchive(path) {
                try open(archive: path)
            } else {
                try DataFileKind(of: .file(path)) == .counts ? counts.append(.file(path)) : street.append(.file(path))
                continue
            }
            if street.count == before { throw .missing(path: "\(path)/…-street.csv") }
        }
    }

    private mutating func open(archive path: String) throws(OpenDataRefusal) {
        let entries = try ZipArchive(path: path).entries().filter { $0.name.lowercased().hasSuffix(".csv") }
        for entry in entries.sorted(by: { $0.name < $1.name }) { try sort(.entry(entry)) }
    }

    /// A file named as published is read for what its name says, others for what their header says.
    private mutating func sort(_ source: CSVSource) throws(OpenDataRefusal) {
        if let name = StreetFileName(path: source.name) {
            if name.kind == "street" {
                street.append(source)
            } else {
                passedOver.append(PassedOver(path: source.name, reason: name.kind))
            }
            return
        }
        let kind: DataFileKind
        do {
            kind = try DataFileKind(of: source)
        } catch .malformed {
            kind = .other
        }
        let reason: String
        switch kind {
        case .street:
            street.append(source)
            return
        case .outcomes: reason = "outcomes"
        case .stopAndSearch: reason = "stop-and-search"
        case .counts: reason = "counts; import it by its own name"
        case .other: reason = "not a street file"
        }
        passedOver.append(PassedOver(path: source.name, reason: reason))
    }

    private static func isArchive(_ path: String) throws(OpenDataRefusal) -> Bool {
        var start = [UInt8](repeating: 0, count: 4)
        let stream = try ByteStream(.file(path))
        var failure: OpenDataRefusal?
        let count = start.withUnsafeMutableBytes { target in
            do throws(OpenDataRefusal) {
                return try stream.read(into: target)
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        return ZipArchive.isArchive(Array(start.prefix(count)))
    }

    /// The paths of CSV files and archives in a folder and the folders in it, sorted; links to folders are not followed.
    private static func files(under folder: String) throws(OpenDataRefusal) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .unreadable(path: folder, reason: "it cannot be listed")
        }
        var found: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                found += try files(under: path)
            } else if name.lowercased().hasSuffix(".csv") || name.lowercased().hasSuffix(".zip") {
                found.append(path)
            }
        }
        return found
    }
}

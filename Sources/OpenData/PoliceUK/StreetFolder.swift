import FoundationEssentials
import Glibc

/// The street files under some paths.
public struct StreetFolder: Hashable, Sendable {
    /// The files to read: those named outright in the order given, those of a folder in the order of their paths.
    public var files: [String] = []
    /// CSV files in folders that hold something else, with what they are.
    public var passedOver: [PassedOver] = []

    /// A file in a folder that is not a street file.
    public struct PassedOver: Hashable, Sendable {
        /// The file.
        public var path: String
        /// What it is: "outcomes".
        public var reason: String
    }

    /// Finds street files. A path may be a file, taken as it is, or a folder, searched through all its folders for files
    /// ending in `.csv`; outcomes, stop-and-search and other files in folders are passed over and listed.
    ///
    /// - Parameter paths: Files and folders.
    /// - Throws: ``OpenDataRefusal`` for a path that is not there or cannot be read, and for a folder without street files.
    public init(_ paths: [String]) throws(OpenDataRefusal) {
        for path in paths {
            var status = stat()
            guard stat(path, &status) == 0 else { throw ByteStream.refusal(path, errno) }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                files.append(path)
                continue
            }
            let before = files.count
            for file in try Self.sheets(under: path) { try sort(file) }
            if files.count == before { throw .missing(path: "\(path)/…-street.csv") }
        }
    }

    private mutating func sort(_ file: String) throws(OpenDataRefusal) {
        if let name = StreetFileName(path: file), name.kind != "street" {
            passedOver.append(PassedOver(path: file, reason: name.kind))
            return
        }
        let kind: DataFileKind
        do {
            kind = try DataFileKind(of: .file(file))
        } catch .malformed {
            kind = StreetFileName(path: file) == nil ? .other : .street
        }
        switch kind {
        case .street: files.append(file)
        case .outcomes: passedOver.append(PassedOver(path: file, reason: "outcomes"))
        case .stopAndSearch: passedOver.append(PassedOver(path: file, reason: "stop-and-search"))
        case .counts: passedOver.append(PassedOver(path: file, reason: "counts; import it by its own name"))
        case .other:
            if StreetFileName(path: file) == nil {
                passedOver.append(PassedOver(path: file, reason: "not a street file"))
            } else {
                files.append(file)
            }
        }
    }

    /// The paths of CSV files in a folder and the folders in it, sorted; links to folders are not followed.
    private static func sheets(under folder: String) throws(OpenDataRefusal) -> [String] {
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
                found += try sheets(under: path)
            } else if name.lowercased().hasSuffix(".csv") {
                found.append(path)
            }
        }
        return found
    }
}

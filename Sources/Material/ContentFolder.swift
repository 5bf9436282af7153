import FoundationEssentials
public import Programme

/// The folder that holds `CourseMaterial` and `Certificates`: everything the program says and prints that is not code.
public struct ContentFolder: Hashable, Sendable {
    /// The folder's path.
    public let path: String

    /// A folder whose place is known. Nothing is opened yet.
    public init(path: String) { self.path = path }

    /// Finds the content folder.
    ///
    /// An explicit folder is taken or refused; otherwise the first of these that holds both `CourseMaterial` and
    /// `Certificates`: `share/commonground` beside the executable's folder, the executable's folder and those above it,
    /// the working folder and those above it.
    /// - Parameters:
    ///   - explicit: What `--content` or `COMMONGROUND_CONTENT` says; nil or empty when neither is given.
    ///   - executable: The path of the running program, links resolved; nil when the system does not tell.
    ///   - workingFolder: The current folder; relative paths begin here.
    /// - Returns: The folder; both of its parts were there a moment ago.
    /// - Throws: ``ContentFolderNotFound``, naming the places looked in.
    public static func find(
        explicit: String?,
        executable: String?,
        workingFolder: String
    ) throws(ContentFolderNotFound) -> ContentFolder {
        if let explicit, !explicit.isEmpty {
            let folder = ContentFolder(path: resolved(explicit, from: workingFolder))
            guard folder.isComplete else { throw ContentFolderNotFound(named: folder.path) }
            return folder
        }
        var looked: [String] = []
        if let executable {
            let bin = parent(resolved(executable, from: workingFolder))
            let share = ContentFolder(path: join(parent(bin), "share/commonground"))
            if share.isComplete { return share }
            looked.append(share.path)
            if let found = nearest(from: bin) { return found }
            looked.append(bin)
        }
        let working = resolved(workingFolder, from: "/")
        if let found = nearest(from: working) { return found }
        looked.append(working)
        throw ContentFolderNotFound(looked: looked)
    }

    /// Whether both folders are there.
    public var isComplete: Bool { isFolder("CourseMaterial") && isFolder("Certificates") }

    /// The absolute or working-folder path of something inside, for example `Certificates/designs`.
    public func path(of inside: String) -> String { Self.join(path, inside) }

    /// Whether a folder of this name lies inside.
    public func isFolder(_ inside: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path(of: inside), isDirectory: &isFolder) && isFolder
    }

    /// Whether a file of this name lies inside.
    public func isFile(_ inside: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path(of: inside), isDirectory: &isFolder) && !isFolder
    }

    /// The names in a folder inside, sorted, hidden ones left out; empty when there is no such folder.
    public func names(in inside: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path(of: inside))) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The text of a file inside, without a byte-order mark.
    /// - Throws: ``MaterialFault`` when it cannot be read, is not UTF-8 or has more than 16 MB.
    public func text(of inside: String) throws(MaterialFault) -> String {
        guard let text = String(validating: try bytes(of: inside), as: UTF8.self) else {
            throw MaterialFault(file: inside, line: nil, message: "The file is not UTF-8 text; save it as UTF-8.")
        }
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func nearest(from start: String) -> ContentFolder? {
        var place = start
        while true {
            let folder = ContentFolder(path: place)
            if folder.isComplete { return folder }
            let above = parent(place)
            guard above != place else { return nil }
            place = above
        }
    }

    private static func resolved(_ path: String, from folder: String) -> String {
        var parts: [Substring] = []
        for part in (path.hasPrefix("/") ? path : join(folder, path)).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private static func parent(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    private static func join(_ folder: String, _ inside: String) -> String {
        folder.hasSuffix("/") ? folder + inside : "\(folder)/\(inside)"
    }
}

/// The content folder is not where it was said to be, or nowhere.
public struct ContentFolderNotFound: Refusal, Hashable {
    /// The one sentence.
    public let description: String

    init(named path: String) {
        description =
            "The folder \(path) does not hold both CourseMaterial and Certificates; "
            + "give the folder that does with --content DIR or COMMONGROUND_CONTENT."
    }

    init(looked: [String]) {
        description =
            "The folders CourseMaterial and Certificates were not found in or above \(looked.joined(separator: ", ")); "
            + "say where they are with --content DIR or COMMONGROUND_CONTENT."
    }
}

public import Programme

/// Something in CourseMaterial or Certificates that is used as it is, and that somebody should know.
public struct MaterialNotice: Hashable, Sendable, CustomStringConvertible {
    /// The file, as a path from the content folder.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What there is to know.
    public let message: String

    /// `FILE:LINE: message`.
    public var description: String { "\(file):\(line): \(message)" }
}

extension CertificateMaterial {
    /// Font files of the font table that cannot be drawn from although they are there; one that is missing is told by
    /// ``faults(in:)``.
    ///
    /// - Parameters:
    ///   - folder: The content folder.
    ///   - reason: Why a face cannot be drawn from, nil when it can.
    /// - Returns: A fault for each such face, with the line of its entry.
    /// - Complexity: The font table is read, and `reason` reads every font.
    public static func fontFaults(
        in folder: ContentFolder,
        reason: (_ face: FontTable.Face) -> String?
    ) -> [MaterialFault] {
        let reader = FontTableReader(folder: folder, log: FaultLog())
        guard let table = reader.read() else { return [] }
        let lines = reader.faceLines()
        return table.faces.compactMap { face in
            guard ContentFolder(path: "/").isFile(face.file), let reason = reason(face) else { return nil }
            return MaterialFault(file: FontTableReader.file, line: lines[face.name], message: reason)
        }
    }

    /// Font files that are not those the font table was made with; a certificate is typeset with them all the same. A file
    /// that is missing is a fault instead (``faults(in:)``).
    ///
    /// - Parameters:
    ///   - folder: The content folder.
    ///   - fingerprint: The SHA-256 of the file at a path in lower-case hexadecimal, nil when it cannot be read. It is asked
    ///     once for each file.
    /// - Returns: The notices in order of line; empty when nothing has changed.
    /// - Complexity: The font table is read, and `fingerprint` reads every font file (about 35 MB).
    public static func notices(
        in folder: ContentFolder,
        fingerprint: (_ path: String) -> String?
    ) -> [MaterialNotice] {
        let reader = FontTableReader(folder: folder, log: FaultLog())
        guard let table = reader.read() else { return [] }
        let known = reader.fingerprints()
        var seen: Set<String> = []
        var notices: [MaterialNotice] = []
        for face in table.faces where seen.insert(face.file).inserted {
            let name = String(face.file.split(separator: "/").last ?? "")
            guard let expected = known[name], let found = fingerprint(face.file), found != expected.digest else {
                continue
            }
            notices.append(
                MaterialNotice(
                    file: FontTableReader.file,
                    line: expected.line,
                    message: "\(name) is not the file this table was made with (SHA-256 \(found) instead of "
                        + "\(expected.digest)). Certificates are typeset with it and say so."
                )
            )
        }
        return notices.sorted { $0.line < $1.line }
    }
}

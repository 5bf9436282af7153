/// A file inside a zip archive, read as a stream and never unpacked to disk.
struct ZipEntry: Hashable, Sendable {
    /// The archive's path.
    let archive: String
    /// The name in the archive.
    let name: String
    /// Where it stands in the archive's directory: bytes and number.
    let position: (offset: UInt64, number: UInt64)
    /// Bytes in the archive, as its directory says.
    let packedSize: UInt64

    /// The name in faults: the archive's path, and the entry's behind it.
    var path: String { "\(archive)/\(name)" }

    static func == (left: Self, right: Self) -> Bool {
        left.archive == right.archive && left.position.number == right.position.number
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(archive)
        hasher.combine(position.number)
    }
}

/// What is refused in an archive: none that police.uk publishes comes near.
enum ZipLimits {
    /// Files in one archive.
    static let entries: UInt64 = 200_000
    /// Bytes of one file when unpacked. The largest street file has 25 MB.
    static let entryBytes: UInt64 = 2 << 30
    /// How many times larger a file may become when unpacked; street files become ten times as large.
    static let ratio: UInt64 = 200
    /// Files that unpack to less than this are read whatever their ratio.
    static let harmlessBytes: UInt64 = 16 << 20
}

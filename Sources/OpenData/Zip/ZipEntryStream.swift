/// Hands out the bytes of one file in an archive, within the limits.
final class ZipEntryStream {
    private let archive: ZipArchive
    private let entry: ZipEntry
    private var unpacked: UInt64 = 0

    init(_ entry: ZipEntry) throws(OpenDataRefusal) {
        archive = try ZipArchive(path: entry.archive)
        self.entry = entry
        try archive.open(entry)
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(OpenDataRefusal) -> Int {
        let count = try archive.read(entry, into: target)
        unpacked += UInt64(count)
        let allowed = max(ZipLimits.harmlessBytes, entry.packedSize.multipliedReportingOverflow(by: ZipLimits.ratio).0)
        guard unpacked <= min(allowed, ZipLimits.entryBytes) else {
            throw ZipArchive.fault(
                entry.path,
                "the file unpacks to more than \(unpacked >> 20) MB, \(ZipLimits.ratio) times its size in the archive; "
                    + "it is not a file of police.uk"
            )
        }
        return count
    }
}

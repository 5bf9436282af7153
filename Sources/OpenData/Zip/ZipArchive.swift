import CMinizip

/// A zip archive opened for reading; owns minizip's handle.
final class ZipArchive {
    private let raw: unzFile
    private let path: String

    /// Whether a file begins as a zip archive does (APPNOTE 4.3.7, or 4.3.16 for an empty one).
    static func isArchive(_ start: [UInt8]) -> Bool {
        start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    init(path: String) throws(OpenDataRefusal) {
        guard let raw = unzOpen64(path) else {
            throw Self.fault(path, "the zip archive has no directory; it was cut off on the way, fetch it again")
        }
        (self.raw, self.path) = (raw, path)
    }

    deinit { unzClose(raw) }

    /// The files in it in the order of its directory; folders are passed over.
    func entries() throws(OpenDataRefusal) -> [ZipEntry] {
        var information = unz_global_info64()
        guard unzGetGlobalInfo64(raw, &information) == UNZ_OK else { throw damaged() }
        guard information.number_entry <= ZipLimits.entries else {
            throw Self.fault(
                path,
                "the zip archive lists more than \(ZipLimits.entries) files; it is not one of police.uk"
            )
        }
        var entries: [ZipEntry] = []
        var status = information.number_entry == 0 ? UNZ_END_OF_LIST_OF_FILE : unzGoToFirstFile(raw)
        while status == UNZ_OK {
            if let entry = try entry() { entries.append(entry) }
            status = unzGoToNextFile(raw)
        }
        guard status == UNZ_END_OF_LIST_OF_FILE else { throw damaged() }
        return entries
    }

    /// Goes to a file and begins to unpack it.
    func open(_ entry: ZipEntry) throws(OpenDataRefusal) {
        var place = unz64_file_pos(
            pos_in_zip_directory: entry.position.offset,
            num_of_file: entry.position.number
        )
        guard unzGoToFilePos64(raw, &place) == UNZ_OK else { throw damaged() }
        var information = unz_file_info64()
        guard unzGetCurrentFileInfo64(raw, &information, nil, 0, nil, 0, nil, 0) == UNZ_OK else { throw damaged() }
        guard information.flag & 1 == 0 else {
            throw Self.fault(entry.path, "the file is encrypted; police.uk publishes its archives open")
        }
        guard unzOpenCurrentFile(raw) == UNZ_OK else {
            throw Self.fault(entry.path, "the file cannot be unpacked: its method is unknown or the archive is damaged")
        }
    }

    /// Unpacks the next bytes; 0 at the end, where the checksum must be right.
    func read(_ entry: ZipEntry, into target: UnsafeMutableRawBufferPointer) throws(OpenDataRefusal) -> Int {
        let count = unzReadCurrentFile(raw, target.baseAddress, UInt32(clamping: min(target.count, 1 << 30)))
        if count > 0 { return Int(count) }
        guard count == 0, unzCloseCurrentFile(raw) == UNZ_OK else {
            throw Self.fault(entry.path, "the file is damaged in the zip archive; fetch the archive again")
        }
        return 0
    }

    private func entry() throws(OpenDataRefusal) -> ZipEntry? {
        var information = unz_file_info64()
        var name = [CChar](repeating: 0, count: 1024)
        let status = unzGetCurrentFileInfo64(raw, &information, &name, UInt(name.count - 1), nil, 0, nil, 0)
        var place = unz64_file_pos()
        guard status == UNZ_OK, unzGetFilePos64(raw, &place) == UNZ_OK else { throw damaged() }
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let text = String(decoding: bytes, as: UTF8.self)
        guard !text.hasSuffix("/") else { return nil }
        return ZipEntry(
            archive: path,
            name: text,
            position: (place.pos_in_zip_directory, place.num_of_file),
            packedSize: information.compressed_size
        )
    }

    private func damaged() -> OpenDataRefusal {
        Self.fault(path, "the zip archive's directory is damaged; fetch it again")
    }

    static func fault(_ path: String, _ message: String) -> OpenDataRefusal {
        .malformed(CSVFaults([CSVFault(file: path, line: 1, message: message)]))
    }
}

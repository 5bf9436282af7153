import CMinizip
import Programme

/// A zip file in the making; owns minizip's handle. Members are stored as they are, since PDF files are compressed already.
final class ZipFile {
    private var raw: zipFile?
    private let place: String

    /// Begins a file at `path`, for sentences to call `place`.
    init(temporary path: String, for place: String) throws {
        guard let raw = zipOpen64(path, APPEND_STATUS_CREATE) else { throw OutputFile.fault(place) }
        (self.raw, self.place) = (raw, place)
    }

    /// Adds a member. `day` is its date; the time is midnight, so that the same members make the same file.
    func add(_ bytes: [UInt8], as name: String, of day: CalendarDate) throws {
        var information = zip_fileinfo()
        information.tmz_date.tm_year = UInt32(max(1980, day.year))
        information.tmz_date.tm_mon = UInt32(day.month - 1)
        information.tmz_date.tm_mday = UInt32(day.day)
        information.external_fa = 0o100644 << 16
        let opened = zipOpenNewFileInZip4_64(
            raw,
            name,
            &information,
            nil,
            0,
            nil,
            0,
            nil,
            Self.stored,
            0,
            0,
            -MAX_WBITS,
            MAX_MEM_LEVEL,
            0,
            nil,
            0,
            Self.madeByUnix,
            Self.namesInUTF8,
            0
        )
        let wrote = opened == ZIP_OK ? zipWriteInFileInZip(raw, bytes, UInt32(bytes.count)) : opened
        guard wrote == ZIP_OK, zipCloseFileInZip(raw) == ZIP_OK else { throw OutputFile.fault(place) }
    }

    /// Writes the directory and lets go of the file.
    func finish() throws {
        let raw = raw
        self.raw = nil
        guard zipClose(raw, nil) == ZIP_OK else { throw OutputFile.fault(place) }
    }

    deinit { if let raw { zipClose(raw, nil) } }

    /// The method that leaves bytes as they are (APPNOTE 4.4.5).
    private static let stored: Int32 = 0
    /// Attributes are those of Unix, version 2.0 (APPNOTE 4.4.2).
    private static let madeByUnix: UInt = 3 << 8 | 20
    /// Names are in UTF-8 (APPNOTE 4.4.4, bit 11).
    private static let namesInUTF8: UInt = 1 << 11
}

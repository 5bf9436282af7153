import CByteMarks

/// Reads the street files of data.police.uk exactly as published, counting as the bytes go by.
public enum StreetFileReader {
    /// A published line has about 220 bytes; one of 64 kB is no street file.
    public static let limits = CSVLimits(recordBytes: 1 << 16, fieldBytes: 1 << 14, fields: 64)

    /// The counts of one file by place and category, for its force and month.
    ///
    /// The force is what the rows say in "Reported by", the month what the file's name says, or the rows when it is not
    /// named as published. Rows without a place are kept, repeated crimes are counted once, and rows that do not belong or
    /// are malformed are left out and listed in ``StreetQuality``.
    ///
    /// - Parameters:
    ///   - source: The file; its name's last part may be `2018-10-thames-valley-street.csv`.
    ///   - limits: What is refused.
    ///   - spare: Where memory comes from, so that a thread that reads many files has it once.
    /// - Returns: Counts, fingerprint and notes.
    /// - Throws: ``OpenDataRefusal`` for an outcomes or stop-and-search file, a header with missing columns, bytes that are
    ///   not CSV in UTF-8, and a file without a row that can be counted.
    /// - Complexity: O(bytes) time; memory for the places, for at most a million crime hashes, and for one piece of the file.
    public static func read(
        _ source: CSVSource,
        limits: CSVLimits = limits,
        spare: SpareMemory = SpareMemory()
    ) throws(OpenDataRefusal) -> StreetFile {
        try read(source, limits: limits, spare: spare, piece: 1 << 18, way: CG_BEST)
    }

    /// The same in pieces of so many bytes, with plain records found in one way or, when never, every record taken with care.
    static func read(
        _ source: CSVSource,
        limits: CSVLimits,
        spare: SpareMemory,
        piece: Int,
        way: cg_way
    ) throws(OpenDataRefusal) -> StreetFile {
        let stream = try ByteStream(source)
        let fingerprint = FingerprintStream()
        var scanner = CSVScanner(limits: limits, piece: piece, spare: spare, way: way) {
            (target) throws(OpenDataRefusal) in
            let count = try stream.read(into: target)
            fingerprint.update(UnsafeRawBufferPointer(rebasing: target[..<count]))
            return count
        }
        guard try scanner.advance(in: source.name) else {
            let fault = CSVFault(
                file: source.name,
                line: 1,
                message: "the file is empty; a police.uk street file is expected"
            )
            throw .malformed(CSVFaults([fault]))
        }
        let header = scanner.texts
        let columns = try StreetColumns(header: header, file: source.name)
        var tally = StreetTally(file: source.name, columns: columns, spare: spare)
        repeat {
            tally.addUsualRows(of: &scanner)
            guard try scanner.advance(in: source.name, columns: header) else { break }
            tally.add(scanner)
        } while true
        return try tally.finish(fingerprint: fingerprint.fingerprint)
    }
}

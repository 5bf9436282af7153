import CHarfBuzz

/// The bytes of a font file, mapped into memory while they are looked at.
public enum FontFile {
    /// Lends the bytes of the file at `path`; nil when it cannot be read or is empty.
    public static func withBytes<Result>(of path: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
        guard let blob = hb_blob_create_from_file_or_fail(path) else { return nil }
        defer { hb_blob_destroy(blob) }
        return bytes(of: blob).map(body)
    }

    static func bytes(of blob: OpaquePointer) -> UnsafeRawBufferPointer? {
        var count: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &count), count > 0 else { return nil }
        return UnsafeRawBufferPointer(start: data, count: Int(count))
    }
}

/// The list of tables at the head of a font file.
///
/// Source: OpenType specification 1.9, chapter "The OpenType font file".
struct FontDirectory {
    struct Table {
        var tag: String
        var checksum: UInt32
        var range: Range<Int>
    }

    let tables: [Table]

    /// The tables of face number `index`; nil when the bytes are no font with such a face, or the list is cut short.
    init?(_ bytes: UnsafeRawBufferPointer, index: Int) {
        var start = 0
        if Self.number(bytes, 0) == 0x7474_6366 {
            guard let count = Self.number(bytes, 8), index < Int(count), let place = Self.number(bytes, 12 + 4 * index)
            else { return nil }
            start = Int(place)
        } else if index > 0 {
            return nil
        }
        guard let version = Self.number(bytes, start), Self.versions.contains(version),
            let head = Self.number(bytes, start + 4)
        else { return nil }
        var tables: [Table] = []
        for entry in stride(from: start + 12, to: start + 12 + 16 * Int(head >> 16), by: 16) {
            guard let tag = Self.number(bytes, entry), let checksum = Self.number(bytes, entry + 4),
                let offset = Self.number(bytes, entry + 8), let length = Self.number(bytes, entry + 12)
            else { return nil }
            let name = String(decoding: (0..<4).map { UInt8(truncatingIfNeeded: tag >> (24 - 8 * $0)) }, as: UTF8.self)
            tables.append(Table(tag: name, checksum: checksum, range: Int(offset)..<(Int(offset) + Int(length))))
        }
        self.tables = tables
    }

    /// The first table that shaping and drawing need and that is missing or reaches beyond the end of the file.
    func unusable(in bytes: UnsafeRawBufferPointer) -> String? {
        let needed = ["head", "maxp", "hhea", "hmtx", "cmap"]
        let present = Set(tables.map(\.tag))
        if let missing = needed.first(where: { !present.contains($0) }) { return missing }
        if !present.contains("CFF "), !present.contains("CFF2"), !present.contains("glyf") { return "glyf" }
        return tables.first { $0.range.upperBound > bytes.count || $0.range.isEmpty && needed.contains($0.tag) }?.tag
    }

    /// The first table without the sum it should have, among those whose damage would show on the page.
    func damaged(in bytes: UnsafeRawBufferPointer) -> String? {
        tables.first { table in
            guard ["glyf", "loca", "cmap", "hmtx"].contains(table.tag), table.range.upperBound <= bytes.count else {
                return false
            }
            return Self.sum(UnsafeRawBufferPointer(rebasing: bytes[table.range])) != table.checksum
        }?.tag
    }

    private static let versions: [UInt32] = [0x0001_0000, 0x4F54_544F, 0x7472_7565]

    private static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32? {
        guard offset >= 0, offset + 4 <= bytes.count else { return nil }
        return UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    private static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        var sum: UInt32 = 0
        let whole = bytes.count / 4 * 4
        for offset in stride(from: 0, to: whole, by: 4) {
            sum &+= UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
        for offset in whole..<bytes.count { sum &+= UInt32(bytes[offset]) << UInt32(24 - 8 * (offset - whole)) }
        return sum
    }
}

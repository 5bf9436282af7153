/// `$1` is a *name* to SQLite, numbered by first appearance; `?1` is a number. PostgreSQL knows `$1` only.
enum NumberedPlaceholders {
    /// Turns every `$` before a digit into `?`; our SQL has no such text in its literals.
    static func forSQLite(_ sql: String) -> String {
        var bytes = Array(sql.utf8)
        for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "$") {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index + 1]) { bytes[index] = UInt8(ascii: "?") }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

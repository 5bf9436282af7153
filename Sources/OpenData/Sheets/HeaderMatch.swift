/// Compares names in headers.
enum HeaderMatch {
    /// A name in small letters, with underscores for spaces and hyphens.
    static func key(_ name: String) -> String {
        String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    }

    /// Whether two names of four or more letters differ by one letter added, lost or changed, or by two swapped.
    static func isOneSlip(_ left: String, _ right: String) -> Bool {
        let (a, b) = (Array(left.utf8), Array(right.utf8))
        guard a != b, min(a.count, b.count) >= 4, abs(a.count - b.count) <= 1 else { return false }
        let prefix = zip(a, b).prefix { $0 == $1 }.count
        let suffix = zip(a.dropFirst(prefix).reversed(), b.dropFirst(prefix).reversed()).prefix { $0 == $1 }.count
        let restA = a.count - prefix - suffix, restB = b.count - prefix - suffix
        if max(restA, restB) == 1 { return true }
        return restA == 2 && restB == 2 && a[prefix] == b[prefix + 1] && a[prefix + 1] == b[prefix]
    }
}

/// Where a file carries its sealed facts: ranges of bytes in its metadata.
struct SealPlaces {
    static let prefix = "cg"
    static let namespace = "urn:commonground:certificate:1"
    static let facts = "facts"
    static let signature = "signature"

    /// The statement, escaped as XML.
    let facts: Range<Int>
    /// The digest of the file within the statement.
    let digest: Range<Int>
    /// The signature in hexadecimal.
    let signature: Range<Int>

    /// Finds the places; nil when the file carries no sealed facts.
    init?(in file: [UInt8]) {
        guard let facts = Self.value(of: Self.facts, in: file),
            let signature = Self.value(of: Self.signature, in: file),
            let digest = Self.end(of: #""file":""#, in: file[facts]),
            signature.count == 128, digest + 64 <= facts.upperBound
        else { return nil }
        self.facts = facts
        self.digest = digest..<(digest + 64)
        self.signature = signature
    }

    private static func value(of name: String, in file: [UInt8]) -> Range<Int>? {
        let closing = "</\(prefix):\(name)>"
        guard let start = end(of: "<\(prefix):\(name) xmlns:\(prefix)=\"\(namespace)\">", in: file[...]),
            let end = end(of: closing, in: file[start...])
        else { return nil }
        return start..<(end - closing.utf8.count)
    }

    private static func end(of text: String, in file: ArraySlice<UInt8>) -> Int? {
        let pattern = Array(text.utf8)
        guard file.count >= pattern.count else { return nil }
        for place in file.startIndex...(file.endIndex - pattern.count) where file[place] == pattern[0] {
            if file[place..<(place + pattern.count)].elementsEqual(pattern) { return place + pattern.count }
        }
        return nil
    }
}

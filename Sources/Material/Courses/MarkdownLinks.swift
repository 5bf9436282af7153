/// The relative links of a Markdown text.
enum MarkdownLinks {
    /// The files a text links to, as paths from the content folder, with the line of each link.
    ///
    /// Links with a scheme (`https:`) or to a heading (`#…`) are left out.
    static func files(in markdown: String, of file: String) -> [(path: String, line: Int)] {
        let opening = UInt8(ascii: "]")
        let folder = file.split(separator: "/").dropLast()
        var found: [(path: String, line: Int)] = []
        for (index, line) in MarkdownOutline.lines(of: markdown).enumerated() where line.utf8.contains(opening) {
            for piece in line.split(separator: "](", omittingEmptySubsequences: false).dropFirst() {
                guard let end = piece.firstIndex(of: ")") else { continue }
                let target = piece[..<end].prefix { $0 != "#" }
                guard !target.isEmpty, !target.contains(":") else { continue }
                found.append((resolved(target, in: folder), index + 1))
            }
        }
        return found
    }

    private static func resolved(_ target: Substring, in folder: ArraySlice<Substring>) -> String {
        var parts = Array(folder)
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

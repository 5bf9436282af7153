/// The headings of a Markdown text and the lines below each, as far as checking needs them.
struct MarkdownOutline {
    /// A heading with the lines up to the next one of any level.
    struct Section {
        /// How many `#` it has, 1 to 6; 0 for what stands before the first heading.
        let level: Int
        /// The heading's words.
        let title: String
        /// The heading's line, from 1.
        let line: Int
        /// The lines below, with their numbers.
        var body: [(line: Int, text: Substring)]

        /// Whether anything but white space stands below.
        var hasText: Bool { body.contains { $0.text.contains { !$0.isWhitespace } } }
    }

    /// The sections in order; what stands before the first heading comes first, with level 0.
    let sections: [Section]

    init(_ text: String) {
        var sections = [Section(level: 0, title: "", line: 1, body: [])]
        for (index, line) in Self.lines(of: text).enumerated() {
            let level = line.prefix { $0 == "#" }.count
            if (1...6).contains(level), line.dropFirst(level).first == " " {
                let title = String(line.dropFirst(level)).trimmed
                sections.append(Section(level: level, title: title, line: index + 1, body: []))
            } else {
                sections[sections.count - 1].body.append((index + 1, line))
            }
        }
        self.sections = sections
    }

    /// The lines, split at bytes: several times faster than at characters, and a line feed is one byte.
    static func lines(of text: String) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// The first section of a title.
    func section(_ title: String) -> Section? { sections.first { $0.title == title } }

    /// A section together with the deeper ones that follow it.
    func wholeSection(at index: Int) -> [Section] {
        let rest = sections[(index + 1)...].prefix { $0.level > sections[index].level }
        return [sections[index]] + rest
    }
}

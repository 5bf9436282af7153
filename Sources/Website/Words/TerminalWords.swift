/// The command that does on the command line what a page does.
enum TerminalWords {
    /// A value as a shell takes it: bare when it is plain, else in single quotes.
    static func quoted(_ value: String) -> String {
        let isPlain =
            !value.isEmpty
            && value.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                    UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "+"):
                    true
                default: false
                }
            }
        guard !isPlain else { return value }
        return "'" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// `commonground WORDS --option VALUE …`; options without a value are left out.
    static func command(_ words: String, _ options: KeyValuePairs<String, String?> = [:]) -> String {
        var line = "commonground \(words)"
        for (name, value) in options {
            if let value { line += " --\(name) \(quoted(value))" }
        }
        return line
    }
}

/// The order in which people list codes: A2 before A10.
public enum NaturalOrder {
    /// Whether `left` comes before `right`; runs of digits compare as numbers, ties by plain order.
    public static func precedes(_ left: String, _ right: String) -> Bool { Key(left) < Key(right) }

    /// The places of names in their order; each name is taken apart once.
    static func sorted(_ names: [String]) -> [Int] {
        let keys = names.map(Key.init)
        return names.indices.sorted { keys[$0] < keys[$1] }
    }

    private enum Chunk: Equatable { case text(String), number(String) }

    private struct Key: Comparable {
        let word: String
        let chunks: [Chunk]

        init(_ word: String) {
            self.word = word
            var chunks: [Chunk] = []
            let bytes = word.utf8
            var start = bytes.startIndex
            while start < bytes.endIndex {
                let isDigit = Self.isDigit(bytes[start])
                let end = bytes[start...].firstIndex { Self.isDigit($0) != isDigit } ?? bytes.endIndex
                if isDigit {
                    let digits = bytes[start..<end].drop { $0 == 0x30 }
                    chunks.append(.number(digits.isEmpty ? "0" : String(Substring(digits))))
                } else {
                    chunks.append(.text(String(word[start..<end])))
                }
                start = end
            }
            self.chunks = chunks
        }

        static func < (left: Key, right: Key) -> Bool {
            for (a, b) in zip(left.chunks, right.chunks) where a != b {
                switch (a, b) {
                case (.number(let x), .number(let y)):
                    return x.utf8.count == y.utf8.count ? x < y : x.utf8.count < y.utf8.count
                case (.text(let x), .text(let y)): return x < y
                case (.number, .text): return true
                case (.text, .number): return false
                }
            }
            return left.chunks.count == right.chunks.count
                ? left.word < right.word : left.chunks.count < right.chunks.count
        }

        private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    }
}

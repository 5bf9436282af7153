import CICU

/// Places where a line may end, by ICU (UAX 14, with dictionaries for Thai, Lao, Khmer and Burmese).
enum LineBreaks {
    /// UTF-16 positions after which the next line may begin, ascending, the end of the text left out.
    static func opportunities(in units: [UInt16], language: String?) -> [Int] {
        guard let breaks = cg_line_breaks_open(language ?? "en", units, Int32(units.count)) else { return [] }
        defer { cg_breaks_close(breaks) }
        var found: [Int] = []
        while case let position = Int(cg_breaks_next(breaks)), position > 0, position < units.count {
            found.append(position)
        }
        return found
    }
}

/// Reads `scales.csv`: `scale,item[,minimum_answered]`, a row for each item of each named scale.
public enum ScaleSheet {
    /// One scale.
    public struct Scale: Hashable, Sendable {
        /// Its name, as in `scale:NAME`.
        public let name: String
        /// The codes of its items, in the order of the rows.
        public internal(set) var items: [String]
        /// How many items a person must have answered; nil when no row says.
        public internal(set) var minimumAnswered: Int?
    }

    enum Column: Int, SheetColumn {
        case scale, item, minimumAnswered

        static let sheet = "scales.csv"
        var isRequired: Bool { self != .minimumAnswered }
        var name: String { self == .minimumAnswered ? "minimum_answered" : "\(self)" }
    }

    /// The scales in the order of their first rows.
    ///
    /// - Parameters:
    ///   - source: The sheet.
    ///   - limits: What is refused.
    /// - Returns: One value a scale.
    /// - Throws: ``OpenDataRefusal``: an item twice in a scale, a minimum that is no whole number or contradicts another row.
    public static func read(_ source: CSVSource, limits: CSVLimits = CSVLimits()) throws(OpenDataRefusal) -> [Scale] {
        var sheet = try SheetReader<Column>.open(source, limits: limits)
        var scales: [Scale] = []
        while try sheet.next() {
            let name = sheet.required(.scale, "the scale's name")
            let item = sheet.required(.item, "an item's code")
            let minimum = sheet.parsed(.minimumAnswered, "a whole number from 1") { text in
                Int(text).flatMap { $0 >= 1 ? $0 : nil }
            }
            guard let name, let item else { continue }
            guard let known = scales.firstIndex(where: { $0.name == name }) else {
                scales.append(Scale(name: name, items: [item], minimumAnswered: minimum))
                continue
            }
            if scales[known].items.contains(item) {
                sheet.add(.item, "\(item) is in the scale \(name) already; keep one")
            }
            if let minimum, let other = scales[known].minimumAnswered, other != minimum {
                sheet.add(.minimumAnswered, "the scale \(name) has \(other) on an earlier row; give one number")
            }
            scales[known].items.append(item)
            scales[known].minimumAnswered = scales[known].minimumAnswered ?? minimum
        }
        try sheet.throwFaults()
        return scales
    }
}

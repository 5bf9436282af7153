/// A calendar month of a year, the unit of the police's published counts.
public struct Month: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The year, for example 2026.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int

    /// A month, or nil when there is no such month.
    public init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.init(unchecked: year, month)
    }

    /// Reads `YYYY-MM`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return nil }
        guard let year = CalendarDate.number(bytes[0..<4]), let month = CalendarDate.number(bytes[5..<7]) else {
            return nil
        }
        self.init(year: year, month: month)
    }

    init(unchecked year: Int, _ month: Int) { (self.year, self.month) = (year, month) }

    /// Months since January of year 0; differences count months.
    public var index: Int { year * 12 + month - 1 }

    /// The month so many months later, or earlier when negative.
    public func adding(_ months: Int) -> Month {
        let target = index + months
        let year = target >= 0 ? target / 12 : (target - 11) / 12
        return Month(unchecked: year, target - year * 12 + 1)
    }

    /// The number of days, 28 to 31.
    public var days: Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// The first day.
    public var firstDay: CalendarDate { CalendarDate(firstOf: self) }

    /// `YYYY-MM`.
    public var description: String { "\(Digits.padded(year, 4))-\(Digits.padded(month, 2))" }

    /// Earlier months first.
    public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

extension Month: Codable {
    /// Reads `YYYY-MM`.
    public init(from decoder: any Decoder) throws {
        let text = try String(from: decoder)
        guard let month = Month(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\"\(text)\" is not a month like 2026-03")
            )
        }
        self = month
    }
    /// Writes `YYYY-MM`.
    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

/// A quarter of the financial year, which runs from April to March (Q1 is April to June).
public struct Quarter: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The year in which the financial year begins.
    public let year: Int
    /// 1 to 4.
    public let number: Int

    /// A quarter, or nil when there is no such quarter.
    public init?(year: Int, number: Int) {
        guard (1900...2200).contains(year), (1...4).contains(number) else { return nil }
        (self.year, self.number) = (year, number)
    }

    /// The quarter a day lies in.
    public init(of date: CalendarDate) {
        year = date.month >= 4 ? date.year : date.year - 1
        number = ((date.month + 8) % 12) / 3 + 1
    }

    /// Reads `2026-27 Q1`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, parts[1].count == 2, parts[1].first == "Q", let number = Int(parts[1].dropFirst()),
            parts[0].count == 7, let year = Int(parts[0].prefix(4))
        else { return nil }
        self.init(year: year, number: number)
        guard description == text else { return nil }
    }

    /// The first month.
    public var firstMonth: Month { Month(unchecked: year, 4).adding(3 * (number - 1)) }
    /// The first day.
    public var firstDay: CalendarDate { firstMonth.firstDay }
    /// The last day.
    public var lastDay: CalendarDate { firstMonth.adding(3).firstDay.adding(days: -1) }

    /// `2026-27 Q1`.
    public var description: String { "\(Digits.padded(year, 4))-\(Digits.padded((year + 1) % 100, 2)) Q\(number)" }

    /// Earlier quarters first.
    public static func < (left: Self, right: Self) -> Bool { (left.year, left.number) < (right.year, right.number) }
}

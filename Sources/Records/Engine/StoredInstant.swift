public import FoundationEssentials
import Programme

/// Instants as the database keeps them: UTC, ISO 8601, to the millisecond, so that text order is time order.
public enum StoredInstant {
    /// `2026-11-21T09:26:03.120Z`.
    public static func text(_ instant: Date) -> String {
        // To the nearest: a stored millisecond read back lies a hair to either side of itself.
        let total = Int((instant.timeIntervalSince1970 * 1000).rounded())
        let day = total >= 0 ? total / 86_400_000 : (total - 86_399_999) / 86_400_000
        let rest = total - day * 86_400_000
        let date = CalendarDate(dayNumber: day)?.description ?? "0001-01-01"
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0, 2) }.joined(
            separator: ":"
        )
        return "\(date)T\(clock).\(padded(rest % 1000, 3))Z"
    }

    /// The instant of a stored text; nil for anything else.
    public static func date(_ text: String) -> Date? {
        let halves = text.split(separator: "T")
        guard text.utf8.count == 24, text.hasSuffix("Z"), halves.count == 2, let date = CalendarDate(halves[0]) else {
            return nil
        }
        let parts = halves[1].dropLast().split(whereSeparator: { ":.".contains($0) }).compactMap { Int($0) }
        guard parts.count == 4 else { return nil }
        let seconds = date.dayNumber * 86_400 + parts[0] * 3600 + parts[1] * 60 + parts[2]
        return Date(timeIntervalSince1970: Double(seconds) + Double(parts[3]) / 1000)
    }
}

extension SQLValue {
    /// An instant as stored.
    public static func instant(_ instant: Date) -> SQLValue { .text(StoredInstant.text(instant)) }
    /// An instant as stored, or null for none.
    public static func optional(_ instant: Date?) -> SQLValue { instant.map(SQLValue.instant) ?? .null }
}

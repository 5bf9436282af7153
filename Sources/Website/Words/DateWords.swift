import FoundationEssentials
import Programme
import Records

/// Days and times as people in Britain read them.
enum DateWords {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `Tue 3 March 2026`.
    static func day(_ date: CalendarDate) -> String {
        "\(weekdays[date.weekday - 1]) \(date.day) \(months[date.month - 1]) \(date.year)"
    }

    /// `Tue 3 March 2026, 18:30`.
    static func dayAndTime(_ moment: LocalDateTime) -> String { "\(day(moment.date)), \(moment.time)" }

    /// `09:15 to 16:45`.
    static func span(_ sitting: RunSitting) -> String { "\(sitting.starts.time) to \(sitting.ends.time)" }

    /// `Tue 3 March 2026, 09:15 to 16:45`.
    static func full(_ sitting: RunSitting) -> String { "\(day(sitting.starts.date)), \(span(sitting))" }

    /// `3 March`.
    static func stamp(_ instant: Date) -> String {
        let text = StoredInstant.text(instant)
        guard let date = CalendarDate(text.prefix(10)) else { return text }
        return "\(short(date)) \(date.year), \(text.dropFirst(11).prefix(5)) UTC"
    }
    static func short(_ date: CalendarDate) -> String { "\(date.day) \(months[date.month - 1])" }

    /// `March`, cut to three letters.
    static func monthLetters(_ date: CalendarDate) -> String { String(months[date.month - 1].prefix(3)) }

    /// `Tue`.
    static func weekday(_ date: CalendarDate) -> String { weekdays[date.weekday - 1] }
}

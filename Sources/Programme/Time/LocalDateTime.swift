public import FoundationEssentials

/// A time of day on a wall clock, to the minute.
public struct WallTime: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Minutes since midnight, 0 to 1439.
    public let minutes: Int

    /// A time of day, or nil outside 0 to 1439 minutes.
    public init?(minutes: Int) {
        guard (0..<1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Reads `HH:MM` on the 24-hour clock; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
        guard let hour = CalendarDate.number(bytes[0..<2]), let minute = CalendarDate.number(bytes[3..<5]),
            hour < 24, minute < 60
        else { return nil }
        minutes = hour * 60 + minute
    }

    /// `HH:MM`.
    public var description: String { "\(Digits.padded(minutes / 60, 2)):\(Digits.padded(minutes % 60, 2))" }

    /// Earlier times first.
    public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}

/// A date and a time as a wall clock and calendar in the hall show them; 18:30 stays 18:30 when the clocks change.
public struct LocalDateTime: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The day.
    public let date: CalendarDate
    /// The time of day.
    public let time: WallTime

    /// A date and a time of day.
    public init(date: CalendarDate, time: WallTime) { (self.date, self.time) = (date, time) }

    /// Reads `YYYY-MM-DDTHH:MM`, or with a space in the middle; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "T" || $0 == " " })
        guard parts.count == 2, let date = CalendarDate(parts[0]), let time = WallTime(parts[1]) else { return nil }
        self.init(date: date, time: time)
    }

    /// The wall clock's reading at `instant` in `zone`.
    public init(_ instant: Date, in zone: TimeZone) {
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: instant)
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        date = CalendarDate(dayNumber: day) ?? CalendarDate(firstOf: Month(unchecked: 1970, 1))
        time = WallTime(minutes: (seconds - day * 86_400) / 60) ?? WallTime(midnight: ())
    }

    /// The instant at which the wall clock in `zone` shows this; of two such instants the first, and in the hour that
    /// the spring change skips the instant the clock would have shown it without the change.
    public func instant(in zone: TimeZone) -> Date {
        let asIfUniversal = Double(date.dayNumber * 86_400 + time.minutes * 60)
        let offsets = [-86_400.0, 86_400.0].map { offset in
            Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: asIfUniversal + offset)))
        }
        let candidates = offsets.map { Date(timeIntervalSince1970: asIfUniversal - $0) }.sorted()
        let matching = candidates.first { LocalDateTime($0, in: zone) == self }
        return matching ?? Date(timeIntervalSince1970: asIfUniversal - offsets[0])
    }

    /// `YYYY-MM-DDTHH:MM`.
    public var description: String { "\(date)T\(time)" }

    /// Earlier readings first.
    public static func < (left: Self, right: Self) -> Bool { (left.date, left.time) < (right.date, right.time) }
}

extension WallTime {
    init(midnight: Void) { minutes = 0 }
}

extension WallTime: Codable {
    /// Reads `HH:MM`.
    public init(from decoder: any Decoder) throws {
        let text = try String(from: decoder)
        guard let time = WallTime(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\"\(text)\" is not a time like 09:15")
            )
        }
        self = time
    }
    /// Writes `HH:MM`.
    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

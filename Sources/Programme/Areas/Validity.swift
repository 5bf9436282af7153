/// The days on which something holds: from a first to a last day, both included, either of them open.
public struct Validity: Hashable, Sendable, CustomStringConvertible {
    /// The first day; nil when it has held longer than anybody needs to know.
    public let from: CalendarDate?
    /// The last day; nil while it holds.
    public let to: CalendarDate?

    /// Always.
    public static let always = Validity()

    private init() { (from, to) = (nil, nil) }

    /// A span of days, or nil when the last lies before the first.
    public init?(from: CalendarDate?, to: CalendarDate?) {
        if let from, let to, to < from { return nil }
        (self.from, self.to) = (from, to)
    }

    /// Whether it holds on `date`.
    public func contains(_ date: CalendarDate) -> Bool {
        if let from, date < from { return false }
        if let to, date > to { return false }
        return true
    }

    /// Whether there is a day on which both hold.
    public func overlaps(_ other: Validity) -> Bool { intersection(other) != nil }

    /// The days on which both hold, or nil when there are none.
    public func intersection(_ other: Validity) -> Validity? {
        let latest = [from, other.from].compactMap(\.self).max()
        let earliest = [to, other.to].compactMap(\.self).min()
        return Validity(from: latest, to: earliest)
    }

    /// `2011-04-01 to 2014-03-31`, `since 2014-04-01`, `until 2014-03-31` or `always`.
    public var description: String {
        switch (from, to) {
        case (let from?, let to?): "\(from) to \(to)"
        case (let from?, nil): "since \(from)"
        case (nil, let to?): "until \(to)"
        case (nil, nil): "always"
        }
    }
}

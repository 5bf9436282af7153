public import Programme
public import Records

/// What a booking became, with the private link that was minted for it.
public struct BookingReceipt: Hashable, Sendable {
    /// The booking.
    public let entry: BookingEntry
    /// The run with its numbers after the booking.
    public let summary: RunSummary
    /// What the request became.
    public let outcome: Places.Outcome
    /// The token of the booking's private link.
    public let token: PrivateToken
}

/// A booking that ended, with those who got the freed place.
public struct CancellationReceipt: Hashable, Sendable {
    /// The booking as it was.
    public let entry: BookingEntry
    /// The run with its numbers afterwards.
    public let summary: RunSummary
    /// Those who waited and now have a place.
    public let promoted: [BookingEntry]
}

/// A booking that moved to another run.
public struct MoveReceipt: Hashable, Sendable {
    /// The booking as it is now.
    public let entry: BookingEntry
    /// The run it came from, with its numbers afterwards.
    public let from: RunSummary
    /// The run it is on now.
    public let to: RunSummary
    /// What it became there.
    public let outcome: Places.Outcome
    /// Those who got the place it left.
    public let promoted: [BookingEntry]
}

public import Programme

/// One answer to a safety item: whether the person chose the safe thing to do.
///
/// Guard items are never averaged with the others; they can only forbid a claim of success.
public struct GuardAnswer: Hashable, Sendable {
    /// The person's reference.
    public var attendee: String
    /// When it was asked.
    public var wave: Wave
    /// The item's code, for example `C1`; parallel forms of one item share it.
    public var item: String
    /// Whether the one right choice was made; nil when the person did not answer.
    public var isSafe: Bool?

    /// An answer.
    public init(attendee: String, wave: Wave, item: String, isSafe: Bool?) {
        (self.attendee, self.wave, self.item, self.isSafe) = (attendee, wave, item, isSafe)
    }
}

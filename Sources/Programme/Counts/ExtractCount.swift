/// Calls of one category in one place and month, from a force's own extract.
public struct ExtractCount: Hashable, Sendable {
    /// The area or the LSOA's code as the extract writes it; empty when it gives none.
    public var place: String
    /// The category as the extract writes it.
    public var category: String
    /// The calls, 1 or more.
    public var calls: Int
    /// Of these, those attended; nil when the extract does not say.
    public var attended: Int?
    /// Of these, those not attended; nil when the extract does not say. The rest is unknown.
    public var notAttended: Int?
    /// Of these, those escalated; nil when the extract does not say.
    public var escalated: Int?

    /// A count.
    public init(
        place: String,
        category: String,
        calls: Int,
        attended: Int? = nil,
        notAttended: Int? = nil,
        escalated: Int? = nil
    ) {
        (self.place, self.category, self.calls) = (place, category, calls)
        (self.attended, self.notAttended, self.escalated) = (attended, notAttended, escalated)
    }
}

/// Calls of one person in one month, the person known by a pseudonym only.
public struct CallerCount: Hashable, Sendable {
    /// Bytes that stand for the person; the same person has the same in every extract that one site takes in.
    public var caller: [UInt8]
    /// The calls, 1 or more.
    public var calls: Int

    /// A count.
    public init(caller: [UInt8], calls: Int) { (self.caller, self.calls) = (caller, calls) }
}

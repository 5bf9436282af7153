/// One area's ground passing to another on a day; a split or a merger is several of these.
public struct AreaSuccession: Hashable, Sendable {
    /// The area that gives.
    public var from: Slug<PolicingArea>
    /// The area that takes.
    public var to: Slug<PolicingArea>
    /// The first day on which it belongs to the area that takes.
    public var on: CalendarDate
    /// The districts or LSOAs that pass; empty means all of the area that gives.
    public var by: [AreaMember]

    /// A succession.
    public init(from: Slug<PolicingArea>, to: Slug<PolicingArea>, on: CalendarDate, by: [AreaMember] = []) {
        self.from = from
        self.to = to
        self.on = on
        self.by = by
    }
}

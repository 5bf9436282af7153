/// Where a piece of reference data comes from, so that a report can say so.
public struct Provenance: Hashable, Sendable {
    /// The publication or body, in words that can be printed.
    public var source: String
    /// The day the source was last looked at; nil when it has not been.
    public var checkedOn: CalendarDate?
    /// Whether somebody should check it before relying on it.
    public var toVerify: Bool

    /// A source.
    public init(source: String, checkedOn: CalendarDate? = nil, toVerify: Bool = false) {
        self.source = source
        self.checkedOn = checkedOn
        self.toVerify = toVerify
    }
}

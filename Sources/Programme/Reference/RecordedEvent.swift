/// Something that happened in known months and may have moved counts, from the reference data: a lockdown, a change of
/// recording.
public struct RecordedEvent: Hashable, Sendable {
    /// The name, as a sentence uses it.
    public var name: String
    /// The first month.
    public var from: Month
    /// The last month; nil while it goes on.
    public var to: Month?
    /// The names of the areas it touched; nil for all.
    public var areas: [String]?
    /// Whether models give it a level of its own.
    public var adjusts: Bool
    /// What a reader must know.
    public var note: String?
    /// Where it is from.
    public var provenance: Provenance

    /// An event.
    public init(
        name: String,
        from: Month,
        to: Month? = nil,
        areas: [String]? = nil,
        adjusts: Bool = false,
        note: String? = nil,
        provenance: Provenance
    ) {
        (self.name, self.from, self.to, self.areas) = (name, from, to, areas)
        (self.adjusts, self.note, self.provenance) = (adjusts, note, provenance)
    }
}

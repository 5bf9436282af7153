/// What one event costs somebody, from a published source; never used without printing source, price year and type.
public struct UnitCost: Hashable, Sendable {
    /// The lasting name: `asb-incident-further-action`.
    public var code: Slug<UnitCost>
    /// What it is, as printed: "ASB incident, further action necessary".
    public var name: String
    /// Pence for one event, in the prices of ``priceYear``; above 0.
    public var pence: Int
    /// What one event is: "incident".
    public var unit: String
    /// The year of the prices as the source writes it: `2015/16`; nil when the source does not say.
    public var priceYear: String?
    /// Whether less of it frees money that can be spent on something else.
    public var kind: Kind
    /// Who bears it: "all agencies".
    public var borneBy: String?
    /// What a reader must know before using it.
    public var note: String?
    /// Where it is from.
    public var provenance: Provenance

    /// Whether avoiding an event frees money.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Money that can be taken out of a budget.
        case cashable
        /// Time or harm; real, but no budget falls.
        case notCashable = "not cashable"
        /// Both, and the source does not part them.
        case mixed
    }

    /// A unit cost.
    public init(
        code: Slug<UnitCost>,
        name: String,
        pence: Int,
        unit: String,
        priceYear: String? = nil,
        kind: Kind,
        borneBy: String? = nil,
        note: String? = nil,
        provenance: Provenance
    ) {
        self.code = code
        self.name = name
        self.pence = pence
        self.unit = unit
        self.priceYear = priceYear
        self.kind = kind
        self.borneBy = borneBy
        self.note = note
        self.provenance = provenance
    }
}

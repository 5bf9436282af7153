/// A territorial police force (or another body that publishes as one).
public struct PoliceForce: Hashable, Sendable {
    /// The slug police.uk uses in file names: `thames-valley`.
    public var code: Slug<PoliceForce>
    /// The name as it stands in "Reported by": `Thames Valley Police`.
    public var name: String
    /// The ONS code of the police force area (E23…), when known.
    public var officialCode: String?
    /// What the force calls its areas, oldest first.
    public var areaKinds: [AreaKind]
    /// Where this is from.
    public var provenance: Provenance

    /// What a force calls its areas in a time: "local policing area".
    public struct AreaKind: Hashable, Sendable {
        /// One area of this kind, in small letters.
        public var name: String
        /// When it is called that.
        public var validity: Validity

        /// A kind of area.
        public init(name: String, validity: Validity) { (self.name, self.validity) = (name, validity) }
    }

    /// A force.
    public init(
        code: Slug<PoliceForce>,
        name: String,
        officialCode: String? = nil,
        areaKinds: [AreaKind] = [],
        provenance: Provenance
    ) {
        self.code = code
        self.name = name
        self.officialCode = officialCode
        self.areaKinds = areaKinds
        self.provenance = provenance
    }

    /// What one of its areas is called on `date`; "policing area" when nobody has said.
    public func areaKind(on date: CalendarDate) -> String {
        areaKinds.first { $0.validity.contains(date) }?.name ?? "policing area"
    }
}

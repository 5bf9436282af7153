/// A place in which a force works and courses are planned: a local policing area (LPA), a command unit, a borough.
///
/// Forces redraw them. An area that was merged away keeps its record and its days, so that a course of 2013 keeps its
/// area and is counted in today's.
public struct PolicingArea: Hashable, Sendable {
    /// The lasting name in addresses and files: `milton-keynes`.
    public var code: Slug<PolicingArea>
    /// The name people use: `Milton Keynes`.
    public var name: String
    /// The force.
    public var force: Slug<PoliceForce>
    /// The days on which the force has this area.
    public var validity: Validity
    /// The districts and single LSOAs that make it up.
    public var members: [Membership]
    /// Where this is from.
    public var provenance: Provenance

    /// A part of an area, and when it belongs to it.
    public struct Membership: Hashable, Sendable {
        /// The district or LSOA.
        public var member: AreaMember
        /// The days; those outside the area's own do not count.
        public var validity: Validity

        /// A membership, for all of the area's days unless said otherwise.
        public init(_ member: AreaMember, _ validity: Validity = .always) {
            (self.member, self.validity) = (member, validity)
        }
    }

    /// An area.
    public init(
        code: Slug<PolicingArea>,
        name: String,
        force: Slug<PoliceForce>,
        validity: Validity = .always,
        members: [Membership],
        provenance: Provenance
    ) {
        self.code = code
        self.name = name
        self.force = force
        self.validity = validity
        self.members = members
        self.provenance = provenance
    }

    /// What makes the area up on `date`, in the order given; nothing on a day without the area.
    public func members(on date: CalendarDate) -> [AreaMember] {
        guard validity.contains(date) else { return [] }
        return members.filter { $0.validity.contains(date) }.map(\.member)
    }

    /// The district or LSOA that is a part of an area.
    public enum AreaMember: Hashable, Sendable, CustomStringConvertible {
        /// A district, by the name that stands in front of the number in an LSOA's name.
        case district(String)
        /// One LSOA, by code; it beats a district that another area has.
        case lsoa(String)

        /// The district's name, or the LSOA's code.
        public var description: String {
            switch self {
            case .district(let name): name
            case .lsoa(let code): code
            }
        }
    }
}

/// The district or LSOA that is a part of an area.
public typealias AreaMember = PolicingArea.AreaMember

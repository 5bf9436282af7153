import Programme
import Records

extension OwnAreaMember {
    /// The rows that keep an area.
    static func members(of area: PolicingArea) -> [OwnAreaMember] {
        area.members.map { membership in
            let (district, lsoa): (String?, String?) =
                switch membership.member {
                case .district(let name): (name, nil)
                case .lsoa(let code): (nil, code)
                }
            return OwnAreaMember(
                area: area.name,
                district: district,
                lsoa: lsoa,
                starts: membership.validity.from,
                ends: membership.validity.to
            )
        }
    }
}

extension PoliceForce {
    /// The force that areas of the programme's own definition are kept under.
    static let ownAreas = Slug<PoliceForce>(naming: "own areas")
    /// The slug of the British Transport Police, whose rows lie over those of every territorial force and belong to no area.
    static let transportPolice = "btp"
}

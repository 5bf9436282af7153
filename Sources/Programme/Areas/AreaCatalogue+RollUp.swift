/// The part of an area that lies in one area of another day.
public struct AreaShare: Hashable, Sendable {
    /// The area of the other day.
    public var area: PolicingArea
    /// The districts and LSOAs, of the area one started from, that lie in it; empty when only a succession row says so.
    public var members: [AreaMember]
}

/// An area of one day in the areas of another.
public struct AreaRollUp: Hashable, Sendable {
    /// The areas of the other day, in the order of the catalogue.
    public var shares: [AreaShare]
    /// Members that no area of the force holds on the other day.
    public var unplaced: [AreaMember]

    /// The one area everything lies in, when there is just one.
    public var only: PolicingArea? { shares.count == 1 && unplaced.isEmpty ? shares[0].area : nil }
}

extension AreaCatalogue {
    /// Where an area's ground lies among the areas of its force on another day, earlier or later.
    ///
    /// Decided by what each area is made of; where that does not place a member, by the succession rows. An area that
    /// exists on that day is itself.
    public func rollUp(_ area: PolicingArea, to date: CalendarDate) -> AreaRollUp {
        let members = ownMembers(of: area, nearest: date)
        guard !area.validity.contains(date) else {
            return AreaRollUp(shares: [AreaShare(area: area, members: members)], unplaced: [])
        }
        let allocator = AreaAllocator(self, force: area.force, on: date)
        var found: [Slug<PolicingArea>: [AreaMember]] = [:]
        var unplaced: [AreaMember] = []
        for member in members {
            if let holder = allocator.area(holding: member) ?? passedOn(member, of: area.code, to: date) {
                found[holder, default: []].append(member)
            } else {
                unplaced.append(member)
            }
        }
        if members.isEmpty {
            for code in relatives(of: area.code, by: nil, to: date, depth: 8) { found[code] = [] }
        }
        let shares = areas.compactMap { area in found[area.code].map { AreaShare(area: area, members: $0) } }
        return AreaRollUp(shares: shares, unplaced: unplaced)
    }

    /// What the area was made of on the day of its life closest to `date`.
    private func ownMembers(of area: PolicingArea, nearest date: CalendarDate) -> [AreaMember] {
        var day = date
        if let to = area.validity.to, day > to { day = to }
        if let from = area.validity.from, day < from { day = from }
        return area.members(on: day)
    }

    private func passedOn(
        _ member: AreaMember,
        of area: Slug<PolicingArea>,
        to date: CalendarDate
    ) -> Slug<PolicingArea>? {
        let codes = relatives(of: area, by: member, to: date, depth: 8)
        return codes.count == 1 ? codes.first : nil
    }

    /// Follows succession rows, forwards to a later day and backwards to an earlier one.
    private func relatives(
        of code: Slug<PolicingArea>,
        by member: AreaMember?,
        to date: CalendarDate,
        depth: Int
    ) -> Set<Slug<PolicingArea>> {
        guard depth > 0, let area = self[code] else { return [] }
        guard !area.validity.contains(date) else { return [code] }
        let isLater = area.validity.to.map { $0 < date } ?? false
        var found: Set<Slug<PolicingArea>> = []
        for row in successions where (isLater ? row.from : row.to) == code {
            guard isLater ? row.on <= date : row.on > date else { continue }
            if let member, !row.by.isEmpty, !row.by.contains(member) { continue }
            found.formUnion(relatives(of: isLater ? row.to : row.from, by: member, to: date, depth: depth - 1))
        }
        return found
    }
}

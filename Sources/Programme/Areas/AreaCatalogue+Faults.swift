/// Something in a catalogue that does not fit together.
public struct AreaFault: Refusal, Hashable {
    /// What the fault is about, so that a reader of files can name the line.
    public enum Subject: Hashable, Sendable {
        /// The force at this place in ``AreaCatalogue/forces``.
        case force(Int)
        /// The district at this place in ``AreaCatalogue/districts``.
        case district(Int)
        /// The area at this place in ``AreaCatalogue/areas``, and the membership at this place in it, if one is meant.
        case area(Int, membership: Int?)
        /// The row at this place in ``AreaCatalogue/successions``.
        case succession(Int)
    }

    /// What it is about.
    public let subject: Subject
    /// What is wrong and what is expected, in one sentence.
    public let description: String
}

extension AreaCatalogue {
    /// Everything that does not fit together: unknown names, claims on one place at one time, gaps in the succession.
    ///
    /// Complexity: O(memberships² within a force); meant for reading content, not for every page.
    public func faults() -> [AreaFault] {
        codeFaults() + districtFaults() + areas.indices.flatMap(areaFaults) + claimFaults()
            + successions.indices.flatMap(successionFaults) + endFaults()
    }

    private func codeFaults() -> [AreaFault] {
        repeated(forces.map(\.code.rawValue)).map { index, code in
            AreaFault(subject: .force(index), description: "the force \"\(code)\" is defined twice; remove one")
        }
            + repeated(districts.map(\.code)).map { index, code in
                AreaFault(subject: .district(index), description: "the district \(code) is defined twice; remove one")
            }
            + repeated(districts.map { NameKey.of($0.name) }).map { index, _ in
                AreaFault(
                    subject: .district(index),
                    description: "another district is called \"\(districts[index].name)\" too; names must differ"
                )
            }
            + repeated(areas.map(\.code.rawValue)).map { index, code in
                AreaFault(
                    subject: .area(index, membership: nil),
                    description: "the area code \"\(code)\" is used twice; every area of every time needs its own"
                )
            }
    }

    private func repeated(_ keys: [String]) -> [(Int, String)] {
        var seen: Set<String> = []
        return keys.enumerated().filter { !seen.insert($0.element).inserted }.map { ($0.offset, $0.element) }
    }

    private func districtFaults() -> [AreaFault] {
        districts.indices.compactMap { index in
            guard let became = districts[index].became else { return nil }
            guard let successor = districts.first(where: { $0.code == became }) else {
                return AreaFault(
                    subject: .district(index),
                    description: "it became \(became), but no district has that code; add it or correct the code"
                )
            }
            guard let end = districts[index].validity.to, successor.validity.contains(end.adding(days: 1)) else {
                return AreaFault(
                    subject: .district(index),
                    description: "it became \(successor.name) (\(successor.validity)), "
                        + "so it must end on the day before; it is valid \(districts[index].validity)"
                )
            }
            return nil
        }
    }

    private func areaFaults(_ index: Int) -> [AreaFault] {
        let area = areas[index]
        var faults: [AreaFault] = []
        if !forces.contains(where: { $0.code == area.force }) {
            let nearest = NearestSpelling.suggestion(for: area.force.rawValue, among: forces.map(\.code.rawValue))
            faults.append(
                AreaFault(
                    subject: .area(index, membership: nil),
                    description: "there is no force \"\(area.force)\".\(nearest)"
                )
            )
        }
        if area.members.isEmpty {
            faults.append(
                AreaFault(
                    subject: .area(index, membership: nil),
                    description: "\(area.name) has no district and no LSOA; list what it is made of"
                )
            )
        }
        for (place, membership) in area.members.enumerated() {
            if case .district(let name) = membership.member, district(name)?.name != name {
                let nearest =
                    district(name).map { " Did you mean \"\($0.name)\"?" }
                    ?? NearestSpelling.suggestion(for: name, among: districts.map(\.name))
                faults.append(
                    AreaFault(
                        subject: .area(index, membership: place),
                        description: "there is no district \"\(name)\".\(nearest)"
                    )
                )
            }
            if area.validity.intersection(membership.validity) == nil {
                faults.append(
                    AreaFault(
                        subject: .area(index, membership: place),
                        description: "\(membership.member) belongs to \(area.name) \(membership.validity), "
                            + "but \(area.name) exists \(area.validity)"
                    )
                )
            }
        }
        return faults
    }

    /// Two areas of a force with one name, district or LSOA on one day.
    private func claimFaults() -> [AreaFault] {
        var faults: [AreaFault] = []
        var claims: [String: [(area: Int, days: Validity)]] = [:]
        for (index, area) in areas.enumerated() {
            let key = "name \(area.force) \(NameKey.of(area.name))"
            if let other = claims[key]?.first(where: { $0.days.overlaps(area.validity) }) {
                faults.append(
                    AreaFault(
                        subject: .area(index, membership: nil),
                        description: "another area of \(area.force) is called \"\(area.name)\" \(other.days); "
                            + "two areas of one force cannot share a name on one day"
                    )
                )
            }
            claims[key, default: []].append((index, area.validity))
            for (place, membership) in area.members.enumerated() {
                guard let days = area.validity.intersection(membership.validity) else { continue }
                let key = "member \(area.force) \(membership.member)"
                if let other = claims[key]?.first(where: { $0.days.overlaps(days) }) {
                    faults.append(
                        AreaFault(
                            subject: .area(index, membership: place),
                            description: "\(membership.member) already belongs to \(areas[other.area].name) "
                                + "\(other.days); a place is in one area of a force at a time"
                        )
                    )
                }
                claims[key, default: []].append((index, days))
            }
        }
        return faults
    }

    private func successionFaults(_ index: Int) -> [AreaFault] {
        let row = successions[index]
        var faults: [AreaFault] = []
        func add(_ text: String) { faults.append(AreaFault(subject: .succession(index), description: text)) }
        for code in [row.from, row.to] where self[code] == nil {
            add(
                "there is no area \"\(code)\".\(NearestSpelling.suggestion(for: code.rawValue, among: areas.map(\.code.rawValue)))"
            )
        }
        guard let from = self[row.from], let to = self[row.to] else { return faults }
        let before = row.on.adding(days: -1)
        if from.force != to.force { add("\(from.name) and \(to.name) belong to different forces") }
        if !from.validity.contains(before) {
            add("\(from.name) exists \(from.validity), not on \(before), the day before it gives ground to \(to.name)")
        }
        if !to.validity.contains(row.on) {
            add("\(to.name) exists \(to.validity), not on \(row.on), the day it takes ground from \(from.name)")
        }
        let allocator = AreaAllocator(self, force: to.force, on: row.on)
        for member in row.by.isEmpty ? from.members(on: before) : row.by {
            if case .district = member, !from.members(on: before).contains(member) {
                add("\(from.name) does not hold \(member) on \(before)")
            } else if to.validity.contains(row.on), allocator.area(holding: member) != to.code {
                add("\(to.name) does not hold \(member) on \(row.on)")
            }
        }
        return faults
    }

    /// Areas that end while their force goes on, with ground that no succession row passes on.
    private func endFaults() -> [AreaFault] {
        areas.indices.flatMap { index -> [AreaFault] in
            let area = areas[index]
            guard let end = area.validity.to else { return [] }
            let next = end.adding(days: 1)
            guard !areas(of: area.force, on: next).isEmpty else { return [] }
            let rows = successions.filter { $0.from == area.code && $0.on == next }
            guard !rows.contains(where: \.by.isEmpty) else { return [] }
            let passed = Set(rows.flatMap(\.by))
            let left = area.members(on: end).filter { !passed.contains($0) }
            guard rows.isEmpty || !left.isEmpty else { return [] }
            let ground = rows.isEmpty ? "" : " with \(left.map(\.description).joined(separator: ", "))"
            return [
                AreaFault(
                    subject: .area(index, membership: nil),
                    description:
                        "\(area.name) ends on \(end)\(ground), but no succession row says what follows it on \(next)"
                )
            ]
        }
    }
}

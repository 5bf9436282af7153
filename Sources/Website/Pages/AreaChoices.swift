import Material
import Operations
import Programme

/// Areas to choose from, in groups of a force.
struct AreaGroup: Sendable {
    let force: String
    let areas: [Choice]
}

extension Office {
    /// The areas with these codes, in groups of a force, by name.
    func areaGroups(_ codes: some Collection<String>, chosen: String?) -> [AreaGroup] {
        let areas = Set(codes).compactMap { code in Slug<PolicingArea>(rawValue: code).flatMap { reference.areas[$0] } }
        return reference.areas.forces.compactMap { force in
            let own = areas.filter { $0.force == force.code }.sorted { $0.name < $1.name }
            guard !own.isEmpty else { return nil }
            let choices = own.map { area in
                Choice(
                    id: "area-\(area.code)",
                    value: area.code.rawValue,
                    label: area.name,
                    isChosen: area.code.rawValue == chosen
                )
            }
            return AreaGroup(force: force.name, areas: choices)
        }
    }

    /// Today's areas of every force, for "where do you live?".
    func areaGroupsOfToday(chosen: String?) throws -> [AreaGroup] {
        let today = try today()
        return areaGroups(
            reference.areas.areas.filter { $0.validity.contains(today) }.map(\.code.rawValue),
            chosen: chosen
        )
    }
}

public import Evaluation
import Material
public import Programme
import Records

/// People trained by area and month, where they live and work.
public struct TrainingDose: Hashable, Sendable {
    /// By area and month, people without a known place under ``TrainedCount/unknownArea``.
    public let trained: [TrainedCount]
    /// People, each once.
    public let people: Int
}

extension Office {
    /// Who was trained so far, by where they live and work; the venue of a course plays no part.
    ///
    /// A person counts in the month in which the first course they were at ended, once in the area they live in and once in the
    /// one they work in, and once where both are the same. A place is the area that was given with the booking, or that of the
    /// small area of its postcode; what an earlier booking leaves open is taken from a later one of the same person.
    public func trainingDose(by actor: Actor) async throws -> TrainingDose {
        try actor.require(.evaluated)
        return try await records.read { reader in
            var people: [ID<Person>: (month: Month, home: String?, work: String?)] = [:]
            for row in try reader.trainedPlaces() {
                let home = try place(row.homeArea, row.homeLSOA, row.month, reader)
                let work = try place(row.workArea, row.workLSOA, row.month, reader)
                let earlier = people[row.person]
                people[row.person] = (earlier?.month ?? row.month, earlier?.home ?? home, earlier?.work ?? work)
            }
            var cells: [String: [Month: TrainedCount]] = [:]
            for (month, home, work) in people.values {
                let areas = Set([home, work].compactMap { $0 })
                for area in areas.isEmpty ? [TrainedCount.unknownArea] : areas {
                    var cell =
                        cells[area]?[month] ?? TrainedCount(area: area, month: month, trained: 0, live: 0, work: 0)
                    cell.trained += 1
                    if home == area { cell.live = (cell.live ?? 0) + 1 }
                    if work == area { cell.work = (cell.work ?? 0) + 1 }
                    cells[area, default: [:]][month] = cell
                }
            }
            let trained = cells.sorted { $0.key < $1.key }.flatMap { $0.value.sorted { $0.key < $1.key }.map(\.value) }
            return TrainingDose(trained: trained, people: people.count)
        }
    }

    /// Plans a rollout with who was trained and what was counted on record.
    public func rolloutOnRecord(areas: [String] = [], by actor: Actor) async throws -> RolloutPlan {
        try actor.require(.planned)
        let dose = try await trainingDose(by: actor)
        let evidence = try await callsEvidence(by: actor)
        return try RolloutPlan(
            trained: dose.trained,
            counts: evidence.counts,
            chosen: areas,
            people: dose.people,
            source: evidence.source
        )
    }

    /// Tells where to concentrate next, from a plan.
    public func rollout(_ plan: RolloutPlan, by actor: Actor) throws -> RolloutFindings {
        try actor.require(.planned)
        return try RolloutFindings(evaluating: plan)
    }

    private func place(_ area: String?, _ lsoa: String?, _ month: Month, _ reader: Reader) throws -> String? {
        if let area { return reference.areas.name(ofArea: area) }
        guard let lsoa else { return nil }
        let name = try reader.smallAreaName(lsoa)
        let found = reference.areas.allocation(ofLSOA: lsoa, named: name, on: month.firstDay).area
        return found.map { reference.areas.name(ofArea: $0.rawValue) }
    }
}

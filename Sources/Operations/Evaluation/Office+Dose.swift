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
            let rows = try reader.trainedPlaces()
            // A booking's postcode has become an area where it could; the names of all small areas are read for the rest only.
            let isOpen = rows.contains { row in
                (row.homeArea == nil && row.homeLSOA != nil) || (row.workArea == nil && row.workLSOA != nil)
            }
            let book = isOpen ? try PlaceBook(reader) : nil
            var people: [ID<Person>: (month: Month, home: String?, work: String?)] = [:]
            for row in rows {
                let home = place(row.homeArea, row.homeLSOA, row.month, book)
                let work = place(row.workArea, row.workLSOA, row.month, book)
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

    private func place(_ area: String?, _ lsoa: String?, _ month: Month, _ book: PlaceBook?) -> String? {
        if let area { return reference.areas.name(ofArea: area) }
        guard let lsoa, let book else { return nil }
        let found = reference.areas.allocation(ofLSOA: lsoa, named: book.name(lsoa), on: month.firstDay).area
        return found.map { reference.areas.name(ofArea: $0.rawValue) }
    }
}

import FoundationEssentials
public import Programme
import Records

/// What was reached in one area, against what was planned until today.
public struct AreaUptake: Hashable, Sendable {
    /// The area's code.
    public let area: String
    /// What is counted.
    public let measure: TargetMeasure
    /// What was planned for the quarters that have begun; nil when no target was ever decided.
    public let planned: Int?
    /// What was reached.
    public let reached: Int
}

extension Office {
    /// Uptake against target of a programme by area, for every measure with a target or a count, up to today.
    ///
    /// Targets count from the first day of their quarter. Areas are those of the targets and of the runs' own days.
    public func uptake(of programme: String, by actor: Actor) async throws -> [AreaUptake] {
        try actor.require(.programmesSeen)
        let today = try today()
        return try await records.read { reader in
            _ = try reader.existingProgramme(programme)
            var planned: [Cell: Int] = [:], reached: [Cell: Int] = [:]
            for target in try reader.targets(of: programme) where target.quarter.firstDay <= today {
                planned[Cell(area: target.area, measure: target.measure), default: 0] += target.planned
            }
            for record in try reader.uptake(of: programme) where record.date <= today {
                reached[Cell(area: record.area, measure: record.measure), default: 0] += record.count
            }
            return Set(planned.keys).union(reached.keys).sorted().map { cell in
                AreaUptake(
                    area: cell.area,
                    measure: cell.measure,
                    planned: planned[cell],
                    reached: reached[cell] ?? 0
                )
            }
        }
    }
}

private struct Cell: Hashable, Comparable {
    let area: String
    let measure: TargetMeasure

    static func < (left: Self, right: Self) -> Bool {
        (left.measure.rawValue, left.area) < (right.measure.rawValue, right.area)
    }
}

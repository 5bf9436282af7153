public import Evaluation
import FoundationEssentials
import Material
import OpenData
public import Programme
import Records

/// Counts by area and month as the evaluation takes them, with where they came from.
public struct CallsEvidence: Hashable, Sendable {
    /// The counts, an area without a row in a month whose file is there as zero.
    public let counts: [AreaMonthCount]
    /// The month of the first run held in each area, by the area's name.
    public let starts: [String: Month]
    /// Where the counts came from.
    public let source: CountSource
    /// Months of the source that look odd.
    public var remarks: [QualityFlag] = []

    /// The names of the areas that have counts, in the order people list them; what belongs to no area is not among them.
    public var areas: [String] {
        Set(counts.map(\.area)).subtracting([AreaSums.unallocated]).sorted(by: NaturalOrder.precedes)
    }
}

extension Office {
    /// Counts before and after the first run held in each area, from the counts on record.
    public func calls(design: CallsDesign? = nil, suppressBelow: Int? = nil, by actor: Actor) async throws
        -> CallsFindings
    {
        try await calls(callsEvidence(by: actor), design: design, suppressBelow: suppressBelow, by: actor)
    }

    /// The same from counts already gathered with ``callsEvidence(by:)``.
    public func calls(
        _ evidence: CallsEvidence,
        design: CallsDesign? = nil,
        suppressBelow: Int? = nil,
        by actor: Actor
    ) async throws -> CallsFindings {
        try actor.require(.evaluated)
        guard !evidence.counts.isEmpty else { throw CallsNotEvaluable.noCounts }
        let known = Set(evidence.counts.map(\.area))
        let starts = evidence.starts.filter { known.contains($0.key) }
        guard design != nil || !starts.isEmpty else { throw CallsNotEvaluable.noStart }
        return try CallsFindings(
            evaluating: evidence.counts,
            design: design ?? CallsDesign(treated: starts.keys.sorted(), starts: starts),
            options: CallsOptions(
                source: evidence.source,
                suppressBelow: suppressBelow,
                remarks: evidence.remarks
            )
        )
    }

    /// The counts on record by area and month. Police files are preferred to force extracts, and these to counts files; one
    /// result speaks of one source only.
    public func callsEvidence(by actor: Actor) async throws -> CallsEvidence {
        try actor.require(.evaluated)
        return try await records.read { reader in
            let held = try reader.runs(RunFilter(states: [.held], limit: 100_000)).map(\.run)
            let programmes = try reader.programmes()
            let asOf = held.compactMap { run in programmes.first { $0.code == run.programme }?.areasAsOf }.first
            let police = try PoliceCounts(reader, areas: reference.areas)
            guard let last = police.lastMonth else {
                let date = asOf ?? held.first?.starts.date ?? CalendarDate(dayNumber: 0)
                let calls = try date.map { try extractEvidence(reader, on: $0) } ?? []
                return CallsEvidence(
                    counts: try calls.isEmpty ? reader.areaCounts() : calls,
                    starts: starts(of: held, as: { self.reference.areas.name(ofArea: $0) }),
                    source: calls.isEmpty ? .countsFile : .forceExtract
                )
            }
            return CallsEvidence(
                counts: try police.counts(on: asOf ?? last.firstDay),
                starts: starts(of: held, as: { self.reference.areas.name(ofArea: $0) }),
                source: .policeUK,
                remarks: try reader.countFindings().compactMap(QualityFlag.init)
            )
        }
    }

    private func starts(of held: [Run], as name: (String) -> String) -> [String: Month] {
        held.reduce(into: [:]) { starts, run in
            let (area, month) = (name(run.area), run.starts.date.monthOfYear)
            starts[area] = min(starts[area] ?? month, month)
        }
    }
}

/// Why calls cannot be evaluated from the database.
public enum CallsNotEvaluable: Refusal, Equatable {
    /// Nothing was imported.
    case noCounts
    /// No run was held, and no design says a start.
    case noStart

    /// The sentence.
    public var description: String {
        switch self {
        case .noCounts:
            "There are no counts on record. Import police files or a counts file with \"calls import\" first."
        case .noStart:
            "No run has been held in an area with counts, so there is no before and after. Give a design with a start."
        }
    }
}

extension AreaCatalogue {
    /// The name of an area by its code; the code itself when it is unknown.
    public func name(ofArea code: String) -> String {
        Slug<PolicingArea>(rawValue: code).flatMap { self[$0] }?.name ?? code
    }
}

extension QualityFlag {
    /// What the import noticed, as evaluations tell it; gaps and unallocated rows they see themselves.
    fileprivate init?(_ finding: CountQuality.Finding) {
        switch finding.kind {
        case .partial: self.init(.partialMonth, area: finding.force, month: finding.month, value: finding.value)
        case .share: self.init(.unusualShare, area: finding.force, month: finding.month, value: finding.value)
        case .change: self.init(.unusualChange, area: finding.force, month: finding.month, value: finding.value)
        case .gap, .unallocated, .transportPolice: return nil
        }
    }
}

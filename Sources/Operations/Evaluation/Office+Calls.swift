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
    /// The force of each area, by the area's name; empty where counts are not known by force.
    public var forces: [String: String] = [:]
    /// Counts without a place, by force and month.
    public var unallocatedByForce: [String: [Month: Int]] = [:]
    /// What share of calls was attended and escalated, where an extract says so and it was read.
    public var secondary: [SecondaryCounts] = []

    /// The names of the areas that have counts, in the order people list them; what belongs to no area is not among them.
    public var areas: [String] {
        Set(counts.map(\.area)).subtracting([AreaSums.unallocated]).sorted(by: NaturalOrder.precedes)
    }
}

extension Office {
    /// Counts before and after the first run held in each area, from the counts on record.
    ///
    /// - Parameters:
    ///   - design: Another method; nil compares windows about the first run held in each area.
    ///   - suppressBelow: Hides counts below this.
    ///   - actor: Who asks.
    /// - Returns: The findings.
    /// - Throws: ``CallsNotEvaluable``; a refusal of the design or of the actor; what the database throws.
    public func calls(
        design: CallsDesign? = nil,
        suppressBelow: Int? = nil,
        by actor: Actor
    ) async throws -> CallsFindings {
        try await calls(callsEvidence(by: actor), design: design, suppressBelow: suppressBelow, by: actor)
    }

    /// The same from counts already gathered with ``callsEvidence(withSecondary:by:)``.
    ///
    /// - Parameters:
    ///   - evidence: The counts.
    ///   - design: Another method; an `unaffected_category` of it is read here, as many bytes as the counts once more.
    ///   - suppressBelow: Hides counts below this.
    ///   - companions: Outcomes that say whether fewer counts mean less behaviour or less reporting.
    ///   - actor: Who asks.
    /// - Returns: The findings.
    /// - Throws: ``CallsNotEvaluable``; a refusal of the design or of the actor; what the database throws.
    public func calls(
        _ evidence: CallsEvidence,
        design: CallsDesign? = nil,
        suppressBelow: Int? = nil,
        companions: [CompanionOutcome] = [],
        by actor: Actor
    ) async throws -> CallsFindings {
        try actor.require(.evaluated)
        guard !evidence.counts.isEmpty else { throw CallsNotEvaluable.noCounts }
        let known = Set(evidence.counts.map(\.area))
        let starts = evidence.starts.filter { known.contains($0.key) }
        guard design != nil || !starts.isEmpty else { throw CallsNotEvaluable.noStart }
        var options = CallsOptions(
            source: evidence.source,
            suppressBelow: suppressBelow,
            remarks: evidence.remarks,
            events: reference.events.map(CallsEvent.init)
        )
        (options.companions, options.secondary) = (companions, evidence.secondary)
        (options.forces, options.unallocatedByForce) = (evidence.forces, evidence.unallocatedByForce)
        if let text = design?.unaffectedCategory {
            let category = try CallsNotEvaluable.category(text)
            options.unaffected = try UnaffectedCounts(name: category.publishedName, counts: await counts(of: category))
        }
        return try CallsFindings(
            evaluating: evidence.counts,
            design: design ?? CallsDesign(treated: starts.keys.sorted(), starts: starts),
            options: options
        )
    }

    /// The counts of another category of the street files; none where the counts are from elsewhere.
    private func counts(of category: CrimeCategory) async throws -> [AreaMonthCount] {
        try await records.read { reader in
            let police = try PoliceCounts(reader, areas: reference.areas)
            guard let last = police.lastMonth else { return [] }
            let held = try reader.runs(RunFilter(states: [.held], limit: 100_000)).map(\.run)
            return try police.counts(of: category, on: areasAsOf(held, reader) ?? last.firstDay).counts
        }
    }

    /// The counts on record by area and month. Police files are preferred to force extracts, and these to counts files; one
    /// result speaks of one source only.
    ///
    /// - Parameters:
    ///   - withSecondary: Whether an extract is read for attendance and escalation when the counts are from police files; a
    ///     page leaves that out.
    ///   - actor: Who asks.
    /// - Returns: The counts with where they came from.
    /// - Throws: A refusal of the actor; what the database throws.
    public func callsEvidence(withSecondary: Bool = false, by actor: Actor) async throws -> CallsEvidence {
        try actor.require(.evaluated)
        return try await records.read { reader in
            let held = try reader.runs(RunFilter(states: [.held], limit: 100_000)).map(\.run)
            let asOf = try areasAsOf(held, reader)
            let police = try PoliceCounts(reader, areas: reference.areas)
            guard let last = police.lastMonth else {
                let date = asOf ?? held.first?.starts.date ?? CalendarDate(dayNumber: 0)
                let extract = try date.map { try extractEvidence(reader, on: $0) } ?? ExtractEvidence()
                var evidence = CallsEvidence(
                    counts: try extract.counts.isEmpty ? reader.areaCounts() : extract.counts,
                    starts: starts(of: held, as: { self.reference.areas.name(ofArea: $0) }),
                    source: extract.counts.isEmpty ? .countsFile : .forceExtract
                )
                evidence.secondary = extract.secondary
                return evidence
            }
            let date = asOf ?? last.firstDay
            let allocated = try police.counts(on: date)
            var evidence = CallsEvidence(
                counts: allocated.counts,
                starts: starts(of: held, as: { self.reference.areas.name(ofArea: $0) }),
                source: .policeUK,
                remarks: try reader.countFindings().compactMap(QualityFlag.init)
            )
            (evidence.forces, evidence.unallocatedByForce) = (allocated.forces, allocated.unallocated)
            if withSecondary { evidence.secondary = try extractEvidence(reader, on: date).secondary }
            return evidence
        }
    }

    /// The day on which areas are taken, when a programme that was held says one.
    private func areasAsOf(_ held: [Run], _ reader: Reader) throws -> CalendarDate? {
        let programmes = try reader.programmes()
        return held.compactMap { run in programmes.first { $0.code == run.programme }?.areasAsOf }.first
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
    /// A category that street files do not have.
    case noCategory(String)

    /// The category of the street files by its slug or its published name.
    static func category(_ text: String) throws(CallsNotEvaluable) -> CrimeCategory {
        guard let category = CrimeCategory.allCases.first(where: { [$0.rawValue, $0.publishedName].contains(text) })
        else { throw .noCategory(text) }
        return category
    }

    /// The sentence.
    public var description: String {
        switch self {
        case .noCounts:
            "There are no counts on record. Import police files or a counts file with \"calls import\" first."
        case .noStart:
            "No run has been held in an area with counts, so there is no before and after. Give a design with a start."
        case .noCategory(let text):
            "Street files have no category \(text)."
                + NearestSpelling.suggestion(for: text, among: CrimeCategory.allCases.map(\.rawValue))
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

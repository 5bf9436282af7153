import FoundationEssentials
import Material
public import Programme
import Records

extension Office {
    /// Adds a funded programme, or changes the one with its code.
    public func putProgramme(_ programme: FundedProgramme, by actor: Actor) async throws -> FundedProgramme {
        try actor.require(.programmeChanged)
        guard programme.ends >= programme.starts else { throw ProgrammeRefusal.ends(programme.ends, programme.starts) }
        guard programme.fundingPerYear ?? 0 >= 0, programme.extensionMonths >= 0 else {
            throw ProgrammeRefusal.negative
        }
        _ = try reference.areas.force(named: programme.force)
        return try await records.change(actor, .programmeChanged, at: surroundings.now()) { ledger in
            try ledger.upsert(programme)
            try ledger.note(
                "programme:\(programme.code)",
                ["starts": "\(programme.starts)", "ends": "\(programme.ends)"]
            )
            return programme
        }
    }

    /// The funded programmes.
    public func programmes(by actor: Actor) async throws -> [FundedProgramme] {
        try actor.require(.programmesSeen)
        return try await records.read { reader in try reader.programmes() }
    }

    /// Decides a target; an earlier decision for the same area, quarter and measure stays on record.
    public func decide(_ target: Target, by actor: Actor) async throws -> Target {
        try actor.require(.programmeChanged)
        guard !target.reason.isEmpty, target.planned >= 0 else { throw TargetRefusal() }
        return try await records.change(actor, .programmeChanged, at: surroundings.now()) { ledger in
            let programme = try ledger.read.existingProgramme(target.programme)
            let area = try reference.areas.area(named: target.area, on: programme.areasAsOf ?? target.quarter.firstDay)
            var decided = target
            decided.area = area.code.rawValue
            try ledger.insert(decided)
            try ledger.note(
                "programme:\(target.programme)",
                ["area": decided.area, "quarter": target.quarter.description, "planned": "\(target.planned)"]
            )
            return decided
        }
    }

    /// The targets in force of a programme.
    public func targets(of programme: String, by actor: Actor) async throws -> [Target] {
        try actor.require(.programmesSeen)
        return try await records.read { reader in
            _ = try reader.existingProgramme(programme)
            return try reader.targets(of: programme)
        }
    }

    /// People whose name, address or number contains a text, for staff.
    public func people(containing text: String, by actor: Actor) async throws -> [FoundPerson] {
        try actor.require(.peopleSeen, on: Subject(area: nil))
        return try await records.read { reader in
            try reader.people(containing: text).map { FoundPerson(person: $0.person, bookings: $0.bookings) }
        }
    }
}

/// A person found by a search.
public struct FoundPerson: Hashable, Sendable {
    /// The person.
    public let person: Person
    /// How many bookings they have.
    public let bookings: Int
}

/// Why a funded programme cannot stand.
public enum ProgrammeRefusal: Refusal, Equatable {
    /// The last day lies before the first.
    case ends(CalendarDate, CalendarDate)
    /// Money or months below zero.
    case negative

    /// The sentence.
    public var description: String {
        switch self {
        case .ends(let last, let first):
            "The programme would end \(last), before it starts \(first). Give a later last day."
        case .negative:
            "The funding and the months of extension cannot be below zero. Give 0 or more, or leave them out."
        }
    }
}

/// A target without a reason or below zero.
public struct TargetRefusal: Refusal, Equatable {
    /// The sentence.
    public var description: String {
        "A target needs a number from 0 and a reason, such as \"contract\" or \"re-profiled: hall closed\"."
    }
}

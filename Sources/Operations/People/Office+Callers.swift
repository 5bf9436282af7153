import FoundationEssentials
public import Programme
import Records

/// How many frequent callers took part in an area; names are never part of it.
public struct FrequentCallers: Hashable, Sendable {
    /// The area's code.
    public let area: String
    /// People marked by staff or by a partner's invitation, with a live booking.
    public let people: Int
}

extension Office {
    /// Marks a person as a frequent caller; seen by the programme manager and the evaluator alone.
    public func markFrequentCaller(_ person: ID<Person>, by actor: Actor) async throws {
        try actor.require(.callerMarkSet, on: Subject(area: actor.account?.areas.first))
        let now = surroundings.now()
        try await records.change(actor, .callerMarkSet, at: now) { ledger in
            guard try ledger.read.person(person) != nil else { throw UnknownPerson(id: person) }
            try ledger.markFrequentCaller(person, by: actor.word, partner: nil, at: now)
            try ledger.note("person:\(person)", [:])
        }
    }

    /// Makes an invitation code for a partner to hand out; only its SHA-256 is kept.
    ///
    /// `marksCallers` says that those who use it are the partner's frequent callers; nobody else is told.
    public func makeInvitation(
        for partner: String,
        uses: Int,
        days: Int,
        marksCallers: Bool,
        by actor: Actor
    ) async throws -> PrivateToken {
        try actor.require(.callerMarkSet, on: Subject(area: actor.account?.areas.first))
        guard !partner.isEmpty, (1...10_000).contains(uses), (1...730).contains(days) else { throw InvitationRefusal() }
        let (now, token) = (surroundings.now(), mintToken())
        return try await records.change(actor, .callerMarkSet, at: now) { ledger in
            try ledger.insertInvitation(
                hash: token.hash,
                partner: partner,
                marksCaller: marksCallers,
                uses: uses,
                expires: now.addingTimeInterval(Double(days) * 86_400)
            )
            try ledger.note("invitation", ["uses": "\(uses)", "days": "\(days)"])
            return token
        }
    }

    /// Frequent callers by area, for the programme manager and the evaluator.
    public func frequentCallers(by actor: Actor) async throws -> [FrequentCallers] {
        try actor.requireAnyReach(of: .callerMarkSeen)
        return try await records.read { reader in
            try reader.frequentCallersByArea().filter { actor.may(.callerMarkSeen, on: Subject(area: $0.area)) }
                .map { FrequentCallers(area: $0.area, people: $0.people) }
        }
    }
}

/// A person who is not on record.
public struct UnknownPerson: Refusal, Equatable {
    /// The number asked for.
    public let id: ID<Person>
    /// The sentence for staff.
    public var description: String { "There is no person \(id). Find the number with \"people find\"." }
}

/// An invitation that cannot be made as asked.
public struct InvitationRefusal: Refusal, Equatable {
    /// The sentence for staff.
    public var description: String {
        "An invitation needs a partner's name, 1 to 10000 uses and 1 to 730 days. Give all three."
    }
}

import FoundationEssentials
public import Programme
import Records

extension Office {
    /// Says what a force's extracts call a person, so that calls before and after training can be told.
    ///
    /// The reference is turned into the same pseudonym as callers of extracts and is written down nowhere, in the audit trail
    /// neither. A person may have several references, such as two telephones; one reference stands for one person.
    ///
    /// - Parameters:
    ///   - person: Who.
    ///   - reference: What the caller column of the extracts holds for the person; capitals and spaces at its ends do not matter.
    ///   - actor: Who says so.
    /// - Throws: ``CallerLinkRefusal``, ``UnknownPerson``, ``CallerKeyRefusal``, or that the right is missing.
    public func linkCaller(_ person: ID<Person>, reference: String, by actor: Actor) async throws {
        try actor.require(.callerMarkSet, on: Subject(area: actor.account?.areas.first))
        let trimmed = reference.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        let words = String(trimmed).uppercased()
        guard !words.isEmpty else { throw CallerLinkRefusal.blank }
        let pseudonyms = try await callerPseudonyms()
        let (caller, now) = (pseudonyms.pseudonym(of: words), surroundings.now())
        try await records.change(actor, .callerMarkSet, at: now) { ledger in
            guard try ledger.read.person(person) != nil else { throw UnknownPerson(id: person) }
            let holder = try ledger.read.callerLinks().first { $0.caller == caller }?.person
            if let holder, holder != person { throw CallerLinkRefusal.taken(by: holder) }
            try ledger.set(CallerPseudonyms.setting, to: pseudonyms.mark)
            try ledger.link(person, toCaller: caller, by: actor.word, at: now)
            try ledger.note("person:\(person)", ["caller": "linked"])
        }
    }

    /// Takes away every link of a person to callers.
    public func unlinkCaller(_ person: ID<Person>, by actor: Actor) async throws {
        try actor.require(.callerMarkSet, on: Subject(area: actor.account?.areas.first))
        let now = surroundings.now()
        try await records.change(actor, .callerMarkSet, at: now) { ledger in
            guard try ledger.read.person(person) != nil else { throw UnknownPerson(id: person) }
            guard try ledger.read.callerLinks().contains(where: { $0.person == person }) else {
                throw CallerLinkRefusal.notLinked(person)
            }
            try ledger.unlinkCallers(of: person)
            try ledger.note("person:\(person)", ["caller": "unlinked"])
        }
    }
}

/// Why a person cannot be linked to a caller.
public enum CallerLinkRefusal: Refusal, Equatable {
    /// No reference was given.
    case blank
    /// The reference stands for somebody else.
    case taken(by: ID<Person>)
    /// There is no link to take away.
    case notLinked(ID<Person>)

    /// The sentence for staff.
    public var description: String {
        switch self {
        case .blank: "There is no caller reference. Give what the force's extract calls the person."
        case .taken(let person):
            "That caller reference is linked to person \(person) already. Take that link away first, or leave a shared telephone with one of them."
        case .notLinked(let person): "Person \(person) is linked to no caller. There is nothing to take away."
        }
    }
}

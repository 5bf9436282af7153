import FoundationEssentials
public import Programme
public import Records

extension Office {
    /// The words that people wrote themselves, with whether they may be quoted and until when they are kept. They leave the
    /// office only by this, and each time is noted.
    public func exportWords(by actor: Actor) async throws -> [StoredWords] {
        try actor.requireAnyReach(of: .wordsExported)
        let words = try await records.change(actor, .wordsExported, at: surroundings.now()) { ledger in
            let words = try ledger.read.ownWords().filter { actor.may(.wordsExported, on: Subject(area: $0.area)) }
            try ledger.note("surveys", ["words": "\(words.count)"])
            return words
        }
        tell(.wordsExported, ["words": "\(words.count)"])
        return words
    }

    /// Erases the words whose time is over, with what stood there before they were corrected; how many there were.
    public func eraseWords(by actor: Actor) async throws -> Int {
        try actor.require(.wordsErased)
        let today = try today()
        let erased = try await records.change(actor, .wordsErased, at: surroundings.now()) { ledger in
            let erased = try ledger.eraseOwnWords(before: today)
            try ledger.note("surveys", ["words": "\(erased)"])
            return erased
        }
        tell(.wordsErased, ["words": "\(erased)"])
        return erased
    }
}

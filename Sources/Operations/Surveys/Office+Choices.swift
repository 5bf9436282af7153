public import Programme
public import Records

extension Office {
    /// Every choice on record with what it counts as, without names: safety questions, the last ninety days, use of skills.
    public func exportChoices(by actor: Actor) async throws -> [ChoiceRecord] {
        try actor.require(.surveysExported)
        let choices = try await records.read { reader in try reader.choiceRecords() }
        try await noteReading(.export, isOutcome: choices.contains { $0.wave >= .post }, by: actor)
        return choices
    }
}

import CertificateWriter
import FoundationEssentials
import Material
public import Programme
public import Records

extension Office {
    /// Recomputes every invariant: places, the queue, register, certificates, areas, keys and the audit chain; empty when all hold.
    public func verify(by actor: Actor) async throws -> [Drift] {
        let broken = try await verifyAudit(by: actor)
        let known = Set(reference.areas.areas.map(\.code.rawValue))
        let now = surroundings.now()
        return try await records.read { reader in
            try reader.drift(knownAreas: known) + idlePlaces(reader, at: now) + Self.brokenSeals(reader)
                + Self.alteredPlans(reader)
                + strangeKey(reader)
        } + broken
    }

    /// Runs on which a place stands free that should have passed to somebody who waits.
    private func idlePlaces(_ reader: Reader, at now: Date) throws -> [Drift] {
        try reader.runs(RunFilter(states: [.open, .closed], limit: .max)).compactMap { summary in
            let places = reader.places(of: summary, in: try timeZone(summary.run.zone))
            guard places.promotions(at: now) > 0 else { return nil }
            return Drift(description: "Run \(summary.run.id) has a free place although somebody waits for one.")
        }
    }

    /// Certificates whose facts are not what was signed.
    private static func brokenSeals(_ reader: Reader) throws -> [Drift] {
        let keys = try reader.certificateKeys().compactMap { CertificatePublicKey($0.bytes) }
        return try reader.sealedCertificates().compactMap { stored in
            let key = keys.first { $0.name == stored.seal?.key }
            guard key.map({ stored.sealedFacts?.isGenuine(by: $0) == true }) != true else { return nil }
            return Drift(
                description:
                    "The facts of certificate \(stored.id) are not those that were signed, or its key is not listed."
            )
        }
    }

    /// A key file that does not hold the key the register names; that there is none may be on purpose.
    private func strangeKey(_ reader: Reader) throws -> [Drift] {
        let keys = try reader.certificateKeys()
        guard !keys.isEmpty, let present = try keyFile.content()?.key.publicKey.name,
            keys.first(where: { $0.retired == nil })?.name != present
        else { return [] }
        return [
            Drift(
                description:
                    "The key file \(keyFile.path) holds the key \(present), which is not the one that signs here."
            )
        ]
    }

    /// Recomputes the audit chain alone.
    public func verifyAudit(by actor: Actor) async throws -> [Drift] {
        try actor.require(.verified)
        guard let row = try await records.brokenAuditRow() else { return [] }
        return [Drift(description: "The audit trail is broken at row \(row): it was edited, removed or reordered.")]
    }

    /// Whether the database answers.
    public func isAnswering() async -> Bool {
        (try? await records.read { reader in try reader.setting("health") == nil }) != nil
    }

    /// The day a demonstration was told from, as it was noted; nil when the people on record are real.
    public func demonstrationDay() async throws -> CalendarDate? {
        let note = try await records.read { reader in try reader.setting("demonstration") }
        return note.flatMap { CalendarDate($0.suffix(10)) }
    }

    /// Whether the people on record are made up.
    public func isDemonstration() async throws -> Bool {
        try await records.read { reader in try reader.setting("demonstration") != nil }
    }
}

extension Office {
    /// The run that a demonstration has today, or nil.
    public func demonstrationRegister() async throws -> ID<Run>? {
        let today = try today()
        return try await records.read { reader in
            try reader.runs(RunFilter(from: today, to: today, states: [.open, .closed], limit: 1)).first?.run.id
        }
    }
}

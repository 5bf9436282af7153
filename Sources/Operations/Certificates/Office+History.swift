public import FoundationEssentials
public import Programme
import Records

/// One version of a certificate, for staff.
public struct CertificateVersion: Hashable, Sendable {
    /// The facts as frozen.
    public let facts: CertificateFacts
    /// How it stands today.
    public let standing: CertificateStanding
    /// The design it is drawn with.
    public let design: String
    /// When it was issued.
    public let issuedAt: Date
    /// Why it took the place of an earlier version; nil for the first.
    public let reissueReason: String?
    /// Why it was taken back; nil when it was not.
    public let revokedReason: String?
    /// The name of the key that signed it; nil for one from before there were seals.
    public let key: String?
    /// The fonts it was typeset with on that day.
    public let fonts: [RecordedFont]
}

extension Office {
    /// Every version issued under a number, the first first, for staff of its run.
    public func certificateVersions(_ code: String, by actor: Actor) async throws -> [CertificateVersion] {
        let number = try CertificateNumber(code)
        let today = try today()
        return try await records.read { reader in
            let versions = try reader.certificateVersions(digest: number.digest)
            guard let first = versions.first else { throw UnknownThing.certificate(number.description) }
            let run = try reader.existingRun(try reader.existingBooking(first.booking).booking.run).run
            try actor.require(.certificatesSeen, on: run.subject)
            return try versions.map { stored in
                CertificateVersion(
                    facts: try FrozenMaterial.value(CertificateFacts.self, stored.facts),
                    standing: try CertificateStanding(stored, on: today),
                    design: stored.design,
                    issuedAt: stored.issuedAt,
                    reissueReason: stored.reissueReason,
                    revokedReason: stored.revoked?.reason,
                    key: stored.seal?.key,
                    fonts: try stored.fonts.map { try FrozenMaterial.value([RecordedFont].self, $0) } ?? []
                )
            }
        }
    }
}

import Evaluation
import Operations
import Programme
import Synchronization

/// The counts by area and month and what was found in them last, kept until something changes on record or the day turns.
final class CallsShelf: Sendable {
    private struct Key: Hashable {
        let change: Int
        let day: CalendarDate
    }

    private struct Kept {
        let key: Key
        let evidence: CallsEvidence
        /// The latest last.
        var findings: [(design: CallsDesign?, findings: CallsFindings)] = []
    }

    /// Designs are a few hundred numbers each; more than these are not looked at side by side.
    private static let most = 8
    private let kept = Mutex<Kept?>(nil)

    /// The counts as of now, for an account that may see them.
    func evidence(of office: Office, by actor: Actor) async throws -> CallsEvidence {
        let key = Key(change: try await office.latestChange(by: actor), day: try office.today())
        if let kept = kept.withLock({ $0 }), kept.key == key { return kept.evidence }
        let evidence = try await office.callsEvidence(by: actor)
        kept.withLock { $0 = Kept(key: key, evidence: evidence) }
        return evidence
    }

    /// What a design finds in these counts, the primary change in confidence beside them; nil compares every area before and
    /// after its own first run.
    func findings(
        of office: Office,
        _ evidence: CallsEvidence,
        design: CallsDesign?,
        beside confidence: ConfidenceFindings,
        by actor: Actor
    ) async throws -> CallsFindings {
        let known = kept.withLock { kept in
            kept.flatMap { $0.evidence == evidence ? $0.findings.first { $0.design == design }?.findings : nil }
        }
        if let known { return known }
        let findings = try await office.calls(
            evidence,
            design: design,
            companions: [CompanionOutcome(confidence)].compactMap { $0 },
            by: actor
        )
        kept.withLock { kept in
            guard kept?.evidence == evidence else { return }
            kept?.findings.append((design, findings))
            if let count = kept?.findings.count, count > Self.most { kept?.findings.removeFirst() }
        }
        return findings
    }
}

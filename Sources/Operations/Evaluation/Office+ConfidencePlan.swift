import Crypto
public import Evaluation
import FoundationEssentials
public import Programme
import Records

extension Office {
    /// Declares the main question of the confidence surveys; reports say from then on whether anybody had looked before.
    ///
    /// - Parameters:
    ///   - plan: What is declared.
    ///   - reason: Why it takes the place of an earlier plan, which stays on record.
    ///   - actor: Who declares it.
    /// - Returns: The plan with its hash and whether anybody had looked.
    /// - Throws: A ``PlanRefusal`` for a plan that contradicts itself, the same plan again, or another without a reason.
    public func freeze(_ plan: ConfidencePlan, reason: String?, by actor: Actor) async throws -> DeclaredPlan {
        try actor.require(.planFrozen)
        if let fault = plan.fault { throw PlanRefusal.contradictory(fault) }
        let now = surroundings.now(), today = try today()
        let hash = ConfidencePlan.sha256(of: plan.canonical)
        return try await records.change(actor, .planFrozen, at: now) { ledger in
            let earlier = try ledger.read.confidencePlans().first
            if let earlier {
                guard earlier.sha256 != hash else { throw PlanRefusal.same(declaredOn: earlier.declaredOn) }
                guard let reason, !reason.isEmpty else {
                    throw PlanRefusal.needsReason(declaredOn: earlier.declaredOn)
                }
            }
            let stored = StoredPlan(
                content: plan.canonical,
                sha256: hash,
                declaredAt: now,
                declaredOn: today,
                reason: earlier == nil ? nil : try reason.map { try ledger.keepReason($0) }
            )
            try ledger.insert(stored)
            try ledger.note("plan:confidence", ["sha256": hash, "outcome": plan.outcome.name, "to": plan.to.name])
            return DeclaredPlan(plan, stored, reading: try ledger.read.firstOutcomeReading())
        }
    }

    /// Every declared plan, the one in force first.
    public func confidencePlans(by actor: Actor) async throws -> [DeclaredPlan] {
        try actor.require(.evaluated)
        return try await records.read { reader in
            let reading = try reader.firstOutcomeReading()
            return try reader.confidencePlans().map { try DeclaredPlan(stored: $0, reading: reading) }
        }
    }

    /// Notes the first look at an outcome, once for all time; `isOutcome` is whether there was anything to see.
    func noteReading(_ kind: OutcomeReading.Kind, isOutcome: Bool, by actor: Actor) async throws {
        guard isOutcome, try await records.read({ try $0.firstOutcomeReading() == nil }) else { return }
        let now = surroundings.now(), today = try today()
        try await records.change(actor, .evaluated, at: now) { ledger in
            try ledger.insert(OutcomeReading(kind: kind, at: now, on: today))
            try ledger.note("outcome:first-reading", ["kind": kind.rawValue])
        }
    }

    /// Plans whose text is not what was declared.
    static func alteredPlans(_ reader: Reader) throws -> [Drift] {
        try reader.confidencePlans().filter { ConfidencePlan.sha256(of: $0.content) != $0.sha256 }.map { plan in
            Drift(description: "The evaluation plan declared on \(plan.declaredOn) is not the text that was declared.")
        }
    }
}

extension Reader {
    /// The plan in force; nil when none was declared.
    func planInForce() throws -> DeclaredPlan? {
        guard let stored = try confidencePlans().first else { return nil }
        return try DeclaredPlan(stored: stored, reading: try firstOutcomeReading())
    }
}

extension ConfidencePlan {
    /// SHA-256 as 64 hexadecimal digits.
    public static func sha256(of text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }
        .joined()
    }
}

extension DeclaredPlan {
    fileprivate init(_ plan: ConfidencePlan, _ stored: StoredPlan, reading: OutcomeReading?) {
        let timing: Timing = reading.map { $0.at <= stored.declaredAt ? .after($0.on) : .before } ?? .before
        self.init(plan: plan, sha256: stored.sha256, declaredOn: stored.declaredOn, timing: timing)
    }

    fileprivate init(stored: StoredPlan, reading: OutcomeReading?) throws {
        self.init(try ConfidencePlan(canonical: stored.content), stored, reading: reading)
    }
}

/// Why a plan is not declared.
public enum PlanRefusal: Refusal, Equatable {
    /// The plan contradicts itself.
    case contradictory(String)
    /// The same plan is in force.
    case same(declaredOn: CalendarDate)
    /// Another plan is in force and no reason is given.
    case needsReason(declaredOn: CalendarDate)

    /// The sentence people read.
    public var description: String {
        switch self {
        case .contradictory(let fault): fault
        case .same(let day): "This very plan was declared on \(day) and is in force. There is nothing to change."
        case .needsReason(let day):
            "A plan was declared on \(day). Give a reason with --reason to put another in its place; the first stays on record."
        }
    }
}

import Evaluation
import Foundation
import Programme
import Testing

@Suite("Declared plans") struct PlanTests {
    private let plan = ConfidencePlan(
        outcome: .scale("confidence"),
        from: .pre,
        to: .followUp(months: 3),
        keySecondary: .scale("willingness"),
        margin: 0.5
    )

    @Test("the canonical text has its members in order and no space") func canonical() {
        #expect(
            plan.canonical
                == #"{"from":"pre","key_secondary":"scale:willingness","margin":0.5,"missing_data":"complete_pairs","#
                + #""outcome":"scale:confidence","schema":"commonground.confidence-plan/1","smallest_change":null,"to":"followup-3"}"#
        )
    }

    @Test("a plan file comes back as it was, and an altered one is refused") func file() throws {
        let declared = DeclaredPlan(
            plan: plan,
            sha256: "h\(plan.canonical.utf8.count)",
            declaredOn: CalendarDate("2026-03-01"),
            timing: .before
        )
        func digest(_ text: String) -> String { "h\(text.utf8.count)" }
        let file = Data(declared.json.indented.utf8)
        #expect(try DeclaredPlan(json: file, digest: digest) == declared)
        #expect(try ConfidencePlan(canonical: plan.canonical) == plan)
        #expect(throws: PlanFileRefusal.altered(declared: declared.sha256, found: "other")) {
            try DeclaredPlan(json: file) { _ in "other" }
        }
        #expect(throws: PlanFileRefusal.self) { try DeclaredPlan(json: Data("{}".utf8), digest: digest) }
    }

    @Test("the sentence says when, and whether anybody had looked") func sentence() {
        func sentence(_ timing: DeclaredPlan.Timing) -> String {
            DeclaredPlan(plan: plan, sha256: "", declaredOn: CalendarDate("2026-03-01"), timing: timing).sentence
        }
        #expect(sentence(.before) == "The main question was declared on 2026-03-01, before the first outcome was read.")
        #expect(
            CalendarDate("2026-02-01").map { sentence(.after($0)) }
                == "The main question was declared on 2026-03-01, after the first outcome was read (2026-02-01)."
        )
    }

    @Test("a plan decides the main question, and another stands in until two people have answered it") func question()
        throws
    {
        let post = pairs(
            (0..<12).map { number -> (Double?, Double?) in
                let start = number % 4
                return (Double(start), Double(start + 1 + number % 2))
            }
        )
        let later = post.filter { $0.wave == .post }.map { record in
            var copy = record
            copy.wave = .followUp(months: 6)
            return copy
        }
        let item = ConfidencePlan(outcome: .item("A1"), from: .pre, to: .followUp(months: 6), margin: 2)
        let declared = DeclaredPlan(plan: item, sha256: "", declaredOn: nil, timing: .unknown)
        func findings(_ records: [ResponseRecord]) throws -> ConfidenceFindings {
            var answers = ResponseCollector()
            for record in records { answers.add(record) }
            return try ConfidenceFindings(evaluating: answers, evidence: ConfidenceEvidence(plan: declared))
        }
        let before = try findings(post), after = try findings(post + later)
        #expect(before.primary?.to == .post && before.primary?.standsIn == true)
        #expect(before.statements.contains { $0.contains("stands in for it") })
        #expect(after.primary?.to == .followUp(months: 6) && after.primary?.standsIn == false)
        #expect(after.lasting.allSatisfy { $0.margin == 2 })
        #expect(after.statements.first == declared.sentence)
    }

    @Test("a declared outcome that the answers do not have is named, never replaced") func absentOutcome() throws {
        let declared = DeclaredPlan(plan: plan, sha256: "", declaredOn: nil, timing: .unknown)
        var answers = ResponseCollector()
        for record in pairs([(1, 2), (2, 4), (3, 4)]) { answers.add(record) }
        let findings = try ConfidenceFindings(evaluating: answers, evidence: ConfidenceEvidence(plan: declared))
        let reason = "the declared outcome scale:confidence is not among the items and scales of these answers"
        #expect(findings.verdict == .notEstimable(reason))
        #expect(findings.statements.contains { $0.contains(reason) && $0.contains("--scales") })
        #expect(!findings.comparisons.isEmpty)
    }

    @Test("the key secondary question is tested only when the main one shows a rise") func gatekeeping() throws {
        func answers(_ rise: Double) throws -> [QuestionAnswer] {
            let wobble = (0..<20).map { Double($0 % 3) - 1 }
            let main = pairs(wobble.map { (Double?(4), Double?(4 + rise + $0)) })
            let second = pairs(wobble.map { (Double?(4), Double?(5 + $0)) }, item: "B1")
            let scales = [ScaleDefinition(name: "a", items: ["A1"]), ScaleDefinition(name: "b", items: ["B1"])]
            return try ConfidenceFindings(evaluating: main + second, options: ConfidenceOptions(scales: scales))
                .questions
        }
        let open = try answers(2), shut = try answers(0)
        #expect(open.map(\.role) == [.primary, .keySecondary, .secondary, .secondary, .secondary])
        #expect(open[1].isTested && open[1].isShown == true)
        #expect(!shut[1].isTested && shut[1].p == nil && shut[1].why != nil)
        #expect(
            zip(open.dropFirst(2).compactMap(\.p), open.dropFirst(2).compactMap(\.adjusted)).allSatisfy { $0 <= $1 }
        )
    }
}

import Evaluation
import Operations
import Programme
import Testing

@Suite("A plan of the confidence surveys") struct ConfidencePlanTests {
    private static func plan(margin: Double? = 0.5) -> ConfidencePlan {
        ConfidencePlan(
            outcome: .scale("confidence"),
            from: .pre,
            to: .followUp(months: 3),
            keySecondary: .scale("willingness"),
            margin: margin
        )
    }

    @Test("one declared before anybody looked says so for ever; another needs a reason and says what was seen by then")
    func order() async throws {
        let test = try await TestOffice()
        // Nothing has been answered, so there is nothing to have looked at.
        #expect(try await test.office.confidence(by: TestOffice.staff).plan == nil)
        let first = try await test.office.freeze(Self.plan(), reason: nil, by: TestOffice.staff)
        #expect(first.timing == .before && first.declaredOn?.description == "2026-06-01")
        #expect(first.sha256 == ConfidencePlan.sha256(of: Self.plan().canonical))
        let links = try await SurveyedRun(test).links
        try test.clock.set("2026-07-04T18:00:00Z")
        _ = try await test.office.answer(["A1": "5"], wave: .post, with: links[0])
        #expect(try await test.office.confidence(by: TestOffice.staff).plan?.timing == .before)
        await expectRefusal("declared on 2026-06-01", "nothing to change") {
            _ = try await test.office.freeze(Self.plan(), reason: "Again.", by: TestOffice.staff)
        }
        await expectRefusal("declared on 2026-06-01", "--reason") {
            _ = try await test.office.freeze(Self.plan(margin: 1), reason: nil, by: TestOffice.staff)
        }
        try test.clock.set("2026-07-10T09:00:00Z")
        let second = try await test.office.freeze(Self.plan(margin: 1), reason: "A wider one.", by: TestOffice.staff)
        #expect(second.timing == .after(try #require(CalendarDate("2026-07-04"))))
        let kept = try await test.office.confidencePlans(by: TestOffice.staff)
        #expect(kept.map(\.plan.margin) == [1, 0.5] && kept.map(\.timing) == [second.timing, .before])
        #expect(try await test.office.confidence(by: TestOffice.staff).plan?.sentence == second.sentence)
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
    }

    @Test("one that contradicts itself, comes from somebody without the right, or was altered on disk is told of")
    func refusals() async throws {
        let test = try await TestOffice()
        var backwards = Self.plan()
        (backwards.from, backwards.to) = (.post, .pre)
        await expectRefusal("earlier wave first") {
            _ = try await test.office.freeze(backwards, reason: nil, by: TestOffice.staff)
        }
        let (trainer, _) = try await test.account(.trainer, "t@example.org")
        await expectRefusal("not allowed") { _ = try await test.office.freeze(Self.plan(), reason: nil, by: trainer) }
        #expect(try await test.office.confidencePlans(by: TestOffice.staff) == [])
        _ = try await test.office.freeze(Self.plan(), reason: nil, by: TestOffice.staff)
        try await test.execute("UPDATE confidence_plan SET content = replace(content, '0.5', '0.9')")
        let drift = try await test.office.verify(by: TestOffice.staff)
        #expect(
            drift.map(\.description).contains { $0.contains("declared on 2026-06-01") && $0.contains("not the text") }
        )
    }

    @Test("walking away counts as use, and what tells of harm is counted for the safeguarding lead")
    func useAndHarm() async throws {
        let test = try await TestOffice()
        let links = try await SurveyedRun(test).links
        try test.clock.set("2026-10-04T08:00:00Z")
        let later = Wave.followUp(months: 3)
        let answers = [
            ["F1": "yes", "F2": "0", "F4": "left"], ["F1": "yes", "F2": "2-3", "F6": "me", "F6-contact": "yes"],
            ["F1": "no", "F2": "0"],
        ]
        for (link, answers) in zip(links, answers) {
            _ = try await test.office.answer(answers, wave: later, with: link)
        }
        let findings = try await test.office.confidence(by: TestOffice.staff).supporting
        let use = try #require(findings.skillUse.first)
        #expect(use.wave == later && use.used == 2 && use.answered == 3 && use.faced == 2 && use.attended == 3)
        #expect(
            findings.events.map { "\($0.item) \($0.answer) \($0.people ?? 0)" }.sorted() == [
                "F6 me 1", "F6-contact yes 1",
            ]
        )
    }
}

/// A run that three people attended, who agreed to be asked.
private struct SurveyedRun {
    let links: [PrivateToken]

    init(_ test: TestOffice) async throws {
        let run = try await test.run(5)
        var links: [PrivateToken] = []
        for name in ["Asha", "Bo", "Cem"] {
            let request = BookingRequest(
                name: try PersonName(parsing: name),
                consents: ConsentChoices(granted: [.surveys])
            )
            links.append(try await test.office.book(request, on: run, by: TestOffice.staff).token)
        }
        try test.clock.set("2026-07-04T12:00:00Z")
        _ = try await test.office.markAllPresent(on: run, by: TestOffice.staff)
        self.links = links
    }
}

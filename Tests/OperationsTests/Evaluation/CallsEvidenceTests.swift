import Evaluation
import Foundation
import Operations
import Programme
import Testing

@Suite struct CallsEvidenceTests {
    private func write(_ text: String, _ name: String, _ test: TestOffice) throws -> String {
        let path = URL(filePath: test.path).deletingLastPathComponent().appending(path: name).path
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    /// A street file of a month with rows of Woking and Guildford, some without a place.
    private func street(_ month: String, _ asb: (Int, Int, Int), thefts: Int, _ test: TestOffice) throws -> String {
        func row(_ place: String, _ type: String, _ number: Int) -> String {
            let id = type == "Bicycle theft" ? "\(month)-\(number)" : ""
            return "\(id),\(month),Surrey Police,Surrey Police,,,On or near A,\(place),\(type),,\n"
        }
        var rows = ""
        for _ in 0..<asb.0 { rows += row("E01030001,Woking 001A", "Anti-social behaviour", 0) }
        for _ in 0..<asb.1 { rows += row("E01030501,Guildford 001A", "Anti-social behaviour", 0) }
        for _ in 0..<asb.2 { rows += row(",", "Anti-social behaviour", 0) }
        for number in 0..<thefts { rows += row("E01030001,Woking 001A", "Bicycle theft", number) }
        return try write(
            "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
                + "Last outcome category,Context\n" + rows,
            "\(month)-surrey-street.csv",
            test
        )
    }

    private func office() async throws -> TestOffice {
        let test = try await TestOffice()
        for number in 0..<12 {
            let month = "2020-\(number < 9 ? "0" : "")\(number + 1)"
            let after = number >= 6
            let path = try street(
                month,
                (after ? 10 + number % 2 : 30 - number % 3, 20 + number % 4, 5),
                thefts: 8 + number % 3,
                test
            )
            _ = try await test.office.importCounts([path], by: TestOffice.staff)
        }
        return test
    }

    private func findings(_ test: TestOffice, _ more: String = "") async throws -> CallsFindings {
        let design = try CallsDesign(json: Data(#"{"treated":["Woking"],"start":"2020-07"\#(more)}"#.utf8))
        return try await test.office.calls(
            test.office.callsEvidence(withSecondary: true, by: TestOffice.staff),
            design: design,
            by: TestOffice.staff
        )
    }

    @Test("rows without a place are known by force, and carry the effect to its bounds") func unallocated() async throws
    {
        let test = try await office()
        let evidence = try await test.office.callsEvidence(by: TestOffice.staff)
        #expect(evidence.forces["Woking"] == "surrey" && evidence.unallocatedByForce["surrey"]?.count == 12)
        #expect(evidence.unallocatedByForce["surrey"]?.values.allSatisfy { $0 == 5 } == true)
        let findings = try await findings(test)
        let bounds = try #require(findings.unallocatedBounds)
        let row = try #require(findings.areas.first), after = Double(try #require(row.after?.count))
        #expect(abs((bounds.worst.ratio ?? 0) - (row.change.ratio ?? 0) * (after + 30) / after) < 1e-9)
    }

    @Test("the reference data's pandemic stands beside, told once") func events() async throws {
        let findings = try await findings(office())
        #expect(findings.events.map(\.name) == ["Pandemic restrictions"])
        #expect(findings.events.first?.source?.hasSuffix("(to be checked)") == true)
        #expect(findings.quality.contains { $0.kind == .pandemicMonths })
        #expect(!findings.statements.joined().contains("breaches of lockdown rules"))
    }

    @Test("another category of the same files is read when a design names it, and a misspelt one is refused")
    func unaffected() async throws {
        let test = try await office()
        #expect(try await findings(test).falsification?.unaffected == nil)
        let other = try #require(
            try await findings(test, #","unaffected_category":"bicycle-theft""#).falsification?.unaffected
        )
        #expect(other.name == "Bicycle theft")
        // 8, 9, 10 in turn on both sides, 182 days before and 184 after.
        #expect(abs((other.effect.ratio ?? 0) - 182.0 / 184) < 1e-9)
        await #expect { try await findings(test, #","unaffected_category":"bicycle-thefts""#) } throws: {
            "\($0)".contains("Did you mean \"bicycle-theft\"?")
        }
    }

    @Test("attendance and escalation of an extract are secondary outcomes, with Holm's p") func secondary() async throws
    {
        let test = try await office()
        #expect(try await findings(test).secondaryOutcomes.isEmpty)
        var calls = "Logged,Category,Attended,Grade,Area\n"
        for number in 0..<12 {
            for call in 0..<20 {
                let attended = call < (number < 6 ? 6 + number % 2 : 12 + number % 3), graded = call < 3 + number % 2
                let month = "2020-\(number < 9 ? "0" : "")\(number + 1)"
                calls += "\(month)-10 10:00,ASB,\(attended ? "Y" : "N"),\(graded ? "1" : "2"),Woking\n"
            }
        }
        let mapping = """
            force: surrey
            columns: {date_time: Logged, category: Category, attended: Attended, grade: Grade, area: Area}
            count: [ASB]
            attended: [Y]
            not_attended: ["N"]
            escalated: {field: grade, words: ["1"]}
            """
        _ = try await test.office.importExtracts(
            [try write(calls, "calls.csv", test)],
            mapping: try write(mapping, "map.yaml", test),
            by: TestOffice.staff
        )
        let findings = try await findings(test)
        #expect(findings.source == .policeUK)
        let outcomes = findings.secondaryOutcomes
        #expect(
            outcomes.map(\.name) == [
                "share of calls attended (force extract)", "share of calls escalated (force extract)",
            ]
        )
        // 39 of 120 before, 78 of 120 after; 21 of 120 on both sides.
        #expect(abs((outcomes[0].effect.ratio ?? 0) - 78.0 / 39) < 1e-9)
        #expect(abs((outcomes[1].effect.ratio ?? 0) - 1) < 1e-9)
        #expect((outcomes[0].holmP ?? 1) >= (outcomes[0].effect.p ?? 1) && (outcomes[0].holmP ?? 1) < 0.05)
        #expect(
            findings.statements.contains {
                $0.hasPrefix("Secondary: share of calls attended (force extract), 2.00 times")
            }
        )
    }

    @Test("findings are kept while nothing happens that could move them") func latestChange() async throws {
        let test = try await office()
        let before = try await test.office.latestChange(by: TestOffice.staff)
        let email = try EmailAddress(parsing: "new@example.org")
        let name = try PersonName(parsing: "New Trainer")
        _ = try await test.office.addAccount(email: email, name: name, role: .trainer, by: TestOffice.staff)
        #expect(try await test.office.latestChange(by: TestOffice.staff) == before)
        let another = try street("2021-01", (9, 20, 5), thefts: 8, test)
        _ = try await test.office.importCounts([another], by: TestOffice.staff)
        #expect(try await test.office.latestChange(by: TestOffice.staff) > before)
    }
}

import Evaluation
import Foundation
import Programme
import Records
import Testing

@testable import Operations

@Suite struct CallerEvidenceTests {
    private static let mapping = """
        force: thames-valley
        columns: {date_time: Logged, category: Category, caller: Caller, area: Area}
        count: [ASB]
        """

    /// Forty callers over two years; the first ten call half as often from June 2026 on.
    private static var extract: String {
        var lines = ["Logged,Category,Caller,Area"]
        for month in 0..<24 {
            let (year, number) = (2025 + (month + 5) / 12, (month + 5) % 12 + 1)
            for caller in 0..<40 {
                let often = 1 + caller % 4
                let calls = caller < 10 && month >= 12 ? often / 2 : often
                for call in 0..<calls {
                    let day = "\(year)-\(number < 10 ? "0" : "")\(number)-\(10 + call)"
                    lines.append("\(day) 10:00,ASB,Ref \(caller),Milton Keynes")
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func write(_ text: String, _ name: String, _ test: TestOffice) throws -> String {
        let path = URL(filePath: test.path).deletingLastPathComponent().appending(path: name).path
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    @Test("attendees linked to a caller are the trained; without links all are one group, and both say so")
    func evaluates() async throws {
        let test = try await TestOffice()
        await expectRefusal("no calls by person", "caller column") {
            _ = try await test.office.callers(by: TestOffice.staff)
        }
        let (mapping, path) = (try write(Self.mapping, "map.yaml", test), try write(Self.extract, "calls.csv", test))
        _ = try await test.office.importExtracts([path], mapping: mapping, by: TestOffice.staff)
        let run = try await test.run(16, at: "2026-06-02T09:15")
        var people: [ID<Person>] = []
        for number in 0..<10 { people.append(try await test.book("Asha \(number)", on: run).entry.person.id) }
        for (number, person) in people.enumerated() {
            try await test.office.linkCaller(person, reference: "  ref \(number) ", by: TestOffice.staff)
        }
        let together = try await test.office.callers(
            options: CallersOptions(start: Month("2026-06"), resamples: 100),
            by: TestOffice.staff
        )
        #expect(together.comparison == nil && together.inBaseline == 40)
        #expect(together.statements.contains { $0.contains("people link-caller") })
        try test.clock.set("2026-06-02T12:00:00Z")
        _ = try await test.office.markAllPresent(on: run, by: TestOffice.staff)
        let found = try await test.office.callers(options: CallersOptions(resamples: 100), by: TestOffice.staff)
        #expect(found.trained == 10 && found.comparisonCallers == 30)
        #expect(found.adjusted.law.tailFrom == 1)
        let ratio = try #require(found.comparison?.difference.ratio)
        #expect(ratio > 0.3 && ratio < 0.6)
        #expect(found.statements[0].contains("Calls (force extract)"))
        #expect(!found.json.indented.lowercased().contains("ref "))
    }

    @Test("a link keeps no reference, is audited, held by one person, and can be taken away") func links() async throws
    {
        let test = try await TestOffice()
        let run = try await test.run(16)
        let asha = try await test.book("Asha", on: run).entry.person.id
        let bo = try await test.book("Bo", on: run).entry.person.id
        try await test.office.linkCaller(asha, reference: "Zebulon-771", by: TestOffice.staff)
        try await test.office.linkCaller(asha, reference: "zebulon-771", by: TestOffice.staff)
        await expectRefusal("linked to person \(asha)", "Take that link") {
            try await test.office.linkCaller(bo, reference: "ZEBULON-771", by: TestOffice.staff)
        }
        await expectRefusal("no caller reference") {
            try await test.office.linkCaller(bo, reference: " \n ", by: TestOffice.staff)
        }
        await expectRefusal("no person 999") {
            try await test.office.linkCaller(ID(rawValue: 999), reference: "x", by: TestOffice.staff)
        }
        #expect(try await test.rows("SELECT person || '' AS said FROM caller_link") == ["\(asha)"])
        #expect(!(try await test.contents()).contains { $0.lowercased().contains("zebulon") })
        let (trainer, _) = try await test.account(.trainer, "t@example.org")
        await expectRefusal("not allowed") { try await test.office.linkCaller(bo, reference: "x", by: trainer) }
        await expectRefusal("not allowed") { _ = try await test.office.callers(by: trainer) }
        try await test.office.unlinkCaller(asha, by: TestOffice.staff)
        #expect(try await test.rows("SELECT person || '' AS said FROM caller_link") == [])
        await expectRefusal("linked to no caller") { try await test.office.unlinkCaller(asha, by: TestOffice.staff) }
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
    }
}

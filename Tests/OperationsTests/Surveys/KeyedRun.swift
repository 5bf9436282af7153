import Foundation
import Operations
import Programme
import Records
import Testing

/// A run held on 4 July 2026 with a sheet keyed from paper by one trainer, a week later.
struct KeyedRun {
    let test: TestOffice
    let run: ID<Run>
    let booking: ID<Booking>
    let code: String
    let link: PrivateToken
    let first: Programme.Actor
    let second: Programme.Actor

    init(_ answers: [String: String] = ["A1": "7", "A2": "cannot-say", "C1": "a:away", "D1": "4+"]) async throws {
        test = try await TestOffice()
        first = try await test.account(.trainer, "first@example.org").actor
        second = try await test.account(.trainer, "second@example.org").actor
        run = try await test.run(5, trainers: ["first@example.org", "second@example.org"])
        let receipt = try await test.book("Asha", on: run)
        (booking, code, link) = (receipt.entry.booking.id, receipt.entry.booking.reference, receipt.token)
        try test.clock.set("2026-07-11T08:00:00Z")
        if !answers.isEmpty { try await key(answers) }
    }

    func key(_ answers: [String: String], wave: Wave = .pre, by actor: Programme.Actor? = nil) async throws {
        _ = try await test.office.key(
            answers,
            wave: wave,
            of: booking,
            mode: .paper,
            answeredOn: CalendarDate("2026-07-04"),
            by: actor ?? first
        )
    }

    func given(_ wave: Wave = .pre) async throws -> [String: String] {
        try await test.office.surveyForm(of: booking, wave: wave, by: first).given
    }

    func history(_ wave: Wave = .pre) async throws -> [String] {
        try await test.office.sheetHistory(of: booking, wave: wave, by: first).changes.map { change in
            "\(change.item) \(change.from?.text ?? "-") \(change.to?.text ?? "-") \(change.source.rawValue) \(change.reason ?? "-")"
        }
    }
}

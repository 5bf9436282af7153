import Foundation
import Material
import Operations
import Programme
import Records
import Testing

/// A process that books and cancels without pause is killed at a random moment, again and again on one file.
@Suite struct KillTests {
    @Test("whatever was reported as done is on record, and nothing drifts, 20 kills")
    func kills() async throws { try await killRepeatedly(rounds: 20, seed: 20) }
}

/// The same many times over; runs when COMMONGROUND_SLOW is 1.
@Suite(.enabled(if: runsSlowly)) struct KillSlowTests {
    @Test("whatever was reported as done is on record, and nothing drifts, 200 kills")
    func kills() async throws { try await killRepeatedly(rounds: 200, seed: 200) }
}

private func killRepeatedly(rounds: Int, seed: UInt64) async throws {
    let test = try await TestOffice()
    var chance = SplitMix(state: seed)
    var (booked, cancelled): (Set<String>, Set<String>) = ([], [])
    for round in 0..<rounds {
        let run = try await test.run(3)
        // Each round also gives up what earlier rounds booked: places, queue and letters are all in motion.
        let old = try await test.rows(
            "SELECT reference AS said FROM booking WHERE state <> 'cancelled' ORDER BY id LIMIT 100"
        )
        let input = (0..<2000).map { number in
            number % 3 == 2 && number / 3 < old.count ? "cancel \(old[number / 3])" : "queue \(run) P\(round)-\(number)"
        }
        let desk = try BuiltProcess(
            "BookingDesk",
            [test.path, ShippedMaterial.folder.path, "2026-06-01T09:00:00Z"],
            input: input.joined(separator: "\n")
        )
        _ = try await desk.lines(atLeast: Int.random(in: 1...60, using: &chance))
        try await Task.sleep(for: .microseconds(Int.random(in: 0...4000, using: &chance)))
        try await desk.killAtOnce()
        for line in desk.lines {
            let words = line.split(separator: " ").map(String.init)
            if words.first == "booked" { booked.insert(words[1]) }
            if words.first == "cancelled" { cancelled.insert(words[1]) }
            #expect(line != "refused")
        }
        let office = try await test.another()
        #expect(try await office.verify(by: TestOffice.staff) == [])
        let states = try await test.rows("SELECT reference || ' ' || state AS said FROM booking").map {
            $0.split(separator: " ").map(String.init)
        }
        let onRecord = Dictionary(states.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
        #expect(booked.allSatisfy { onRecord[$0] != nil })
        #expect(cancelled.allSatisfy { onRecord[$0] == "cancelled" })
        // The last change may have been committed and not reported; nothing else may.
        let unreported = onRecord.count { !booked.contains($0.key) } - round
        let gone = onRecord.count { $0.value == "cancelled" } - cancelled.count
        #expect(unreported <= 1 && gone <= round + 1)
        let letters = try await test.rows("SELECT purpose || subject || occasion AS said FROM outbox")
        #expect(Set(letters).count == letters.count)
        try office.close()
    }
    #expect(booked.count > rounds && !cancelled.isEmpty)
}

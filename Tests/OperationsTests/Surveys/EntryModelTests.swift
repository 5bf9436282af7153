import Foundation
import Operations
import Programme
import Records
import Testing

/// Random sequences of keyings, own changes, corrections, second keyings, settlements and files, on the office and on a short
/// model side by side: what is on record and the history always agree.
@Suite struct EntryModelTests {
    @Test("the office and the model agree on 150 random steps", arguments: [3, 17] as [UInt64])
    func agrees(_ seed: UInt64) async throws {
        var walk = try await EntryWalk(seed: seed)
        for _ in 0..<150 { try await walk.step() }
        #expect(try await walk.keyed.test.office.verify(by: TestOffice.staff) == [])
        for kind in ["key", "own", "correct", "again", "settle", "file", "refused"] {
            #expect(walk.seen[kind, default: 0] > 0, "\(kind) never came up: \(walk.seen)")
        }
    }
}

/// The model: values, the steps by which they became so, and what two keyings disagree on, for the two waves of one person.
private struct EntryWalk {
    static let items = ["A1", "A2", "B1"]
    let keyed: KeyedRun
    var chance: SplitMix
    var values: [Wave: [String: String]] = [:]
    var steps: [Wave: [String]] = [:]
    var open: [Wave: [String: String?]] = [:]
    var twice: Set<Wave> = []
    var isOnPaper: [Wave: Bool] = [:]
    var seen: [String: Int] = [:]

    init(seed: UInt64) async throws {
        keyed = try await KeyedRun([:])
        // The window of the wave "post" is open, so that the person's own link works as well.
        try keyed.test.clock.set("2026-07-05T08:00:00Z")
        chance = SplitMix(state: seed)
    }

    private mutating func answers() -> [String: String] {
        Self.items.reduce(into: [:]) { answers, item in
            guard Int.random(in: 0..<3, using: &chance) > 0 else { return }
            answers[item] = ["cannot-say", "0", "4", "9"].randomElement(using: &chance)
        }
    }

    mutating func step() async throws {
        let wave: Wave = Bool.random(using: &chance) ? .pre : .post
        var given = answers()
        let kind =
            ["key", "own", "correct", "correct", "again", "settle", "settle", "file"].randomElement(using: &chance)
            ?? "key"
        if kind == "correct", let item = Self.items.randomElement(using: &chance) { given[item] = "" }
        let before = values[wave] ?? [:]
        let (office, booking) = (keyed.test.office, keyed.booking)
        let reason = "reason \(seen.values.reduce(0, +))"
        var expected = self
        let isAllowed = expected.apply(kind, given, wave, reason)
        do {
            switch kind {
            case "key":
                _ = try await office.key(given, wave: wave, of: booking, mode: .paper, answeredOn: nil, by: keyed.first)
            case "own": _ = try await office.answer(given, wave: wave, with: keyed.link)
            case "correct":
                _ = try await office.correct(given, wave: wave, of: booking, reason: reason, by: keyed.first)
            case "again": _ = try await office.keyAgain(given, wave: wave, of: booking, by: keyed.second)
            case "settle":
                let item = expected.settled ?? "B4"
                _ = try await office.settle(item, wave: wave, of: booking, as: .second, reason: reason, by: keyed.first)
            default:
                let rows = given.keys.sorted().map { item in
                    ResponseRecord(
                        attendee: keyed.code,
                        wave: wave,
                        item: item,
                        score: given[item].flatMap { Double($0) }
                    )
                }
                _ = try await office.importResponses(rows, reason: reason, by: TestOffice.staff)
            }
            #expect(isAllowed, "\(kind) \(given) in \(wave.name) on \(before) was let through")
            self = expected
            seen[kind, default: 0] += 1
        } catch let refusal as any Refusal {
            #expect(!isAllowed, "\(kind) \(given) in \(wave.name) on \(before): \(refusal)")
            seen["refused", default: 0] += 1
        }
        try await compare()
    }

    /// The item the model settles in this step.
    var settled: String?

    /// Does it to the model; whether it may be done.
    private mutating func apply(_ kind: String, _ given: [String: String], _ wave: Wave, _ reason: String) -> Bool {
        let before = values[wave] ?? [:]
        let differing = given.filter { before[$0.key] != nil && before[$0.key] != $0.value && !$0.value.isEmpty }
        let (known, paper) = (values[wave] != nil, isOnPaper[wave] ?? false)
        switch kind {
        case "key": if given.isEmpty || !differing.isEmpty { return false }
        case "own": if given.isEmpty || wave != .post { return false }
        case "correct":
            let changed = given.filter { before[$0.key] ?? "" != $0.value }
            if !known || changed.isEmpty { return false }
        case "again":
            guard known, paper, !twice.contains(wave), !given.isEmpty else { return false }
            twice.insert(wave)
            for item in Self.items where before[item] != given[item] {
                open[wave, default: [:]][item] = .some(given[item])
            }
            return true
        case "settle":
            guard let item = open[wave]?.keys.sorted().first, let second = open[wave]?[item] else { return false }
            settled = item
            if before[item] != second { change(item, to: second, wave, "double-entry \(reason)") }
            open[wave]?[item] = nil
            return true
        default: break
        }
        if !known, kind != "file" || !given.isEmpty {
            values[wave] = [:]
            isOnPaper[wave] = kind != "own"
        }
        for item in Self.items {
            guard let text = given[item] else { continue }
            let new = text.isEmpty ? nil : text
            guard before[item] != new else { continue }
            if before[item] == nil, kind != "correct" {
                if (steps[wave] ?? []).contains(where: { $0.hasPrefix("\(item) ") }) {
                    change(item, to: new, wave, "filled -")
                }
                values[wave]?[item] = new
            } else {
                let word = ["own": "own -", "correct": "correction \(reason)", "file": "file \(reason)"][kind] ?? ""
                change(item, to: new, wave, word)
                if kind != "own" { open[wave]?[item] = nil }
            }
        }
        return true
    }

    private mutating func change(_ item: String, to new: String?, _ wave: Wave, _ word: String) {
        steps[wave, default: []].append("\(item) \(values[wave]?[item] ?? "-") \(new ?? "-") \(word)")
        values[wave]?[item] = new
    }

    private func compare() async throws {
        for wave in [Wave.pre, .post] {
            #expect(try await keyed.given(wave) == values[wave] ?? [:])
            #expect(try await keyed.history(wave).sorted() == (steps[wave] ?? []).sorted())
        }
        let open = try await keyed.test.office.disagreements(of: keyed.run, by: keyed.first).filter {
            $0.stored.settled == nil
        }
        #expect(open.count == self.open.values.reduce(0) { $0 + $1.count })
    }
}

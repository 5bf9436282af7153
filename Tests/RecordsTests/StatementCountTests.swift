import Crypto
import Foundation
import Programme
import Records
import Testing

/// No page costs more statements because it is longer.
@Suite struct StatementCountTests {
    @Test("a page of one person costs as many statements as one of forty")
    func pages() async throws {
        let sample = try await SampleRecords()
        let engine = CountingEngine(try SQLiteEngine(path: sample.folder.database))
        let records = try await Records(engine: engine) { Array(SHA256.hash(data: $0)) }
        let run = try await sample.run(capacity: 100, sittings: 2)
        func add(_ people: Range<Int>) async throws {
            for number in people {
                let booking = try await sample.booking("Person \(number)", on: run)
                _ = try await sample.booking("Waiting \(number)", on: run, .waiting)
                _ = try await sample.change { ledger in
                    try ledger.mark(booking, sitting: 1, .present, by: "x", at: SampleRecords.now)
                    try ledger.mark(booking, sitting: 2, .absent, by: "x", at: SampleRecords.now)
                }
            }
        }
        func costs() async throws -> [Int] {
            var costs: [Int] = []
            func cost(_ body: @escaping @Sendable (Reader) throws -> Void) async throws {
                _ = engine.statements()
                try await records.read(body)
                costs.append(engine.statements())
            }
            try await cost { _ = try $0.register(of: run) }
            try await cost { _ = try $0.bookings(of: run, withCancelled: true) }
            try await cost { _ = try $0.runs() }
            try await cost { _ = try $0.run(run) }
            try await cost { _ = try $0.participations() }
            try await cost { _ = try $0.responseRecords() }
            try await cost { _ = try $0.people(containing: "person") }
            try await cost { _ = try ($0.answeredDays(), $0.waveEvents(on: nil), $0.entryQuality()) }
            try await cost { _ = try ($0.disagreements(of: run), $0.sheetHeads(on: run)) }
            return costs
        }
        try await add(0..<1)
        let short = try await costs()
        try await add(1..<40)
        for _ in 0..<20 { _ = try await sample.run() }
        let long = try await costs()
        #expect(long == short)
        #expect(short == [3, 1, 1, 1, 1, 1, 1, 3, 2])
        #expect(try await records.read { try $0.register(of: run)?.lines.count } == 40)
    }
}

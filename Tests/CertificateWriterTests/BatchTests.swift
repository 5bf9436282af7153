import Programme
import Synchronization
import Testing

@testable import CertificateWriter

@Suite("Many at once") struct BatchTests {
    @Test("the same bytes for any number of workers", arguments: ["attendance", "bilingual"])
    func isTheSame(_ design: String) async throws {
        let press = try Shared.press(design)
        let key = try #require(CertificateKey(secret: Array(0..<32)))
        let certificates = try (0..<60).map { index in
            let (name, language) = CertificateTests.names[index % CertificateTests.names.count]
            var recipient = try Shared.recipient(name, language: language)
            recipient.contactMinutes = 60 + index / 20
            let facts = try press.facts(for: recipient, site: "https://example.org")
            let seal = index % 7 == 0 ? try press.sealed(facts, with: key) : nil
            return (facts: facts, seal: seal)
        }
        var files: [[UInt8]] = []
        for workers in [1, 2, 4] {
            var all: [UInt8] = []
            var positions: [Int] = []
            try await Shared.press(design).typeset(certificates, workers: workers) { position, bytes in
                positions.append(position)
                all += bytes
            }
            #expect(positions == Array(0..<60))
            files.append(all)
        }
        #expect(files[0] == files[1] && files[1] == files[2])
    }

    @Test("results come in order, and no more than a window of them waits", arguments: [1, 3, 8])
    func keepsOrder(_ workers: Int) async throws {
        let made = Mutex(0)
        var handed = 0
        var furthest = 0
        try await Batch(workers: workers).run(count: 2000) { number in
            made.withLock { $0 += 1 }
            return number * 3
        } each: { number, value in
            #expect(number == handed && value == number * 3)
            handed += 1
            furthest = max(furthest, made.withLock { $0 } - handed)
            await Task.yield()
        }
        #expect(handed == 2000)
        #expect(furthest <= workers * 32)
    }

    struct Fault: Error, Equatable { var number: Int }

    @Test("the first error in order ends the batch, after what came before it", arguments: [1, 2, 5])
    func stops(_ workers: Int) async throws {
        var handed: [Int] = []
        await #expect(throws: Fault(number: 37)) {
            try await Batch(workers: workers).run(count: 1000) { number in
                if number == 37 || number > 40 { throw Fault(number: number) }
                return number
            } each: { number, _ in
                handed.append(number)
            }
        }
        #expect(handed == Array(0..<37))
    }

    @Test("a taker that fails ends the batch, and an empty batch hands nothing over")
    func taker() async throws {
        var handed = 0
        await #expect(throws: Fault(number: 5)) {
            try await Batch(workers: 2).run(count: 100) {
                $0
            } each: { number, _ in
                if number == 5 { throw Fault(number: 5) }
                handed += 1
            }
        }
        #expect(handed == 5)
        try await Batch().run(count: 0) {
            $0
        } each: { _, _ in
            handed += 1
        }
        #expect(handed == 5)
    }

    @Test func refusesTheFirstOfItsKind() async throws {
        let press = try Shared.press()
        var certificates = try ["Ann", "Bob", "Cid"].map {
            (facts: try Shared.facts(press, $0), seal: SealedFacts?.none)
        }
        certificates[1].facts.name = "Kit 🎓 Osei"
        var handed: [Int] = []
        await #expect(throws: CertificateRefusal.self) {
            try await press.typeset(certificates, workers: 2) { position, _ in handed.append(position) }
        }
        #expect(handed == [0])
    }
}

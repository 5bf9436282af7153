import Evaluation
import Programme
import Testing

@testable import Operations

@Suite("Evidence of the demonstration")
struct DemonstrationEvidenceTests {
    @Test("Calls add up to the published year within a per cent", arguments: DemonstrationTests.days)
    func calls(day: String) async throws {
        let today = try #require(CalendarDate(day))
        for seed in UInt64(1)...5 {
            var chance = Chance(seed: seed, topic: "calls")
            let months = CallSeries.made(before: today, &chance)
            #expect(months.count == 36)
            #expect(months.last?.month == today.monthOfYear.adding(-1))
            #expect(months.count { $0.counts.count == 13 } == 1)
            #expect(months.count { $0.counts.count == 14 } == 35)
            for start in stride(from: 0, to: 36, by: 12) {
                let year = months[start..<start + 12].reduce(0) { sum, month in
                    sum + month.counts.reduce(0) { $0 + $1.count }
                }
                #expect(abs(Double(year) / 45_090 - 1) < 0.01)
            }
        }
    }

    @Test("The calls are too thin to conclude anything from", arguments: [1, 2, 3] as [UInt64])
    func tooThin(seed: UInt64) async throws {
        let (made, _) = try await MadeUpOffice.demonstration(of: "2026-11-21", seed: seed)
        let findings = try await made.office.calls(by: MadeUpOffice.actor)
        #expect(findings.areas.count == 14)
        guard case .noEvidence(let detectable, couldHaveSeen: false) = findings.verdict else {
            Issue.record("the verdict is \(findings.verdict)")
            return
        }
        #expect((0.05...0.12).contains(detectable))
        #expect(
            findings.quality.contains { $0.kind == .gap }
        )
    }

    @Test(
        "Confidence rises by about 1.2 points and fades; willingness by about half of that",
        arguments: [1, 2, 3] as [UInt64]
    )
    func confidence(seed: UInt64) async throws {
        let (made, _) = try await MadeUpOffice.demonstration(of: "2026-11-21", seed: seed)
        let findings = try await made.office.confidence(by: MadeUpOffice.actor)
        #expect(findings.verdict == .clearRise)
        func change(_ scale: String, _ to: Wave) -> Double? {
            findings.comparisons.first { $0.measure.name == "scale:\(scale)" && $0.from == .pre && $0.to == to }?
                .meanChange
        }
        let post = try #require(change("confidence", .post))
        let later = try #require(change("confidence", .followUp(months: 6)))
        #expect((0.9...1.5).contains(post))
        #expect(later < post && later > 0.3)
        let willing = try #require(change("willingness", .post))
        #expect((0.3...0.9).contains(willing))
    }

    @Test("Fewer answer from wave to wave")
    func waves() async throws {
        let (made, _) = try await sharedDemonstration.value
        let findings = try await made.office.confidence(by: MadeUpOffice.actor)
        let waves = findings.attrition.waves
        func share(_ wave: Wave) throws -> Double {
            let found = try #require(waves.first { $0.wave == wave })
            return Double(try #require(found.answered)) / Double(try #require(found.due))
        }
        #expect((0.90...0.99).contains(try share(.pre)))
        #expect((0.84...0.92).contains(try share(.post)))
        #expect((0.36...0.52).contains(try share(.followUp(months: 3))))
        #expect((0.20...0.38).contains(try share(.followUp(months: 6))))
    }

    @Test("Awareness sessions are of Harmony's published size")
    func awareness() async throws {
        let (made, _) = try await sharedDemonstration.value
        let sessions = try await made.office.awarenessSessions(by: MadeUpOffice.actor).map(\.session)
        func sum(_ setting: AwarenessSetting) -> [Int] { sessions.filter { $0.setting == setting }.map(\.heads) }
        #expect((sum(.community).count, sum(.community).reduce(0, +)) == (33, 2466))
        #expect(sum(.professional).reduce(0, +) == 147)
        #expect(sessions.contains { $0.estimated })
        #expect(sessions.allSatisfy { $0.area != "" && $0.heads > 0 })
    }

    @Test("Targets by area and quarter, one of them decided anew")
    func targets() async throws {
        let (made, _) = try await sharedDemonstration.value
        let programmes = try await made.office.programmes(by: MadeUpOffice.actor)
        #expect(programmes.count == 5)
        #expect(Set(programmes.compactMap(\.fundingPerYear)) == [64_889, 200_000, 170_000, 60_000])
        let targets = try await made.office.targets(of: PilotContract.code, by: MadeUpOffice.actor)
        #expect(Set(targets.map(\.area)).count == 14)
        #expect(targets.count { $0.reason.hasPrefix("re-profiled") } == 1)
        let coaching = try await made.office.targets(of: PublishedContract.coaching, by: MadeUpOffice.actor)
        #expect(coaching.reduce(0) { $0 + $1.planned } == 180)
    }
}

@Suite("Chance of the demonstration")
struct ChanceTests {
    @Test("SplitMix64 as published")
    func splitMix() {
        // Vigna's splitmix64.c from state 1234567: the first of the published test values, reached through no topic.
        var chance = Chance(state: 1_234_567)
        #expect(
            [chance.next(), chance.next(), chance.next()] == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ]
        )
    }

    @Test("Parts add up and are whole", arguments: [(10, 10), (147, 9), (2466, 33), (7, 1)])
    func parts(total: Int, count: Int) {
        var chance = Chance(seed: 3, topic: "parts")
        let parts = chance.parts(of: total, count)
        #expect(parts.count == count)
        #expect(parts.reduce(0, +) == total)
        #expect(parts.allSatisfy { $0 >= 1 })
    }
}

import Evaluation
import Programme
import Testing

/// Expected numbers: `Reference/dilution.py`; the design's rounded figures stand beside.
@Suite("Dilution") struct DilutionTests {
    private func pilot(_ change: (inout DilutionPlan) -> Void = { _ in }) throws -> DilutionFindings {
        var plan = DilutionPlan.thamesValleyPilot
        change(&plan)
        return try DilutionFindings(evaluating: plan)
    }

    @Test(
        "the pilot's detectable fall, year on year",
        arguments: [
            (1.0, 0.018485591725756444, 1.9), (4, 0.036629466350061535, 3.7), (8, 0.051406055711031615, 5.1),
            (20, 0.08005715068814889, 8.0),
        ]
    )
    func detectable(_ phi: Double, _ expected: Double, _ published: Double) throws {
        let fall = try pilot { $0.dispersion = .assumed(phi) }.detectableFall
        #expect(agree(fall, expected, relative: 1e-12))
        #expect(abs(fall * 100 - published) < 0.06)
    }

    @Test("the pilot's three reaches") func reaches() throws {
        let findings = try pilot()
        let expected = [
            (0.00054, 95.19639946487337, 42_839), (0.00665335994677312, 7.726330173368052, 2318),
            (0.007984031936127744, 6.43860847780671, 644),
        ]
        for (reach, known) in zip(findings.reaches, expected) {
            #expect(agree(reach.expectedFall, known.0, relative: 1e-12))
            #expect(agree(reach.shortByFactor, known.1, relative: 1e-12))
            #expect(reach.neededPeople == known.2)
        }
        #expect(findings.neededPeople == 2898)
        #expect(findings.neededPeopleInOneArea == 722)
        #expect(findings.neededAreas == nil)
    }

    @Test("the pilot's sentence") func sentence() throws {
        let findings = try pilot()
        #expect(findings.verdict == "too thin: at most 0.8 % expected, 5.1 % detectable")
        #expect(
            findings.statements[0]
                == "450 people across 14 areas: with these assumptions at most 0.8 % fewer calls; the smallest fall a "
                + "year-on-year comparison could see is 5.1 %."
        )
        #expect(
            findings.statements[1].hasPrefix("The same 450 people in 3 wards of 8,000 residents: at most 8.3 % fewer")
        )
        #expect(findings.statements.last?.contains("dispersion 8, assumed") == true)
        #expect(findings.statements[2].contains("0.054 %") && findings.statements[3].contains("0.67 %"))
    }

    @Test("the same people in three wards") func concentrated() throws {
        let wards = try #require(try pilot().concentrated)
        #expect(agree(wards.callsPerYear, 4328.64, relative: 1e-12))
        #expect(agree(wards.detectableFall, 0.15661253734705913, relative: 1e-12))
        let falls = wards.reaches.map(\.expectedFall)
        for (fall, known) in zip(falls, [0.005625, 0.06930583277888666, 0.083166999334664]) {
            #expect(agree(fall, known))
        }
    }

    @Test("windows are named and count") func windows() throws {
        let findings = try pilot { $0.windows = ComparisonWindows(monthsBefore: 12, monthsAfter: 6) }
        #expect(agree(findings.detectableFall, 0.06259066602641886, relative: 1e-12))
        #expect(findings.statements[0].contains("a comparison of 6 months with the 12 before"))
    }

    @Test("more people reach further, and the number needed is just enough") func needed() throws {
        let needed = try #require(try pilot().reaches[2].neededPeople)
        func short(_ people: Int) throws -> Double {
            let findings = try pilot {
                $0.people = 5000
                $0.concentration = nil
                $0.reaches = [.ownCalls(people: people, callsEachPerYear: 12, effect: 0.3)]
            }
            return try #require(findings.reaches[0].shortByFactor)
        }
        #expect(try short(needed) <= 1)
        #expect(try short(needed - 1) > 1)
    }

    @Test("the number of areas that is enough is the largest one") func areas() throws {
        let findings = try pilot {
            $0.people = 3000
            $0.concentration = nil
            $0.reaches = [.callsPerPerson(people: 1500, callsAvoidedPerYear: 1)]
        }
        let areas = try #require(findings.neededAreas)
        func enough(_ count: Int) throws -> Bool {
            let there = try pilot {
                $0.people = 3000
                $0.areas = count
                $0.callsPerYear *= Double(count) / 14
                $0.residents = nil
                $0.concentration = nil
                $0.reaches = [.callsPerPerson(people: 1500, callsAvoidedPerYear: 1)]
            }
            return try #require(there.reaches[0].shortByFactor) <= 1
        }
        #expect(try enough(areas))
        #expect(try !enough(areas + 1))
        #expect(areas < 14)
    }

    @Test("a plan large enough is said to be") func largeEnough() throws {
        let findings = try pilot {
            $0.people = 10_000
            $0.concentration = nil
            $0.reaches = [.callsPerPerson(people: 10_000, callsAvoidedPerYear: 1)]
        }
        #expect(findings.verdict.hasPrefix("could be seen"))
        #expect(findings.statements.contains("The plan is large enough to be seen."))
    }

    @Test("no effect gives null with a reason, never infinity") func noEffect() throws {
        let findings = try pilot {
            $0.concentration = nil
            $0.reaches = [
                .residents(people: 450, of: 250_000, preventable: 1, effect: 0),
                .callsPerPerson(people: 0, callsAvoidedPerYear: 1),
            ]
        }
        #expect(findings.reaches.allSatisfy { $0.shortByFactor == nil && $0.why == "no fall is expected" })
        #expect(findings.verdict == "not estimable: no fall is expected")
        #expect(nullsWithoutReason(findings.json) == [])
        #expect(!findings.json.compact.contains("inf"))
    }

    @Test("an effect too small for everybody together is said so") func ceiling() throws {
        let findings = try pilot {
            $0.concentration = nil
            $0.reaches = [.residents(people: 450, of: 250_000, preventable: 0.1, effect: 0.3)]
        }
        #expect(findings.reaches[0].neededPeople == nil)
        #expect(findings.reaches[0].why == "this way could give at most 3 %, less than the 5.1 % that could be seen")
        #expect(findings.neededPeople == nil)
    }

    @Test("dispersion comes from the areas' own months when there are enough") func dispersion() throws {
        let start = try #require(Month("2022-01"))
        let months = (0..<24).flatMap { number in
            ["A", "B"].map { area in
                AreaMonthCount(
                    area: area,
                    month: start.adding(number),
                    count: 300 + number * 7 % 31 + (area == "A" ? 40 : 0)
                )
            }
        }
        let estimate = try #require(Dispersion.estimated(from: months))
        #expect(estimate.source == .estimated(months: 24, removesSeasons: true))
        let findings = try pilot { $0.dispersion = estimate }
        #expect(findings.statements.last?.contains("estimated from 24 months") == true)
        #expect(findings.json["dispersion_source"] == .string("estimated"))
        let withoutB = months.filter { $0.area == "A" || $0.month.year == 2023 }
        #expect(Dispersion.estimated(from: withoutB)?.source == .estimated(months: 12, removesSeasons: false))
        #expect(Dispersion.estimated(from: Array(months.prefix(8))) == nil)
    }

    @Test("numbers that contradict each other are refused by name") func refusals() {
        func refusal(_ change: (inout DilutionPlan) -> Void) -> String? {
            do throws(DilutionRefusal) {
                var plan = DilutionPlan.thamesValleyPilot
                change(&plan)
                _ = try DilutionFindings(evaluating: plan)
                return nil
            } catch { return error.description }
        }
        #expect(refusal { $0.people = 0 } == "The number of people is 0 but must be a whole number above 0.")
        #expect(refusal { $0.callsPerYear = -3 } == "The number of calls a year is -3 but must be at least 1.")
        #expect(refusal { $0.dispersion = .assumed(0) }?.contains("dispersion") == true)
        #expect(refusal { $0.windows.monthsAfter = 0 }?.contains("window after") == true)
        #expect(
            refusal { $0.residents = 100 } == "450 people cannot be trained of 100 residents. Correct one of the two."
        )
        #expect(refusal { $0.reaches = [] }?.contains("no way") == true)
        #expect(
            refusal { $0.reaches = [.ownCalls(people: 500, callsEachPerYear: 1, effect: 0.1)] }?.contains("only 450")
                == true
        )
        #expect(
            refusal { $0.reaches = [.ownCalls(people: 400, callsEachPerYear: 1000, effect: 0.1)] }
                == "The way own_calls is impossible: 400,000 calls of their own are more than the 45,090 calls there are. "
                + "Correct its assumptions."
        )
        #expect(
            refusal { $0.concentration = .init(wards: 100, residentsEach: 8000) }?.contains("more than the 250,000")
                == true
        )
        #expect(refusal { $0.callsPerYear = .nan }?.contains("calls a year") == true)
    }
}

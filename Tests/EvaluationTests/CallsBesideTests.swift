import Evaluation
import Foundation
import Programme
import Testing

@Suite("What stands beside an effect on calls") struct CallsBesideTests {
    static let did = #""method":"did","treated":["Area 1","Area 2","Area 3"],"start":"2022-01""#
    static let its = #""method":"its","treated":["Area 1"],"start":"2022-01""#

    private func known(_ name: String) throws -> [String: Double] {
        let rows = try reference("calls_beside.csv").filter { $0["case"] == name }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["quantity"] ?? "", Double($0["value"] ?? "") ?? .nan) })
    }

    private func findings(
        _ design: String,
        more: [AreaMonthCount] = [],
        options: CallsOptions = CallsOptions()
    ) throws -> CallsFindings {
        try CallsFindings(
            evaluating: CallsModelTests.counts() + more,
            design: CallsDesign(json: Data("{\(design)}".utf8)),
            options: options
        )
    }

    private func expect(_ effect: CallsEstimate?, _ name: String, _ at: SourceLocation = #_sourceLocation) throws {
        let known = try known(name)
        for (value, key) in [
            (effect?.ratio, "ratio"), (effect?.interval?.lowerBound, "low"), (effect?.interval?.upperBound, "high"),
        ] {
            #expect(agree(value, known[key], relative: 1e-6), "\(name) \(key)", sourceLocation: at)
        }
        if let p = known["p"] { #expect(agree(effect?.p, p, relative: 1e-5), "\(name) p", sourceLocation: at) }
    }

    // MARK: Dated events

    @Test(
        "an event with a level of its own agrees with R's dummy",
        arguments: [
            ("its_event", #"\#(its),"events":[{"name":"Lockdown","from":"2020-03","to":"2021-06","adjust":true}]"#),
            (
                "its_areas_event",
                #""method":"its","treated":["Area 1","Area 2","Area 3"],"start":"2022-01","#
                    + #""events":[{"name":"Lockdown","from":"2022-05","to":"2022-10","areas":["Area 1","Area 2"],"adjust":true}]"#
            ),
            (
                "did_event",
                #"\#(did),"events":[{"name":"Lockdown","from":"2022-05","to":"2022-10","areas":["Area 1","Area 2"],"adjust":true}]"#
            ),
        ]
    )
    func adjusted(_ name: String, _ design: String) throws {
        let findings = try findings(design), known = try known(name)
        let model = try #require(findings.model)
        #expect(findings.events.map(\.treatment) == [.adjusted])
        #expect(agree(model.effect.ratio, known["ratio"], relative: 1e-7))
        #expect(agree(model.effect.interval?.lowerBound, known["low"], relative: 1e-7))
        let line = try #require(model.coefficients.first { $0.name == "event:Lockdown" })
        #expect(agree(line.estimate, known["event"], relative: 1e-7))
        #expect(findings.statements.contains { $0.hasPrefix("Taken out with a level of its own each: Lockdown (") })
    }

    @Test(
        "an event that hides something is dropped by name with a reason",
        arguments: [
            (its, #"{"name":"Patrols","from":"2022-01","adjust":true}"#, "it cannot be told apart from the start"),
            (its, #"{"name":"Patrols","from":"2017-01","adjust":true}"#, "it holds in every month used"),
            (
                #""method":"rate_ratio","treated":["Area 1"],"start":"2022-01""#,
                #"{"name":"Patrols","from":"2020-03","adjust":true}"#, "this method gives events no level"
            ),
            (
                #""treated":["Area 1"],"start":"2022-01""#, #"{"name":"Patrols","from":"2021-03","adjust":true}"#,
                "a comparison of windows gives events no level"
            ),
        ]
    )
    func dropped(_ design: String, _ event: String, _ reason: String) throws {
        let findings = try findings(#"\#(design),"events":[\#(event)]"#)
        let plain = try self.findings(design)
        guard case .dropped(let why) = try #require(findings.events.first).treatment else {
            return #expect(Bool(false), "\(findings.events)")
        }
        #expect(why.hasPrefix(reason))
        #expect(findings.model?.effect == plain.model?.effect && findings.pooled == plain.pooled)
        #expect(findings.statements.contains { $0.contains("Patrols (") && $0.contains(reason) })
        #expect(findings.json.compact.contains(#""treatment":"dropped","why":"\#(reason)"#))
        #expect(findings.text.contains("not taken out: \(reason)"))
    }

    @Test("an event that all areas had is taken out with the levels of months") func absorbed() throws {
        let event = #""events":[{"name":"Lockdown","from":"2020-03","to":"2020-05","adjust":true}]"#
        let findings = try findings("\(Self.did),\(event)"), plain = try self.findings(Self.did)
        #expect(findings.events.map(\.treatment) == [.absorbed] && findings.model?.effect == plain.model?.effect)
        #expect(
            findings.statements.contains {
                $0.hasPrefix("Taken out with the levels of months, since all areas had it:")
            }
        )
    }

    @Test("events are told where they touch, and the pandemic once") func told() throws {
        let lockdown = #""events":[{"name":"Pandemic restrictions","from":"2020-03","to":"2021-07"}]"#
        let findings = try findings("\(Self.its),\(lockdown)")
        let text = findings.statements.joined(separator: " ")
        #expect(text.contains("Inside these months also: Pandemic restrictions (2020-03 to 2021-07)."))
        #expect(!text.contains("breaches of lockdown rules"))
        #expect(findings.quality.contains { $0.kind == .pandemicMonths })
        #expect(findings.series[0].events.map(\.name) == ["Pandemic restrictions"])
        let without = try self.findings(Self.its)
        #expect(without.statements.joined().contains("breaches of lockdown rules"))
        let elsewhere = try self.findings(
            #"\#(Self.its),"events":[{"name":"Closure","from":"2020-03","areas":["Area 9"]}]"#
        )
        #expect(elsewhere.events.isEmpty)
        let reference = CallsEvent(name: "Restrictions", from: Month("2020-03")!, to: Month("2021-07")!, source: "law")
        let onRecord = try self.findings(Self.its, options: CallsOptions(events: [reference]))
        #expect(onRecord.events.first?.source == "law")
    }

    // MARK: Falsification

    @Test("pretended starts use the months before the start alone and agree with R") func placebos() throws {
        for (design, name) in [(Self.its, "its_placebo"), (Self.did, "did_placebo")] {
            let dates = try #require(try findings(design).falsification?.placeboDates)
            try expect(dates.dates.first { $0.start == Month("2020-01") }?.effect, name)
        }
        // 48 months before: 12 before and 6 after for a series, 6 and 6 otherwise.
        let its = try #require(try findings(Self.its).falsification?.placeboDates)
        #expect(its.dates.map(\.monthsEarlier) == Array((6...36).reversed()) && its.estimated == 31)
        let did = try findings(Self.did)
        let dates = try #require(did.falsification?.placeboDates)
        #expect(dates.dates.first?.start == Month("2018-07") && dates.dates.last?.start == Month("2021-07"))
        let real = abs(Foundation.log(try #require(did.model?.effect.ratio)))
        let large = dates.dates.filter { abs(Foundation.log($0.effect.ratio ?? 1)) >= real }.count
        #expect(dates.asLarge == large && agree(dates.share, Double(large) / Double(dates.estimated)))
        #expect(did.statements.contains { $0.hasPrefix("At 37 pretended starts before the real one, ") })
        // The counts after the start play no part.
        let later = try CallsFindings(
            evaluating: CallsModelTests.counts().map { row in
                var copy = row
                if row.month >= Month("2022-01")!, row.area == "Area 2" { copy.count *= 3 }
                return copy
            },
            design: CallsDesign(json: Data("{\(Self.did)}".utf8))
        )
        #expect(later.falsification?.placeboDates.dates == dates.dates)
        let short = try findings(#""method":"its","treated":["Area 1"],"start":"2019-03""#)
        #expect(short.falsification?.placeboDates.dates.isEmpty == true)
        #expect(short.falsification?.placeboDates.why?.contains("12 months before and 6 after") == true)
    }

    @Test("windows have pretended starts too, each before the real one") func windowPlacebos() throws {
        let findings = try findings(#""treated":["Area 1","Area 2"],"start":"2022-01""#)
        let dates = try #require(findings.falsification?.placeboDates)
        #expect(dates.dates.last?.start == Month("2021-07") && dates.estimated == dates.dates.count)
        let early = try CallsFindings(
            evaluating: CallsModelTests.counts().filter { $0.month < Month("2022-01")! },
            design: CallsDesign(treated: ["Area 1", "Area 2"], start: Month("2020-05"))
        )
        let same = try #require(dates.dates.first { $0.start == Month("2020-05") })
        #expect(agree(same.effect.ratio, early.pooled.ratio))
    }

    @Test("areas left out, one by one or as a ring, agree with R") func areas() throws {
        let findings = try findings(#"\#(Self.did),"neighbours":["Area 4","Area 5"]"#)
        let dropped = try #require(findings.falsification?.dropOne)
        #expect(dropped.map(\.area) == (1...10).map { "Area \($0)" } && dropped.prefix(3).allSatisfy(\.isTreated))
        try expect(dropped[1].effect, "did_without_2")
        try expect(dropped[4].effect, "did_without_5")
        let ring = try #require(findings.falsification?.neighbours)
        try expect(ring.without, "did_without_ring")
        try expect(ring.own, "did_ring")
        #expect(findings.statements.contains { $0.hasPrefix("Leaving out one area at a time gives from") })
        #expect(findings.statements.contains { $0.contains("The neighbouring areas themselves (Area 4 and Area 5)") })
        // The comparison of the main effect keeps them.
        #expect(findings.model?.effect.ratio == (try self.findings(Self.did)).model?.effect.ratio)
        let alone = try self.findings(Self.its).falsification
        #expect(alone?.dropOne.isEmpty == true && alone?.dropOneWhy != nil && alone?.neighbours == nil)
    }

    @Test("a category the course cannot touch warns when it moves") func unaffected() throws {
        let other = try CallsModelTests.counts().map { row in
            var copy = row
            copy.count = row.count * 2
            return copy
        }
        let still = try UnaffectedCounts(name: "Bicycle theft", counts: other)
        let moved = try findings(Self.did, options: with { $0.unaffected = still })
        let effect = try #require(moved.falsification?.unaffected?.effect)
        #expect(agree(effect.ratio, moved.model?.effect.ratio, relative: 1e-7))
        #expect(moved.statements.contains { $0.hasPrefix("Warning: Bicycle theft, which the course cannot touch,") })
        let elsewhere = try UnaffectedCounts(
            name: "Bicycle theft",
            counts: [AreaMonthCount(area: "Area 77", month: Month("2022-01")!, count: 3)]
        )
        let none = try findings(Self.did, options: with { $0.unaffected = elsewhere })
        #expect(none.falsification?.unaffected?.effect.why == "it has no count of a treated area")
        #expect(throws: CallsRefusal.self) { try UnaffectedCounts(name: "x", counts: [other[0], other[0]]) }
    }

    private func with(_ change: (inout CallsOptions) -> Void) -> CallsOptions {
        var options = CallsOptions()
        change(&options)
        return options
    }

    // MARK: Counts of no area

    private var unallocated: [AreaMonthCount] {
        (0..<72).compactMap { Month(year: 2018 + $0 / 12, month: $0 % 12 + 1) }
            .map { AreaMonthCount(area: "unallocated", month: $0, count: 40) }
    }

    @Test("counts of no area, allocated best and worst, agree with R") func bounds() throws {
        let its = try #require(try findings(Self.its, more: unallocated).unallocatedBounds)
        try expect(its.worst, "its_worst")
        try expect(its.best, "its_best")
        #expect(its.changesVerdict)
        let did = try findings(Self.did, more: unallocated)
        let bounds = try #require(did.unallocatedBounds)
        try expect(bounds.worst, "did_worst")
        try expect(bounds.best, "did_best")
        #expect(did.statements.contains { $0.contains("which changes the verdict") })
        #expect(try findings(Self.did).unallocatedBounds == nil)
    }

    @Test("a row of windows takes all counts of no area, on one side or the other") func rowBounds() throws {
        let findings = try findings(#""treated":["Area 1","Area 2"],"start":"2022-01""#, more: unallocated)
        let row = try #require(findings.areas.last), bounds = try #require(row.unallocatedBounds)
        let before = Double(try #require(row.before?.count)), after = Double(try #require(row.after?.count))
        let ratio = try #require(row.change.ratio)
        #expect(agree(bounds.worst.ratio, ratio * (after + 480) / after, relative: 1e-8))
        #expect(agree(bounds.best.ratio, ratio * before / (before + 480), relative: 1e-8))
        let both = try #require(findings.unallocatedBounds)
        #expect(
            (both.best.ratio ?? 9) < (findings.pooled.ratio ?? 0)
                && (both.worst.ratio ?? 0) > (findings.pooled.ratio ?? 9)
        )
        #expect((both.worst.ratio ?? 9) < (bounds.worst.ratio ?? 0))
        #expect(findings.text.contains("With all counts of no area in this area, best to worst:\n"))
        // Counts of another force's rows go to that force's areas alone.
        let far = try self.findings(
            #""treated":["Area 1","Area 2"],"start":"2022-01""#,
            more: unallocated,
            options: with {
                $0.forces = ["Area 1": "north", "Area 2": "south"]
                $0.unallocatedByForce = ["east": [Month("2022-03")!: 500]]
            }
        )
        #expect(far.unallocatedBounds?.best.ratio == far.pooled.ratio)
    }

    // MARK: By other means

    @Test("AR(1) errors and two periods agree with R") func sensitivity() throws {
        let own = try #require(try findings(Self.its).sensitivity?.autoregressive)
        try expect(own.effect, "ar_one")
        #expect(abs((own.correlation ?? 9) - (try known("ar_one")["rho"] ?? .nan)) < 1e-5)
        let controlled = #""method":"controlled_its","treated":["Area 1","Area 2","Area 3"],"start":"2022-01""#
        try expect(try findings(controlled).sensitivity?.autoregressive?.effect, "ar_controlled")
        let did = try findings(Self.did)
        try expect(did.sensitivity?.collapsed?.effect, "collapsed")
        #expect(did.sensitivity?.collapsed?.degreesOfFreedom == 8)
        let mixed = try findings(#""method":"synthetic_control","treated":["Area 2"],"start":"2022-01""#)
        #expect(mixed.sensitivity?.leavingOut != nil)
        #expect(mixed.statements.contains { $0.hasPrefix("Without each area that has weight in turn") })
        let staggered = try findings(#""method":"did","starts":{"Area 1":"2021-06","Area 2":"2022-01"}"#)
        #expect(staggered.sensitivity?.collapsed?.effect.why?.contains("different months") == true)
    }

    @Test(
        "the Maryland level says its version and why",
        arguments: [
            (its, 2), (did, 4), (#""method":"did","treated":["Area 1"],"start":"2022-01""#, 3),
            (#"\#(did),"randomised":true"#, 5), (#"\#(its),"randomised":true"#, 2),
            (#""method":"controlled_its","treated":["Area 1","Area 2"],"start":"2022-01""#, 3),
        ]
    )
    func level(_ design: String, _ level: Int) throws {
        let findings = try findings(design)
        #expect(findings.evidence.level == level && findings.model?.evidenceLevel == level)
        let json = findings.json["evidence_level"]
        #expect(json?["version"] == .string("Farrington, Gottfredson, Sherman and Welsh 2002") && json?["why"] != nil)
    }

    // MARK: Companions

    @Test(
        "a clear fall is never told without a companion outcome or the lack of one",
        arguments: [
            ("", "no companion outcome says whether there is less behaviour or less reporting"),
            (
                #","companions":[{"name":"Survey","measure":"share who saw ASB","change":-4.2,"ci95":[-7,-1],"better":"lower"}]"#,
                "a companion outcome went the better way (Survey)"
            ),
            (
                #","companions":[{"name":"Survey","change":-4.2,"ci95":[-7,-1],"better":"higher"}]"#,
                "a companion outcome went the worse way (Survey)"
            ),
            (
                #","companions":[{"name":"Survey","change":-4.2,"better":"higher"}]"#,
                "no companion outcome changed clearly, so less reporting is as likely a reading as less behaviour"
            ),
        ]
    )
    func companions(_ key: String, _ clause: String) throws {
        let findings = try findings(Self.did + key)
        #expect(findings.verdict == .clearFall)
        #expect(findings.verdictWords == "clear fall, cause not shown; \(clause)")
        #expect(findings.json["verdict"] == .string(findings.verdictWords))
        #expect(findings.text.hasPrefix("Verdict: \(findings.verdictWords)\n"))
        #expect(nullsWithoutReason(findings.json["companions"] ?? .null) == [])
        #expect(!findings.text.lowercased().contains("success"))
    }

    @Test("secondary outcomes go through the design's method and Holm, and never decide") func secondary() throws {
        func share(_ name: String, _ fall: Double) throws -> SecondaryCounts {
            SecondaryCounts(
                name: name,
                counts: try CallsModelTests.counts().map { row in
                    let isAfter = row.month >= Month("2022-01")! && row.area < "Area 4" && row.area != "Area 10"
                    let part = (Double(row.count) * 0.5 * (isAfter ? 1 - fall : 1)).rounded(.toNearestOrEven)
                    return AreaMonthCount(
                        area: row.area,
                        month: row.month,
                        count: Int(part),
                        population: Double(row.count)
                    )
                }
            )
        }
        let plain = try findings(Self.did)
        let findings = try findings(
            Self.did,
            options: with { options in
                options.secondary = [(try? share("share of calls attended", 0.2)), (try? share("share escalated", 0))]
                    .compactMap { $0 }
            }
        )
        #expect(findings.secondaryOutcomes.count == 2 && findings.verdict == plain.verdict)
        let first = findings.secondaryOutcomes[0], second = findings.secondaryOutcomes[1]
        #expect(abs((first.effect.ratio ?? 0) - 0.8) < 0.02 && abs((second.effect.ratio ?? 0) - 1) < 0.02)
        let p = [first.effect.p ?? 1, second.effect.p ?? 1]
        #expect(agree(first.holmP, min(1, p[0] <= p[1] ? 2 * p[0] : max(p[0], 2 * p[1]))))
        #expect(
            findings.statements.contains {
                $0.hasPrefix("Secondary: share of calls attended, 0.")
                    && $0.contains(" times that before (95 % interval ")
            }
        )
        #expect(findings.json["secondary_outcomes"]?.compact.contains(#""label":"secondary""#) == true)
    }

    // MARK: Small counts

    @Test(
        "small counts hide what stands beside",
        arguments: ["its", "did", "controlled_its", "synthetic_control", "before_after", "rate_ratio"]
    )
    func suppression(_ method: String) throws {
        let low = try CallsModelTests.counts().map { row in
            var copy = row
            if row.area == "Area 2" {
                copy.count = row.month < Month("2022-01")! ? copy.count : row.month.month == 3 ? 1 : 0
            }
            return copy
        }
        let design = try CallsDesign(
            json: Data(#"{"method":"\#(method)","treated":["Area 2","Area 3"],"start":"2022-01"}"#.utf8)
        )
        let findings = try CallsFindings(
            evaluating: low + unallocated,
            design: design,
            options: CallsOptions(suppressBelow: 10)
        )
        #expect(findings.falsification?.placeboDates.dates.isEmpty ?? true)
        #expect(findings.falsification?.dropOne.isEmpty ?? true)
        #expect(findings.unallocatedBounds.map { !$0.best.isEstimated && !$0.worst.isEstimated } ?? true)
        #expect(findings.areas.allSatisfy { $0.unallocatedBounds == nil })
        #expect(nullsWithoutReason(findings.json["falsification"] ?? .null) == [])
    }

    @Test(
        "every null has its reason, whatever the method",
        arguments: ["its", "controlled_its", "did", "synthetic_control", "rate_ratio", "before_after"]
    )
    func reasons(_ method: String) throws {
        let design =
            #""method":"\#(method)","treated":["Area 2","Area 3"],"start":"2022-01","neighbours":["Area 4"],"#
            + #""events":[{"name":"Patrols","from":"2022-03","adjust":true}]"#
        let findings = try findings(design, more: unallocated)
        for key in ["falsification", "unallocated_bounds", "sensitivity", "events", "companions", "event_study"] {
            #expect(nullsWithoutReason(findings.json[key] ?? .array([])) == [], "\(key)")
        }
        for word in ["because of", "thanks to", "led to", "caused", "due to"] {
            #expect(!findings.statements.joined(separator: " ").contains(word))
        }
    }

    @Test(
        "a malformed part of a design says what is wrong",
        arguments: [
            (#""events":[{"from":"2020-01"}]"#, "event 1 has no \"name\""),
            (#""events":[{"name":"A","from":"2020"}]"#, "from of event A \"2020\" is not a month"),
            (#""events":[{"name":"A","from":"2020-03","to":"2020-01"}]"#, "ends in 2020-01, before it begins"),
            (#""events":[{"name":"A","form":"2020-03"}]"#, "\"form\" is not a key of event 1. Did you mean \"from\"?"),
            (#""events":[{"name":"A","from":"2020-03"},{"name":"A","from":"2020-04"}]"#, "two events called A"),
            (#""companions":[{"name":"S","change":1,"better":"more"}]"#, "\"higher\" or \"lower\""),
            (#""companions":[{"name":"S","change":1,"better":"higher","ci95":[2,1]}]"#, "the lower first"),
            (#""neighbours":["Area 1"]"#, "is treated and a neighbour"),
        ]
    )
    func malformed(_ part: String, _ reason: String) {
        do throws(CallsRefusal) {
            _ = try CallsDesign(json: Data("{\(Self.its),\(part)}".utf8))
            Issue.record("\(part) was accepted")
        } catch {
            #expect(error.description.contains(reason), "\(error)")
        }
    }

    @Test("areas of events and neighbours that have no counts are named with the nearest spelling") func unknown()
        throws
    {
        #expect(throws: CallsRefusal.self) { try findings(#"\#(Self.did),"neighbours":["Aera 4"]"#) }
        #expect(throws: CallsRefusal.self) {
            try findings(#"\#(Self.did),"events":[{"name":"A","from":"2020-03","areas":["Aera 4"]}]"#)
        }
    }
}

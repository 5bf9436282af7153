import Evaluation
import Programme
import Testing

@Suite("Callers") struct CallersTests {
    private static func records() throws -> CallerRecords {
        var people: [String: CallerHistory] = [:]
        for row in try EvaluationTests.reference("callers_months.csv") {
            let (name, month) = (try #require(row["caller_id"]), try #require(Month(row["month"] ?? "")))
            var person = people[name] ?? CallerHistory(caller: name, months: [])
            person.trainedOn = CalendarDate(row["trained_on"] ?? "")
            let days = Int(row["exposed_days"] ?? "")
            person.months.append(.init(month, calls: try #require(Int(row["count"] ?? "")), days: days))
            people[name] = person
        }
        return CallerRecords(people.values.sorted { $0.caller < $1.caller })
    }

    /// The first month after in made-up records.
    private static let january = [Month("2025-01")].compactMap(\.self)[0]

    /// What R found in one case.
    private struct Known {
        let values: [String: Double]

        init(_ name: String) throws {
            let rows = try EvaluationTests.reference("callers.csv").filter { $0["case"] == name }
            values = Dictionary(
                uniqueKeysWithValues: rows.map { ($0["quantity"] ?? "", Double($0["value"] ?? "") ?? .nan) }
            )
        }

        func check(_ quantity: String, _ value: Double?, _ tolerance: Double) throws {
            let expected = try #require(values[quantity])
            #expect(agree(value, expected, relative: tolerance), "\(quantity): \(value ?? .nan), R \(expected)")
        }
    }

    @Test(
        "windows, law, comparison and second baseline agree with R",
        arguments: [("threshold", 6), ("everybody", nil)]
    )
    func reference(_ name: String, threshold: Int?) throws {
        let known = try Known(name)
        let found = try CallersFindings(
            evaluating: try Self.records(),
            options: CallersOptions(threshold: threshold, resamples: 4000)
        )
        try known.check("mean_per_year", found.adjusted.law.meanPerYear, 1e-6)
        try known.check("theta", found.adjusted.law.theta, 1e-5)
        try known.check("in_baseline", found.inBaseline.map(Double.init), 0)
        try known.check("trained", found.trained.map(Double.init), 0)
        try known.check("others", found.comparisonCallers.map(Double.init), 0)
        try known.check("expected", found.adjusted.change.expected, 1e-6)
        try known.check("observed", found.adjusted.change.observed.map(Double.init), 0)
        try known.check("ratio", found.adjusted.change.ratio, 1e-6)
        try known.check("naive", found.adjusted.naive.ratio, 1e-12)
        let interval = try #require(found.adjusted.change.interval)
        let spread = try #require(known.values["boot.sd"])
        // Two bootstraps of 1,000 and 4,000 resamples: their ends differ by a small part of the spread.
        #expect(abs(interval.lowerBound - (try #require(known.values["boot.lower"]))) < 0.25 * spread)
        #expect(abs(interval.upperBound - (try #require(known.values["boot.upper"]))) < 0.25 * spread)
        let comparison = try #require(found.comparison)
        try known.check("ancova", comparison.ancovaLog?.estimate, 1e-6)
        try known.check("ancova.se", comparison.ancovaLog?.standardError, 1e-5)
        try known.check("ancova.theta", comparison.theta, 1e-4)
        try known.check("did", comparison.differenceLog?.estimate, 1e-7)
        try known.check("did.se", comparison.differenceLog?.standardError, 1e-7)
        try known.check("did.naive", comparison.naiveError, 1e-6)
        try known.check("did.clusters", comparison.clusters.map(Double.init), 0)
        let top = try #require(found.concentration.last)
        try known.check("top.people", top.people.map(Double.init), 0)
        try known.check("top.share", top.share, 1e-12)
        guard threshold != nil else { return #expect(found.second.change.why?.contains("threshold") == true) }
        try known.check("second.people", found.second.change.people.map(Double.init), 0)
        try known.check("second.ratio", found.second.change.ratio, 1e-12)
        try known.check("second.before", found.second.ratioBeforeTraining, 1e-12)
    }

    @Test(
        "neither the order of callers nor twice the exposed days of everybody changes a ratio; the seed decides the interval"
    )
    func properties() throws {
        let records = try Self.records(), options = CallersOptions(threshold: 6, resamples: 100)
        let found = try CallersFindings(evaluating: records, options: options)
        #expect(found == (try CallersFindings(evaluating: records, options: options)))
        #expect(nullsWithoutReason(found.json) == [])
        let turned = try CallersFindings(
            evaluating: CallerRecords(records.callers.reversed()),
            options: options
        )
        try Self.expectSame(found, turned)
        let halved = CallerRecords(
            records.callers.map { person in
                var person = person
                for place in person.months.indices { person.months[place].days *= 2 }
                return person
            }
        )
        try Self.expectSame(found, try CallersFindings(evaluating: halved, options: options))
    }

    private static func expectSame(_ left: CallersFindings, _ right: CallersFindings) throws {
        for (one, other) in [
            (left.adjusted.change.ratio, right.adjusted.change.ratio),
            (left.adjusted.law.theta, right.adjusted.law.theta),
            (left.comparison?.ancova.ratio, right.comparison?.ancova.ratio),
            (left.comparison?.difference.ratio, right.comparison?.difference.ratio),
            (left.second.change.ratio, right.second.change.ratio),
        ] {
            let (one, other) = (try #require(one), try #require(other))
            #expect(abs(one - other) < 1e-7 * abs(one))
        }
    }

    /// People who keep one rate, all alike in months; the first `trained` of them are trained in January 2025.
    private static func people(_ counts: [(before: Int, after: Int)], trained: Int) -> CallerRecords {
        let first = Self.january.adding(-1)
        return CallerRecords(
            counts.enumerated().map { place, calls in
                CallerHistory(
                    caller: "p\(place)",
                    group: place < trained ? "trained" : "comparison",
                    months: [.init(first, calls: calls.before), .init(first.adding(1), calls: calls.after)]
                )
            }
        )
    }

    @Test(
        "what cannot be estimated says why, keeps the naive change back, and the verdict says so",
        arguments: [
            (CallerRecords([]), nil as Int?, "no caller with a name"),
            (people([(0, 0), (0, 0), (0, 1)], trained: 2), nil, "nobody called in the months before"),
            (people([(3, 1), (2, 1), (1, 4)], trained: 2), 10, "nobody made 10 calls or more"),
            (people([(3, 1), (2, 1), (12, 4)], trained: 2), 10, "no trained caller with 10 calls or more"),
            (people([(3, 1)], trained: 1), nil, "too few callers"),
            (people([(3, 1), (2, 1), (1, 4)], trained: 0), nil, "nobody is known to be trained"),
        ]
    )
    func refusals(_ records: CallerRecords, threshold: Int?, reason: String) throws {
        let found = try CallersFindings(
            evaluating: records,
            options: CallersOptions(start: Month("2025-01"), threshold: threshold, resamples: 100)
        )
        #expect(found.adjusted.change.ratio == nil && found.adjusted.naive.ratio == nil)
        #expect(found.adjusted.change.why?.contains(reason) == true, "\(found.adjusted.change.why ?? "")")
        #expect("\(found.verdict)".hasPrefix("not estimable: "))
        let json = found.json.indented
        #expect(json.contains("\"why\"") && !json.contains("nan") && !json.contains("inf"))
        #expect(nullsWithoutReason(found.json) == [])
    }

    @Test("when none of the trained called after there is a ratio of zero, no interval and no verdict")
    func noneAfter() throws {
        let counts = (0..<12).map { (before: 6 + $0 % 4, after: 0) } + (0..<30).map { (before: $0 % 5, after: $0 % 4) }
        let found = try CallersFindings(
            evaluating: Self.people(counts, trained: 12),
            options: CallersOptions(start: Month("2025-01"), resamples: 100)
        )
        #expect(found.adjusted.change.ratio == 0 && found.adjusted.change.interval == nil)
        #expect(found.comparison?.ancova.why?.contains("did not call at all after") == true)
        #expect("\(found.verdict)".hasPrefix("not estimable: none of them called after"))
        #expect(nullsWithoutReason(found.json) == [])
    }

    @Test("without a start nothing is guessed") func noStart() throws {
        let month = try #require(Month("2025-01"))
        let people = (0..<20).map { CallerHistory(caller: "p\($0)", months: [.init(month, calls: $0)]) }
        let found = try CallersFindings(evaluating: CallerRecords(people))
        #expect("\(found.verdict)".contains("no start is known"))
    }

    @Test("options outside their range and groups that nobody is in are refused") func options() throws {
        for wrong in [
            CallersOptions(monthsBefore: 0), CallersOptions(monthsAfter: 121), CallersOptions(transitionMonths: -1),
            CallersOptions(threshold: 0), CallersOptions(tailFrom: 0), CallersOptions(resamples: 99),
            CallersOptions(relevantFall: 1), CallersOptions(trainedGroups: ["nobody"]),
        ] {
            #expect(throws: CallersRefusal.self) {
                try CallersFindings(evaluating: Self.people([(1, 1)], trained: 1), options: wrong)
            }
        }
    }

    @Test("the naive change never stands in a sentence without the adjusted one") func naive() throws {
        let found = try CallersFindings(
            evaluating: try Self.records(),
            options: CallersOptions(threshold: 6, resamples: 100)
        )
        for sentence in found.statements where sentence.contains("as they stand") {
            #expect(sentence.contains("Adjusted for regression to the mean"))
        }
        #expect(found.statements.contains { $0.contains("as they stand") && $0.contains("must not be used") })
        let lines = found.text.split(separator: "\n")
        let place = try #require(lines.firstIndex { $0.contains("as it stands") })
        #expect(lines[place - 1].contains("adjusted for regression to the mean"))
        #expect(!found.statements.contains { $0.contains("incident") || $0.contains("caused") })
    }

    @Test("only the tail handed over is noticed, and a loose tail gives no verdict") func tail() throws {
        let counts = (0..<14).map { (before: 12 + $0 % 3, after: 9) }
        let found = try CallersFindings(
            evaluating: Self.people(counts, trained: 14),
            options: CallersOptions(start: Month("2025-01"), threshold: 12, resamples: 100)
        )
        #expect(found.adjusted.law.tailFrom == 12 && found.adjusted.law.isWeak)
        #expect("\(found.verdict)".hasPrefix("not estimable"))
        #expect(found.statements.contains { $0.contains("loosely") })
    }

    @Test(
        "who waits is compared until trained; a month of training counts as after, and the other choice stands beside"
    )
    func waiting() throws {
        let months = (0..<24).map { Self.january.adding($0 - 12) }
        func person(_ name: String, _ group: String, _ day: String?, _ calls: (Int) -> Int) -> CallerHistory {
            CallerHistory(
                caller: name,
                group: group,
                trainedOn: day.flatMap { CalendarDate($0) },
                months: months.enumerated().map { .init($1, calls: calls($0)) }
            )
        }
        let people =
            (0..<6).map { number in person("t\(number)", "trained", "2025-01-15") { $0 < 12 ? 2 + number % 2 : 1 } }
            + (0..<6).map { number in
                // From July 2025 on they are trained too, and what they do then must not count.
                person("w\(number)", "waiting list", "2025-07-01") { $0 < 18 ? 2 + number % 3 : 40 }
            }
        let found = try CallersFindings(evaluating: CallerRecords(people), options: CallersOptions(resamples: 100))
        let difference = try #require(found.comparison?.difference.ratio)
        #expect(difference > 0.35 && difference < 0.45)
        #expect(found.trainedInsideMonth == 6)
        #expect(found.adjusted.sensitivity.map(\.name) == ["transition_1"])
        #expect(found.statements.contains { $0.contains("trained inside a month") })
    }

    @Test("small numbers, and what could be told from the rest, are hidden when asked") func suppression() throws {
        let counts = [(20, 5), (21, 6), (19, 3)] + (0..<40).map { ($0 % 7, $0 % 5) }
        let hidden = try CallersFindings(
            evaluating: Self.people(counts.map { (before: $0.0, after: $0.1) }, trained: 3),
            options: CallersOptions(start: Month("2025-01"), threshold: 10, resamples: 100, suppressBelow: 5)
        )
        #expect(hidden.trained == nil && hidden.comparisonCallers == nil)
        #expect(hidden.adjusted.change.ratio == nil && hidden.adjusted.naive.ratio == nil)
        #expect(hidden.adjusted.change.why?.contains("suppressed") == true)
        #expect(hidden.concentration.allSatisfy { ($0.people ?? 5) >= 5 && ($0.calls ?? 5) >= 5 })
        #expect(hidden.json.indented.contains("\"suppressed_below\": 5"))
        #expect(nullsWithoutReason(hidden.json) == [])
        let open = try CallersFindings(
            evaluating: Self.people(counts.map { (before: $0.0, after: $0.1) }, trained: 3),
            options: CallersOptions(start: Month("2025-01"), threshold: 10, resamples: 100)
        )
        #expect(open.trained == 3 && open.adjusted.change.ratio != nil && open.adjusted.change.interval == nil)
    }
}

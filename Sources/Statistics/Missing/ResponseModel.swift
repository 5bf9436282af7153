/// Who answered, with people of equal rows of the design taken together, so that a fit costs as much as there are distinct
/// rows.
struct ResponseModel: Sendable {
    let outcome: [Double?]
    /// The distinct rows.
    let design: Design
    /// The distinct row of each person.
    let pattern: [Int]

    init(_ outcome: [Double?], _ design: Design) {
        var places: [[Double]: Int] = [:], firsts: [Int] = []
        pattern = (0..<design.rows).map { person in
            let row = design.row(person)
            if let place = places[row] { return place }
            places[row] = firsts.count
            firsts.append(person)
            return firsts.count - 1
        }
        self.outcome = outcome
        self.design = design.selecting(rows: firsts)
    }

    struct Weighted {
        let mean: Double
        let largestWeight: Double
        let effectiveSize: Double
        let method: LogisticRegression.Method
        let dropped: [String]
        /// The linear part of each distinct row, to start the next fit from.
        let linear: [Double]?
    }

    /// The weighted mean when each person counts this often.
    func fitted(_ counts: [Double], start: [Double]?) throws(StatisticsError) -> Weighted {
        var trials = Array(repeating: 0.0, count: design.rows), answers = trials
        for person in counts.indices {
            trials[pattern[person]] += counts[person]
            if outcome[person] != nil { answers[pattern[person]] += counts[person] }
        }
        let present = trials.indices.filter { trials[$0] > 0 }
        let everyone = zip(trials, answers).allSatisfy { $0 == $1 }
        guard !everyone else { return try weighted(counts, chances: trials.map { _ in 1 }, nil) }
        let fit = try Self.fit(
            present.map { answers[$0] / trials[$0] },
            present.map { trials[$0] },
            design.selecting(rows: present),
            start.map { start in present.map { start[$0] } }
        )
        var chances = Array(repeating: 1.0, count: design.rows)
        for (place, row) in present.enumerated() { chances[row] = fit.fit.means[place] }
        return try weighted(counts, chances: chances, (fit.fit, fit.method, present.count == design.rows))
    }

    private static func fit(
        _ shares: [Double],
        _ trials: [Double],
        _ design: Design,
        _ start: [Double]?
    ) throws(StatisticsError) -> (fit: LogisticFit, method: LogisticRegression.Method) {
        do throws(StatisticsError) {
            let fit = try LogisticFit(
                shares: shares,
                trials: trials,
                on: design,
                method: .maximumLikelihood,
                start: start
            )
            return (fit, .maximumLikelihood)
        } catch .perfectSeparation {
            return (try LogisticFit(shares: shares, trials: trials, on: design, method: .firth), .firth)
        }
    }

    private func weighted(
        _ counts: [Double],
        chances: [Double],
        _ fit: (fit: LogisticFit, method: LogisticRegression.Method, isWhole: Bool)?
    ) throws(StatisticsError) -> Weighted {
        var sum = CompensatedSum(), weights = CompensatedSum(), squares = 0.0, largest = 0.0, people = 0.0
        for person in counts.indices where counts[person] > 0 {
            guard let value = outcome[person] else { continue }
            let weight = 1 / chances[pattern[person]]
            sum.add(counts[person] * weight * value)
            weights.add(counts[person] * weight)
            squares += counts[person] * weight * weight
            largest = max(largest, weight)
            people += counts[person]
        }
        let total = weights.total
        guard people > 0, total.isFinite, squares.isFinite else { throw .tooFew(needed: 1, given: 0) }
        return Weighted(
            mean: sum.total / total,
            largestWeight: largest * people / total,
            effectiveSize: total * total / squares,
            method: fit?.method ?? .maximumLikelihood,
            dropped: fit?.fit.dropped ?? [],
            linear: fit.flatMap { $0.isWhole && $0.method == .maximumLikelihood ? $0.fit.linear : nil }
        )
    }
}

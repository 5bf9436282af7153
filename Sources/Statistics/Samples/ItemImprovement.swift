/// "Improved on some or all statements", with every denominator and what chance alone would give.
///
/// A person with several noisy answers is almost sure to be higher on at least one of them, so the share of "improved on
/// some or all" flatters whatever was taught. The benchmark turns the signs of all changes of a person together, as if
/// before and after were exchanged by a coin: who rose on some items and fell on others counts either way, who moved in one
/// direction only counts half the time, who did not change never. So the count has exactly the law of a constant plus a fair
/// binomial, and nothing need be drawn.
public struct ItemImprovement: Hashable, Sendable {
    /// The number of items.
    public let items: Int
    /// People who answered at least one item both times: the denominator of the counts unless said otherwise.
    public let answered: Int
    /// People who answered every item both times.
    public let complete: Int
    /// People higher on at least one item.
    public let improvedOnSome: Int
    /// People higher on every item that they answered both times.
    public let improvedOnAllAnswered: Int
    /// People, of the ``complete`` ones, higher on every item.
    public let improvedOnAll: Int
    /// People whose changes add up to more than zero.
    public let netUp: Int
    /// People lower on at least one item.
    public let worsenedOnSome: Int
    /// People without a change on any item.
    public let unchangedOnAll: Int
    /// Wilson's interval of ``improvedOnSome`` of ``answered``.
    public let improvedInterval: ClosedRange<Double>
    /// What chance alone would give for ``improvedOnSome``.
    public let chance: Chance

    /// The count that a programme without any effect would reach on these very answers.
    public struct Chance: Hashable, Sendable {
        /// The expected number of people.
        public let expected: Double
        /// The expected share of those who answered, in `0...1`.
        public let share: Double
        /// The numbers of people between which chance stays 95 times in 100.
        public let range: ClosedRange<Int>
        /// The chance of a count at least as high as the one seen.
        public let p: Double
    }

    /// Counts a table of changes.
    ///
    /// - Parameters:
    ///   - changes: A row a person and a column an item; nil where it was not answered both times. Changes are rounded to
    ///     ten decimals first.
    ///   - confidence: The coverage of the interval and of chance's range, between 0 and 1.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` when no one answered any item both times;
    ///   ``StatisticsError/unequalLengths(_:_:)`` for rows of different length; ``StatisticsError/notFinite``.
    /// - Complexity: O(people × items).
    public init(changes: [[Double?]], confidence: Double = 0.95) throws(StatisticsError) {
        let width = changes.first?.count ?? 0
        for row in changes where row.count != width { throw .unequalLengths(width, row.count) }
        let people = changes.map { $0.compactMap { $0.map { Differences.decimal(from: 0, to: $0) } } }
            .filter { !$0.isEmpty }
        guard !people.isEmpty else { throw .tooFew(needed: 1, given: 0) }
        guard people.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .notFinite }
        items = width
        answered = people.count
        complete = people.count { $0.count == width }
        let rose = people.map { $0.contains { $0 > 0 } }, fell = people.map { $0.contains { $0 < 0 } }
        improvedOnSome = rose.count { $0 }
        worsenedOnSome = fell.count { $0 }
        unchangedOnAll = zip(rose, fell).count { !$0 && !$1 }
        improvedOnAllAnswered = people.count { $0.allSatisfy { $0 > 0 } }
        improvedOnAll = people.count { $0.count == width && $0.allSatisfy { $0 > 0 } }
        netUp = people.count { Differences.decimal(from: 0, to: compensatedSum($0)) > 0 }
        improvedInterval = try wilsonInterval(successes: improvedOnSome, trials: answered, confidence: confidence)
        chance = try Chance(
            either: zip(rose, fell).count { $0 && $1 },
            oneWay: zip(rose, fell).count { $0 != $1 },
            seen: improvedOnSome,
            of: answered,
            confidence: confidence
        )
    }
}

extension ItemImprovement.Chance {
    init(either: Int, oneWay: Int, seen: Int, of people: Int, confidence: Double) throws(StatisticsError) {
        expected = Double(either) + Double(oneWay) / 2
        share = expected / Double(people)
        let law = try Binomial(trials: oneWay, probability: 0.5)
        p = try law.upperTail(seen - either - 1)
        let tail = (1 - (try probability(confidence, "the confidence"))) / 2
        var low = 0
        while try law.cdf(low) < tail { low += 1 }
        // Half the tosses fail: the law is symmetric.
        range = (either + low)...(either + oneWay - low)
    }
}

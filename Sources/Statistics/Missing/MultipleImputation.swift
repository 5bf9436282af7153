/// Data sets whose missing values are filled in several times, each by chained predictive mean matching.
///
/// It is valid when what is missing depends only on the columns given. Every column is imputed from all others, within the
/// levels of a factor such as the course; imputed values are always values that somebody gave. The same seed gives the same
/// data on any number of cores.
///
/// Source: S. van Buuren, Flexible Imputation of Missing Data (2018), 4.5.
public struct MultipleImputation: Sendable {
    /// The names of the columns.
    public let names: [String]
    /// The completed columns: `completed[imputation][column][person]`.
    public private(set) var completed: [[[Double]]]
    /// How many values were missing in each column.
    public let missing: [Int]
    /// The seed.
    public let seed: UInt64
    private let isMissing: [[Bool]]

    /// Imputes columns.
    ///
    /// - Parameters:
    ///   - columns: Columns of equal length, nil where a value is missing.
    ///   - factor: A level a person, such as the course; nil for none.
    ///   - imputations: How many data sets, at least 2; 20 or more where a tenth is missing.
    ///   - iterations: How often the chain goes round all columns, at least 1.
    ///   - seed: Any number.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/tooFew(needed:given:)`` when a column has fewer
    ///   than 2 values; ``StatisticsError/notFinite``; ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    /// - Complexity: O(imputations × iterations × columns × (people × columns² + people log people)), on all cores.
    public init(
        _ columns: [(name: String, values: [Double?])],
        factor: [String]? = nil,
        imputations: Int = 20,
        iterations: Int = 5,
        seed: UInt64 = 1
    ) throws(StatisticsError) {
        let people = columns.first?.values.count ?? 0
        for length in columns.map(\.values.count) + [factor?.count ?? people] where length != people {
            throw .unequalLengths(people, length)
        }
        guard imputations >= 2, iterations >= 1 else {
            throw .outsideDomain(
                quantity: "the number of imputations",
                value: Double(imputations),
                expected: "at least 2, in at least 1 iteration"
            )
        }
        for column in columns {
            let given = column.values.count { $0 != nil }
            guard given >= 2 || people == 0 else { throw .tooFew(needed: 2, given: given) }
            guard column.values.allSatisfy({ $0?.isFinite ?? true }) else { throw .notFinite }
        }
        guard people > 0 else { throw .tooFew(needed: 2, given: 0) }
        let places = Dictionary(uniqueKeysWithValues: Set(factor ?? [""]).sorted().enumerated().map { ($1, $0) })
        let levels = factor.map { $0.map { places[$0] ?? 0 } } ?? Array(repeating: 0, count: people)
        let chain = ImputationChain(columns: columns.map(\.values), levels: levels, levelCount: places.count)
        let results = Parallel.map(imputations) { index in
            Result { () throws(StatisticsError) in
                try chain.run(iterations, SeededGenerator(seed: seed, stream: UInt64(index)))
            }
        }
        var completed: [[[Double]]] = []
        for result in results { completed.append(try result.get()) }
        (names, self.completed, self.seed) = (columns.map(\.name), completed, seed)
        isMissing = columns.map { $0.values.map { $0 == nil } }
        missing = isMissing.map { $0.count { $0 } }
    }

    /// The same data sets with all imputed values of one column moved: what if those who are missing did worse?
    /// - Parameters:
    ///   - name: The column.
    ///   - amount: What is added to its imputed values.
    /// - Returns: The moved data sets; the same when there is no such column.
    public func shifted(_ name: String, by amount: Double) -> MultipleImputation {
        guard let column = names.firstIndex(of: name) else { return self }
        var result = self
        for imputation in completed.indices {
            for person in isMissing[column].indices where isMissing[column][person] {
                result.completed[imputation][column][person] += amount
            }
        }
        return result
    }

    /// The pooled result of an analysis of every data set.
    ///
    /// - Parameters:
    ///   - confidence: The coverage of the interval, between 0 and 1.
    ///   - analysis: The estimate, its variance and the degrees of freedom from complete columns, in the order of ``names``.
    /// - Returns: The pooled estimate; its degrees of freedom start from the smallest of the analyses.
    /// - Throws: What the analysis or ``PooledEstimate`` throws.
    public func pooled(
        confidence: Double = 0.95,
        _ analysis: ([[Double]]) throws(StatisticsError) -> (
            estimate: Double, variance: Double, degreesOfFreedom: Double
        )
    ) throws(StatisticsError) -> PooledEstimate {
        var estimates: [Double] = [], variances: [Double] = [], degrees: [Double] = []
        for columns in completed {
            let result = try analysis(columns)
            estimates.append(result.estimate)
            variances.append(result.variance)
            degrees.append(result.degreesOfFreedom)
        }
        return try PooledEstimate(
            estimates: estimates,
            variances: variances,
            completeDegreesOfFreedom: degrees.min(),
            confidence: confidence
        )
    }

    /// The pooled mean of `column` less `other`, by people or by clusters.
    ///
    /// - Parameters:
    ///   - column: A column's name, such as the follow-up.
    ///   - other: The column that is taken off, such as pre; nil for none.
    ///   - clusters: A code a person, equal for people of one cluster; nil when people are independent.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    /// - Returns: The pooled estimate.
    /// - Throws: What ``ClusteredMean`` and ``PooledEstimate`` throw;
    ///   ``StatisticsError/rankDeficient(columns:)`` for an unknown column.
    public func pooledMean(
        of column: String,
        less other: String? = nil,
        clusters: [Int]? = nil,
        confidence: Double = 0.95
    ) throws(StatisticsError) -> PooledEstimate {
        guard let place = names.firstIndex(of: column) else { throw .rankDeficient(columns: [column]) }
        let second = other.flatMap { names.firstIndex(of: $0) }
        if let other, second == nil { throw .rankDeficient(columns: [other]) }
        return try pooled(confidence: confidence) { columns throws(StatisticsError) in
            let values = second.map { second in zip(columns[place], columns[second]).map { $0 - $1 } } ?? columns[place]
            let error = try MeanError(values, clusters: clusters)
            return (error.mean, error.standardError * error.standardError, error.degreesOfFreedom)
        }
    }
}

/// The columns to be completed.
private struct ImputationChain: Sendable {
    let columns: [[Double?]]
    let levels: [Int]
    let levelCount: Int

    /// Starts from random observed values and goes round the columns, those with the fewest missing values first.
    func run(_ iterations: Int, _ generator: SeededGenerator) throws(StatisticsError) -> [[Double]] {
        var generator = generator
        let observed = columns.map { column in column.indices.filter { column[$0] != nil } }
        let missing = columns.map { column in column.indices.filter { column[$0] == nil } }
        var filled: [[Double]] = []
        for (index, column) in columns.enumerated() {
            filled.append(
                column.map { value in
                    if let value { return value }
                    return column[observed[index][generator.index(below: observed[index].count)]] ?? 0
                }
            )
        }
        let order = columns.indices.filter { !missing[$0].isEmpty }.sorted { missing[$0].count < missing[$1].count }
        for _ in 0..<iterations {
            for index in order {
                let model = PredictiveMeanMatching(
                    predictors: filled.indices.filter { $0 != index }.map { filled[$0] },
                    levels: levels,
                    levelCount: levelCount
                )
                let values = try model.imputed(
                    filled[index],
                    observed: observed[index],
                    missing: missing[index],
                    &generator
                )
                for (place, person) in missing[index].enumerated() { filled[index][person] = values[place] }
            }
        }
        return filled
    }
}

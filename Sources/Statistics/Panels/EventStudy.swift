/// The effect of training month by month about its start, against the month before, areas and months with levels of their own.
///
/// Months more than ``first`` before or ``last`` after the start count with those at the ends. A pre-trend that is not
/// significant is no proof that there is none: see ``postMean(allowing:)``. Reference values:
/// `Tests/StatisticsTests/Reference/panels.R`.
///
/// Source: sup-t band: J. L. Montiel Olea, M. Plagborg-Møller, Journal of Applied Econometrics 34 (2019), 1-17; bound:
/// A. Rambachan, J. Roth, Review of Economic Studies 90 (2023), 2555-2591.
public struct EventStudy: Sendable {
    /// One relative month with its coefficient.
    public struct Point: Hashable, Sendable {
        /// Months since the start, negative before it.
        public let relative: Int
        /// The coefficient: the logarithm of a ratio, or for a linear model a difference.
        public let coefficient: Coefficient
    }

    /// The estimated relative months in order; the reference, -1, is zero and left out.
    public let points: [Point]
    /// The first relative month, which stands for earlier ones too.
    public let first: Int
    /// The last relative month, which stands for later ones too.
    public let last: Int
    /// The number of areas.
    public let clusters: Int
    /// How errors are scaled.
    public let convention: ClusterConvention
    /// What standard errors are multiplied by so that one band covers all points together; the plain quantile at least.
    public let bandQuantile: Double
    /// The model.
    public let model: FixedEffectsModel
    private let covariance: Matrix

    /// Fits the months about the start.
    ///
    /// - Parameters:
    ///   - panel: The panel; its columns are kept beside the relative months.
    ///   - starts: The first month with training of each treated area.
    ///   - window: The relative months, from below -1 to 0 or more; ends are binned.
    ///   - family: The law of the outcome.
    ///   - convention: How errors are scaled.
    ///   - confidence: The coverage of intervals and of the band.
    ///   - resamples: Multiplier draws for the band.
    ///   - seed: Any number.
    /// - Throws: What ``FixedEffectsModel`` throws; ``StatisticsError/rankDeficient(columns:)`` for a relative month that no
    ///   area has; ``StatisticsError/outsideDomain(quantity:value:expected:)`` for another window.
    public init(
        _ panel: Panel,
        starts: [Int: Int],
        window: ClosedRange<Int>,
        family: FixedEffectsModel.Family,
        convention: ClusterConvention = .cr1,
        confidence: Double = 0.95,
        resamples: Int = 10_000,
        seed: UInt64 = 1
    ) throws(StatisticsError) {
        guard window.lowerBound < -1, window.upperBound >= 0 else {
            throw .outsideDomain(
                quantity: "the first relative month",
                value: Double(window.lowerBound),
                expected: "below -1, and the last 0 or more"
            )
        }
        var whole = panel
        let relative = panel.areas.indices.map { cell in
            starts[panel.areas[cell]].map { min(window.upperBound, max(window.lowerBound, panel.months[cell] - $0)) }
        }
        let steps = window.filter { $0 != -1 }
        for step in steps { try whole.append(Self.name(step), relative.map { $0 == step ? 1 : 0 }) }
        model = try FixedEffectsModel(whole, family: family)
        covariance = try model.clusterCovariance(convention)
        let law = Double(model.areaCount - 1)
        let table = try model.table(covariance, degreesOfFreedom: law, confidence)
        let lead = panel.names.count
        points = steps.indices.map { Point(relative: steps[$0], coefficient: table[lead + $0]) }
        (first, last, clusters) = (window.lowerBound, window.upperBound, model.areaCount)
        self.convention = convention
        let plain = try StudentT(degreesOfFreedom: law).twoSidedQuantile(confidence: confidence)
        let places = Array(lead..<lead + steps.count)
        bandQuantile = max(plain, try Self.supT(model, places, confidence, resamples, seed))
    }

    private static func name(_ step: Int) -> String { "month \(step)" }

    /// The quantile of the largest |t| over the points when each area's part is multiplied by a normal number.
    private static func supT(
        _ model: FixedEffectsModel,
        _ places: [Int],
        _ confidence: Double,
        _ resamples: Int,
        _ seed: UInt64
    ) throws(StatisticsError) -> Double {
        let coverage = try probability(confidence, "the confidence")
        let parts = model.areaInfluences
        let scales = places.map { place in
            (0..<parts.columns).reduce(0) { $0 + parts[place, $1] * parts[place, $1] }.squareRoot()
        }
        var generator = SeededGenerator(seed: seed), normal = NormalDraws(), largest: [Double] = []
        for _ in 0..<max(100, resamples) {
            let draws = (0..<parts.columns).map { _ in normal.next(&generator) }
            var most = 0.0
            for (place, scale) in zip(places, scales) where scale > 0 {
                var sum = 0.0
                for area in draws.indices { sum += parts[place, area] * draws[area] }
                most = max(most, abs(sum) / scale)
            }
            largest.append(most)
        }
        largest.sort()
        return largest[min(largest.count - 1, Int((coverage * Double(largest.count)).rounded(.up)) - 1)]
    }

    /// The joint test of relative months: Wald's statistic over their number, by F on (their number, areas - 1).
    ///
    /// - Parameter relative: The relative months, all among ``points``.
    /// - Returns: The statistic and its p value.
    /// - Throws: ``StatisticsError/rankDeficient(columns:)`` when there are as many as areas, or one is not estimated.
    public func wald(_ relative: [Int]) throws(StatisticsError) -> (statistic: Double, p: Double) {
        let places = relative.compactMap { step in points.firstIndex { $0.relative == step } }
        guard places.count == relative.count, !places.isEmpty, places.count < clusters else {
            throw .rankDeficient(columns: relative.map(Self.name))
        }
        let lead = model.names.count - points.count
        var block = Matrix(rows: places.count, columns: places.count)
        for (row, one) in places.enumerated() {
            for (column, two) in places.enumerated() { block[row, column] = covariance[lead + one, lead + two] }
        }
        let values = places.map { points[$0].coefficient.estimate }
        let statistic = dotProduct(values, try CholeskyDecomposition(block).solve(values)) / Double(places.count)
        let law = try FisherF(numerator: Double(places.count), denominator: Double(clusters - 1))
        return (statistic, try law.upperTail(statistic))
    }

    /// The mean of the months from the start on, widened by a trend that runs on as it may have run before.
    ///
    /// The largest change from one month to the next before the start, times `factor`, is taken as the slope that training
    /// had nothing to do with. It bounds the estimate, not its sampling error.
    ///
    /// - Parameter factor: M̄, 0 or more; 1 lets the trend be as steep as before.
    /// - Returns: The mean and the range of what it may be; nil without two months before.
    public func postMean(allowing factor: Double) -> (mean: Double, range: ClosedRange<Double>)? {
        let before = points.filter { $0.relative < -1 }.map { $0.coefficient.estimate } + [0]
        let after = points.filter { $0.relative >= 0 }
        guard before.count >= 2, !after.isEmpty, factor >= 0 else { return nil }
        let steepest = zip(before, before.dropFirst()).reduce(0) { max($0, abs($1.1 - $1.0)) }
        let mean = after.reduce(0) { $0 + $1.coefficient.estimate } / Double(after.count)
        let distance = after.reduce(0) { $0 + Double($1.relative + 1) } / Double(after.count)
        let reach = factor * steepest * distance
        return (mean, (mean - reach)...(mean + reach))
    }
}

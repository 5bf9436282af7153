/// One round of predictive mean matching: a linear model of one column by others within the levels of a factor, drawn from
/// its posterior; each missing value becomes the value of one of the people whose fitted value is nearest.
///
/// The factor is absorbed by centring within levels, so hundreds of courses cost no more than one.
///
/// Source: R. J. A. Little, Journal of Business and Economic Statistics 6 (1988), 287-296; S. van Buuren, Flexible Imputation
/// of Missing Data (2018), 3.4 (type 1 matching, five donors).
struct PredictiveMeanMatching {
    /// The other columns, complete.
    let predictors: [[Double]]
    /// The level of each person, from 0.
    let levels: [Int]
    let levelCount: Int
    static let donors = 5

    /// Values for the people `missing`, from those who are `observed`.
    func imputed(
        _ target: [Double],
        observed: [Int],
        missing: [Int],
        _ generator: inout SeededGenerator
    ) throws(StatisticsError) -> [Double] {
        let centres = Centres(self, target, observed)
        var design = Matrix(rows: observed.count, columns: predictors.count)
        for (index, column) in predictors.enumerated() {
            design.replace(
                column: index,
                with: observed.map { column[$0] - centres.predictors[index][levels[$0]] }
            )
        }
        let decomposition = QRDecomposition(design), rank = decomposition.rank
        let effects = decomposition.transposedQ(observed.map { target[$0] - centres.target[levels[$0]] })
        let freedom = Double(max(1, observed.count - centres.filled - rank))
        let squares = compensatedSum(effects[rank...].map { $0 * $0 })
        let deviation = (squares / (try generator.chiSquared(degreesOfFreedom: freedom))).squareRoot()
        let fitted = decomposition.solveTriangle(Array(effects[..<rank]))
        var noise: [Double] = []
        for _ in 0..<rank { noise.append(deviation * generator.normal()) }
        let drawn = zip(fitted, decomposition.solveTriangle(noise)).map { $0 + $1 }
        var shifts = centres.counts.map { $0 > 0 ? deviation * generator.normal() / $0.squareRoot() : 0 }
        let mean = compensatedSum(zip(shifts, centres.counts).map { $0 * $1 }) / Double(observed.count)
        for level in shifts.indices where centres.counts[level] == 0 { shifts[level] = mean }
        func value(_ person: Int, _ coefficients: [Double]) -> Double {
            var sum = centres.target[levels[person]]
            for (place, column) in decomposition.kept.enumerated() {
                sum += (predictors[column][person] - centres.predictors[column][levels[person]]) * coefficients[place]
            }
            return sum
        }
        // Equal fitted values stand in random order, so that none of their donors is preferred.
        let donors = observed.map { (value: value($0, fitted), order: generator.next(), person: $0) }
            .sorted { ($0.value, $0.order) < ($1.value, $1.order) }
        return missing.map { person in
            let goal = value(person, drawn) + shifts[levels[person]]
            let nearest = Self.nearest(donors.count, goal) { donors[$0].value }
            return target[donors[nearest.lowerBound + generator.index(below: nearest.count)].person]
        }
    }

    /// The places of the nearest values to `goal` in a list of rising values.
    private static func nearest(_ count: Int, _ goal: Double, _ value: (Int) -> Double) -> Range<Int> {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if value(middle) < goal { low = middle + 1 } else { high = middle }
        }
        var range = low..<low
        while range.count < min(donors, count) {
            let takesLower =
                range.upperBound == count
                || (range.lowerBound > 0
                    && goal - value(range.lowerBound - 1) <= value(range.upperBound) - goal)
            range = takesLower ? range.lowerBound - 1..<range.upperBound : range.lowerBound..<range.upperBound + 1
        }
        return range
    }
}

/// The means of the target and the predictors within each level, over those observed; a level without any has the overall
/// means.
private struct Centres {
    var counts: [Double]
    var target: [Double]
    var predictors: [[Double]]
    var filled: Int

    init(_ model: PredictiveMeanMatching, _ target: [Double], _ observed: [Int]) {
        var counts = Array(repeating: 0.0, count: model.levelCount)
        for person in observed { counts[model.levels[person]] += 1 }
        func means(_ column: [Double]) -> [Double] {
            var sums = Array(repeating: 0.0, count: counts.count)
            for person in observed { sums[model.levels[person]] += column[person] }
            let overall = sums.reduce(0, +) / Double(observed.count)
            return zip(sums, counts).map { $1 > 0 ? $0 / $1 : overall }
        }
        self.counts = counts
        self.target = means(target)
        predictors = model.predictors.map(means)
        filled = counts.count { $0 > 0 }
    }
}

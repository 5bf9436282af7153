/// What the sizes of clusters alone say about the CR2 error of a mean: the factor of each cluster's squared sum of residuals,
/// and Satterthwaite's degrees of freedom. Clusters of one give the plain error and n - 1.
struct ClusterShares {
    /// 1 / ((1 - share) n²), one a cluster.
    let factors: [Double]
    let degreesOfFreedom: Double

    init(sizes: [Int]) throws(StatisticsError) {
        guard sizes.count >= 2 else { throw .tooFew(needed: 2, given: sizes.count) }
        let people = Double(sizes.reduce(0, +))
        var trace = 0.0, squares = 0.0, cross = 0.0, crossSquares = 0.0, factors: [Double] = []
        for size in sizes {
            let share = Double(size) / people
            factors.append(1 / ((1 - share) * people * people))
            // Twice the weights of P = G'G: its diagonal is d - c, off the diagonal -√(c c').
            let diagonal = share / (1 - share) / people, coupled = share * diagonal
            trace += diagonal - coupled
            squares += (diagonal - coupled) * (diagonal - coupled)
            cross += coupled
            crossSquares += coupled * coupled
        }
        self.factors = factors
        degreesOfFreedom = trace * trace / (squares + cross * cross - crossSquares)
    }

    /// The CR2 covariance of two means from the sums of each cluster's residuals.
    func covariance(_ left: [Double], _ right: [Double]) -> Double {
        var sum = 0.0
        for index in factors.indices { sum += left[index] * right[index] * factors[index] }
        return sum
    }
}

/// Places of equal codes, in the order of the codes; without codes each place stands alone.
func clusterMembers(_ clusters: [Int]?, count: Int) throws(StatisticsError) -> [[Int]] {
    guard let clusters else { return (0..<count).map { [$0] } }
    guard clusters.count == count else { throw .unequalLengths(count, clusters.count) }
    return Dictionary(grouping: 0..<count) { clusters[$0] }.sorted { $0.key < $1.key }.map(\.value)
}

/// A mean with its error, by people or by clusters of people.
struct MeanError: Hashable {
    let mean: Double
    let standardError: Double
    let degreesOfFreedom: Double

    /// - Throws: What ``ClusteredMean`` throws.
    init(_ values: [Double], clusters: [Int]?) throws(StatisticsError) {
        let result = try ClusteredMean(clusterMembers(clusters, count: values.count).map { $0.map { values[$0] } })
        (mean, standardError, degreesOfFreedom) = (result.mean, result.standardError, result.degreesOfFreedom)
    }
}

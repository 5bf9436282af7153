/// The coefficients of a linear model with errors that allow observations of one cluster to be alike, and Student's t with
/// Satterthwaite's degrees of freedom under working independence.
///
/// Agrees with R's `clubSandwich::coef_test(lm, vcov =, cluster =, test = "Satterthwaite")`; for a mean alone
/// ``ClusteredMean`` gives the same faster. Reference values: `Tests/StatisticsTests/Reference/cluster_models.R`.
///
/// Source: R. M. Bell, D. F. McCaffrey, Survey Methodology 28 (2002), 169-181; J. E. Pustejovsky, E. Tipton, Journal of
/// Business and Economic Statistics 36 (2018), 672-683.
public struct ClusteredModel: Sendable {
    /// The number of clusters, at least 2.
    public let clusters: Int
    /// The correction.
    public let kind: ClusterCovariance
    /// The covariance of the coefficients.
    public let covariance: Matrix
    private let model: LinearModel
    private let blocks: [ClusterBlock]
    private let kernel: Matrix
    /// What the blocks' products are multiplied by.
    private let factor: Double

    init(_ model: LinearModel, clusters codes: [Int], _ kind: ClusterCovariance) throws(StatisticsError) {
        let members = try clusterMembers(codes, count: model.residuals.count)
        guard members.count >= 2 else { throw .tooFew(needed: 2, given: members.count) }
        guard !model.isExact else { throw .noSpread }
        let scores = model.rootWeights.map { model.basis.scalingRows(by: $0) } ?? model.basis
        let predictions = model.rootWeights.map { model.basis.scalingRows(by: $0.map { 1 / $0 }) } ?? model.basis
        let kernel = model.rootWeights == nil ? Matrix.identity(scores.columns) * -1 : Self.kernel(scores)
        var blocks: [ClusterBlock] = []
        for places in members {
            let block = scores.selecting(rows: places), prediction = predictions.selecting(rows: places)
            let space = ClusterSpace(
                scores: block,
                predictions: prediction,
                span: model.rootWeights == nil ? block : prediction.beside(block),
                kernel: kernel
            )
            blocks.append(try ClusterBlock(space, residuals: places.map { model.residuals[$0] }, kind))
        }
        let count = Double(members.count), size = Double(model.residuals.count)
        factor =
            switch kind {
            case .cr0, .cr2, .cr3: 1
            case .cr1: count / (count - 1)
            case .cr1s: count * (size - 1) / ((count - 1) * Double(model.degreesOfFreedom))
            }
        var meat = Matrix(rows: scores.columns, columns: scores.columns)
        for block in blocks {
            for column in 0..<meat.columns {
                for row in 0..<meat.rows { meat[row, column] += block.score[row] * block.score[column] * factor }
            }
        }
        covariance = model.sandwich(meat)
        guard covariance.elements.allSatisfy(\.isFinite) else { throw .notFinite }
        (self.clusters, self.kind, self.model, self.blocks, self.kernel) = (members.count, kind, model, blocks, kernel)
    }

    /// One coefficient; nil when it was dropped or is not in the design.
    /// - Throws: ``StatisticsError/noSpread`` when the clusters do not differ in it.
    public func coefficient(_ name: String, confidence: Double = 0.95) throws(StatisticsError) -> Coefficient? {
        guard let index = model.names.firstIndex(of: name) else { return nil }
        var weights = Array(repeating: 0.0, count: model.names.count)
        weights[index] = 1
        return try contrast(weights, name: name, confidence: confidence)
    }

    /// The table of coefficients.
    /// - Throws: ``StatisticsError/noSpread`` when the clusters do not differ in one of them; ask for the others by name.
    /// - Complexity: O(clusters × coefficients³).
    public func table(confidence: Double = 0.95) throws(StatisticsError) -> [Coefficient] {
        var table: [Coefficient] = []
        for name in model.names {
            if let line = try coefficient(name, confidence: confidence) { table.append(line) }
        }
        return table
    }

    /// A weighted sum of the coefficients.
    ///
    /// - Parameters:
    ///   - weights: One a coefficient that is estimated.
    ///   - name: What the sum is called.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    /// - Returns: The sum with its error.
    /// - Throws: ``StatisticsError/noSpread`` when the clusters do not differ in it;
    ///   ``StatisticsError/unequalLengths(_:_:)``.
    public func contrast(
        _ weights: [Double],
        name: String,
        confidence: Double = 0.95
    ) throws(StatisticsError) -> Coefficient {
        guard weights.count == model.names.count else { throw .unequalLengths(model.names.count, weights.count) }
        let variance = covariance.quadraticForm(weights)
        let plain = model.unscaledCovariance.quadraticForm(weights) * model.residualVariance
        guard variance > 1e-20 * plain, variance > 0 else { throw .noSpread }
        return try Coefficient(
            name,
            estimate: dotProduct(weights, model.coefficients),
            standardError: variance.squareRoot(),
            degreesOfFreedom: degreesOfFreedom(weights),
            confidence: confidence
        )
    }

    /// The test that several coefficients are all zero: Wald's statistic over their number, by F with clusters less 1.
    ///
    /// - Parameter names: The coefficients; those dropped from the model are not counted.
    /// - Returns: The F statistic, its degrees of freedom above the line, and p.
    /// - Throws: ``StatisticsError/rankDeficient(columns:)`` when none is estimated or their covariance has no inverse, as
    ///   with more coefficients than clusters.
    public func wald(_ names: [String]) throws(StatisticsError) -> (statistic: Double, numerator: Int, p: Double) {
        let places = names.compactMap { model.names.firstIndex(of: $0) }
        guard !places.isEmpty else { throw .rankDeficient(columns: names) }
        let block = try CholeskyDecomposition(covariance.selecting(columns: places).selecting(rows: places))
        let half = block.solveLower(places.map { model.coefficients[$0] })
        let statistic = dotProduct(half, half) / Double(places.count)
        let law = try FisherF(numerator: Double(places.count), denominator: Double(clusters - 1))
        return (statistic, places.count, try law.upperTail(statistic))
    }

    /// Satterthwaite's: (tr P)² / tr P² for the covariances P between the clusters' parts of the estimate.
    private func degreesOfFreedom(_ weights: [Double]) -> Double {
        let turned = model.decomposition.solveTransposedTriangle(weights)
        var sums = Matrix(rows: kernel.rows, columns: kernel.columns), trace = 0.0, squares = 0.0
        for block in blocks {
            let own = block.products.quadraticForm(turned), shared = block.cross.times(turned)
            let linked = kernel.quadraticForm(shared)
            trace += own + linked
            squares += own * own + 2 * own * linked
            for column in shared.indices {
                for row in shared.indices { sums[row, column] += shared[row] * shared[column] }
            }
        }
        let product = kernel.times(sums)
        for row in 0..<product.rows {
            for column in 0..<product.columns { squares += product[row, column] * product[column, row] }
        }
        return trace * trace / squares
    }

    /// [S'S, -I; -I, 0].
    private static func kernel(_ scores: Matrix) -> Matrix {
        let size = scores.columns, products = scores.transposedTimes(scores)
        var kernel = Matrix(rows: 2 * size, columns: 2 * size)
        for column in 0..<size {
            for row in 0..<size { kernel[row, column] = products[row, column] }
            kernel[column + size, column] = -1
            kernel[column, column + size] = -1
        }
        return kernel
    }
}

extension LinearModel {
    /// The same coefficients with errors that allow observations of one cluster to be alike.
    ///
    /// - Parameters:
    ///   - clusters: A code an observation, equal for those of one cluster.
    ///   - kind: The correction.
    /// - Returns: The model with its clusters.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 clusters; ``StatisticsError/unequalLengths(_:_:)``;
    ///   ``StatisticsError/noSpread`` when the outcome is fitted without any residual;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` for CR3 when a coefficient rests on one cluster.
    /// - Complexity: O(observations × coefficients² + clusters × coefficients³).
    public func clustered(by clusters: [Int], _ kind: ClusterCovariance = .cr2) throws(StatisticsError)
        -> ClusteredModel
    {
        try ClusteredModel(self, clusters: clusters, kind)
    }
}

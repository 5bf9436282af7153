/// Which correction the residuals of a cluster get before their products are summed.
public enum ClusterCovariance: String, Hashable, Sendable, CaseIterable {
    /// None: too small with few clusters.
    case cr0
    /// G / (G - 1).
    case cr1
    /// G (N - 1) / ((G - 1) (N - p)), as Stata.
    case cr1s
    /// (I - H)^(-1/2) of the cluster's block: without bias when observations are independent and alike.
    case cr2
    /// (I - H)^(-1) of the cluster's block: near the jackknife that leaves out whole clusters.
    case cr3
}

/// The part of one cluster in the covariance of a linear model, in terms of Q where √W X = Q R.
struct ClusterBlock {
    /// Y'e, the corrected score of the cluster.
    let score: [Double]
    /// Y'Y, Y being the corrected rows A'S.
    let products: Matrix
    /// Z'Y, for the covariances between clusters.
    let cross: Matrix

    /// Corrects the rows of a cluster.
    init(_ space: ClusterSpace, residuals: [Double], _ kind: ClusterCovariance) throws(StatisticsError) {
        let corrected =
            switch kind {
            case .cr0, .cr1, .cr1s: space.scores
            case .cr2: try space.halved()
            case .cr3: try space.full()
            }
        score = corrected.transposedTimes(residuals)
        products = corrected.transposedTimes(corrected)
        cross = space.span.transposedTimes(corrected)
    }
}

/// The rows of one cluster. With P = W^(-1/2) Q and S = W^(1/2) Q, the covariance of the residuals of independent
/// observations is I + Z K Z' in the cluster's block: Z = Q and K = -I without weights, else Z = [P S] and
/// K = [S'S, -I; -I, 0].
struct ClusterSpace {
    /// S, rows × coefficients.
    let scores: Matrix
    /// P; the same as S without weights.
    let predictions: Matrix
    /// Z.
    let span: Matrix
    /// K, the same for all clusters.
    let kernel: Matrix

    /// (I + Z K Z')^(-1/2) S, the inverse generalised where a direction has no residual at all.
    ///
    /// Only the directions of Z differ from the identity, so no matrix of the cluster's own size is decomposed unless it is
    /// the smaller one.
    func halved() throws(StatisticsError) -> Matrix {
        let decomposition = QRDecomposition(span)
        guard decomposition.rank > 0 else { return scores }
        let basis = decomposition.orthonormal
        let inside = basis.transposedTimes(span)
        let block = Matrix.identity(decomposition.rank) + inside.times(kernel).times(inside.transposed)
        let root = try SymmetricEigen(block).mapped { $0 > 1e-12 ? 1 / $0.squareRoot() : 0 }
        let change = root - .identity(decomposition.rank)
        return scores + basis.times(change.times(basis.transposedTimes(scores)))
    }

    /// ((I - P S')^(-1))' S = S (I - P'S)^(-1), refused where a coefficient rests on this cluster alone.
    func full() throws(StatisticsError) -> Matrix {
        let size = scores.columns
        let decomposition = QRDecomposition((.identity(size) - predictions.transposedTimes(scores)).transposed)
        guard decomposition.rank == size else {
            throw .outsideDomain(quantity: "the largest leverage of a cluster", value: 1, expected: "below 1")
        }
        // S B⁻¹ = (B'⁻¹ S')'; one least-squares solution a row of S.
        var turned = scores.transposed
        for row in 0..<turned.columns {
            turned.replace(column: row, with: decomposition.coefficients(turned.column(row)))
        }
        return turned.transposed
    }
}

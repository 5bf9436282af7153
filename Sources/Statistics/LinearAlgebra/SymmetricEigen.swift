/// The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations.
///
/// Small eigenvalues keep their relative precision better than with tridiagonal methods, and sizes here are small.
///
/// Source: G. H. Golub, C. F. Van Loan, Matrix Computations (2013), 8.5.
public struct SymmetricEigen: Sendable {
    /// The eigenvalues, largest first.
    public let values: [Double]
    /// The eigenvectors, column by column in the order of ``values``, orthonormal.
    public let vectors: Matrix

    /// Decomposes `matrix`, whose two halves are taken as equal.
    /// - Throws: ``StatisticsError/notFinite``; ``StatisticsError/notConverged(function:)``, which no finite matrix should give.
    /// - Complexity: O(size³) a sweep, 5 to 10 sweeps.
    public init(_ matrix: Matrix) throws(StatisticsError) {
        precondition(matrix.rows == matrix.columns, "a square matrix")
        let size = matrix.rows
        guard matrix.elements.allSatisfy(\.isFinite) else { throw .notFinite }
        var work = matrix, vectors = Matrix.identity(size), sweeps = 0
        let negligible = 1e-20 * matrix.elements.reduce(0) { max($0, abs($1)) }
        while Self.rotateAll(&work, &vectors, negligible) {
            sweeps += 1
            guard sweeps < 60 else { throw .notConverged(function: "the eigenvalues") }
        }
        let order = (0..<size).sorted { (work[$0, $0], $1) > (work[$1, $1], $0) }
        values = order.map { work[$0, $0] }
        self.vectors = vectors.selecting(columns: order)
    }

    /// V f(D) V': the matrix with each eigenvalue replaced.
    public func mapped(_ function: (Double) -> Double) -> Matrix {
        var scaled = vectors
        for (column, value) in values.enumerated() {
            let factor = function(value)
            for row in 0..<vectors.rows { scaled[row, column] *= factor }
        }
        return scaled.times(vectors.transposed)
    }

    /// One sweep over all pairs; false once nothing is left beside the diagonal.
    private static func rotateAll(_ work: inout Matrix, _ vectors: inout Matrix, _ negligible: Double) -> Bool {
        let size = work.rows
        var rotated = false
        for p in 0..<size {
            for q in p + 1..<max(size, p + 1) {
                let beside = work[p, q], first = work[p, p], second = work[q, q]
                guard abs(beside) > max(negligible, 1e-17 * (abs(first) * abs(second)).squareRoot()) else { continue }
                rotated = true
                let theta = (second - first) / (2 * beside)
                let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
                let cosine = 1 / (tangent * tangent + 1).squareRoot(), sine = tangent * cosine
                work.rotateColumns(p, q, cosine, sine)
                work.rotateRows(p, q, cosine, sine)
                vectors.rotateColumns(p, q, cosine, sine)
                work[p, q] = 0
                work[q, p] = 0
            }
        }
        return rotated
    }
}

extension Matrix {
    fileprivate mutating func rotateColumns(_ p: Int, _ q: Int, _ cosine: Double, _ sine: Double) {
        elements.withUnsafeMutableBufferPointer { elements in
            let left = p * rows, right = q * rows
            for row in 0..<rows {
                let one = elements[row + left], other = elements[row + right]
                elements[row + left] = cosine * one - sine * other
                elements[row + right] = sine * one + cosine * other
            }
        }
    }

    fileprivate mutating func rotateRows(_ p: Int, _ q: Int, _ cosine: Double, _ sine: Double) {
        elements.withUnsafeMutableBufferPointer { elements in
            for start in stride(from: 0, to: rows * columns, by: rows) {
                let one = elements[p + start], other = elements[q + start]
                elements[p + start] = cosine * one - sine * other
                elements[q + start] = sine * one + cosine * other
            }
        }
    }
}

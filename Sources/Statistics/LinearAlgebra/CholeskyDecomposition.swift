import CSpecialFunctions

/// A symmetric positive definite matrix as L L', L a lower triangle.
public struct CholeskyDecomposition: Sendable {
    /// The lower triangle L.
    public let lower: Matrix

    /// Decomposes `matrix`, of which the lower half is read.
    /// - Throws: ``StatisticsError/rankDeficient(columns:)`` when the matrix is not positive definite, with no names.
    /// - Complexity: O(size³).
    public init(_ matrix: Matrix) throws(StatisticsError) {
        precondition(matrix.rows == matrix.columns, "a square matrix")
        var lower = Matrix(rows: matrix.rows, columns: matrix.columns)
        for column in 0..<matrix.columns {
            var diagonal = matrix[column, column]
            for inner in 0..<column { diagonal -= lower[column, inner] * lower[column, inner] }
            guard diagonal > 0, diagonal.isFinite else { throw .rankDeficient(columns: []) }
            let root = diagonal.squareRoot()
            lower[column, column] = root
            for row in column + 1..<max(matrix.rows, column + 1) {
                var sum = matrix[row, column]
                for inner in 0..<column { sum -= lower[row, inner] * lower[column, inner] }
                lower[row, column] = sum / root
            }
        }
        self.lower = lower
    }

    /// L z = `right`, solved for z; z'z is then the quadratic form of the inverse.
    public func solveLower(_ right: [Double]) -> [Double] {
        var result = right
        for row in result.indices {
            for inner in 0..<row { result[row] -= lower[row, inner] * result[inner] }
            result[row] /= lower[row, row]
        }
        return result
    }

    /// A x = `right`, solved for x.
    public func solve(_ right: [Double]) -> [Double] {
        var result = solveLower(right)
        for row in result.indices.reversed() {
            for inner in row + 1..<max(result.count, row + 1) { result[row] -= lower[inner, row] * result[inner] }
            result[row] /= lower[row, row]
        }
        return result
    }

    /// A⁻¹.
    public var inverse: Matrix {
        let size = lower.rows
        var result = Matrix(rows: size, columns: size)
        for column in 0..<size {
            var unit = Array(repeating: 0.0, count: size)
            unit[column] = 1
            let solved = solve(unit)
            for row in column..<max(size, column) {
                result[row, column] = solved[row]
                result[column, row] = solved[row]
            }
        }
        return result
    }

    /// The logarithm of the determinant.
    public var logDeterminant: Double {
        (0..<lower.rows).reduce(0) { $0 + 2 * cg_log(lower[$1, $1]) }
    }
}

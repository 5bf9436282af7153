/// A matrix as Q R: Householder reflections whose product Q has orthonormal columns, and a triangle R.
///
/// Columns keep their order, but one that depends on those before it (its length falls below `tolerance` of what it was once
/// they are taken out) goes to the end and is left out, as in R's `dqrdc2`; so of two columns that say the same the first
/// stays. Least squares through Q needs no cross-product, which would square the condition number.
///
/// Source: G. H. Golub, C. F. Van Loan, Matrix Computations (2013), 5.2 and 5.4. Reference values:
/// `Tests/StatisticsTests/Reference/nist.py`.
public struct QRDecomposition: Sendable {
    /// The number of rows.
    public let rows: Int
    /// How many columns do not depend on others.
    public let rank: Int
    /// All column numbers: first the kept ones in their given order, then the dependent ones.
    public let pivot: [Int]
    /// Reflections below the diagonal, R on and above it.
    private let packed: Matrix
    /// The first element of each reflection's vector.
    private let heads: [Double]

    /// Decomposes `matrix`.
    ///
    /// - Parameters:
    ///   - matrix: Any size; more columns than rows leaves some dependent.
    ///   - tolerance: The share of its length that a column must keep. R's `lm` uses 1e-7, which gives up on NIST's `Filip`.
    /// - Complexity: O(rows × columns²).
    public init(_ matrix: Matrix, tolerance: Double = 1e-10) {
        var work = PackedReflections(matrix)
        var order = Array(0..<matrix.columns), last = matrix.columns, step = 0
        while step < last {
            let length = work.length(from: step, column: step)
            // Lengths of what is left are computed afresh: updating them downwards would lose the digits that matter here.
            if step < matrix.rows, length > tolerance * work.originalLengths[step], length > 0 {
                work.reflect(step, length)
                step += 1
            } else {
                work.moveToEnd(step)
                order.append(order.remove(at: step))
                last -= 1
            }
        }
        (rows, rank, pivot) = (matrix.rows, step, order)
        (packed, heads) = (work.matrix, work.heads)
    }

    /// The columns that were kept, in their given order.
    public var kept: [Int] { Array(pivot[..<rank]) }

    /// The columns that depend on those kept, in the order they were found.
    public var dependent: [Int] { Array(pivot[rank...]) }

    /// Q'y, all of it: the first ``rank`` elements are the part of `y` that the columns explain.
    /// - Complexity: O(rows × rank).
    public func transposedQ(_ y: [Double]) -> [Double] {
        precondition(y.count == rows, "one element a row")
        var result = y
        for step in 0..<rank { apply(step, to: &result) }
        return result
    }

    /// Q y.
    /// - Complexity: O(rows × rank).
    public func timesQ(_ y: [Double]) -> [Double] {
        precondition(y.count == rows, "one element a row")
        var result = y
        for step in stride(from: rank - 1, through: 0, by: -1) { apply(step, to: &result) }
        return result
    }

    /// The coefficients of the kept columns that come nearest to `outcome` in the sum of squares.
    /// - Complexity: O(rows × rank).
    public func coefficients(_ outcome: [Double]) -> [Double] {
        solveTriangle(Array(transposedQ(outcome)[..<rank]))
    }

    /// R b = `right`, solved for b.
    public func solveTriangle(_ right: [Double]) -> [Double] {
        var result = right
        for column in stride(from: rank - 1, through: 0, by: -1) {
            result[column] /= packed[column, column]
            for row in 0..<column { result[row] -= packed[row, column] * result[column] }
        }
        return result
    }

    /// R'b = `right`, solved for b.
    public func solveTransposedTriangle(_ right: [Double]) -> [Double] {
        var result = right
        for row in 0..<rank {
            for column in 0..<row { result[row] -= packed[column, row] * result[column] }
            result[row] /= packed[row, row]
        }
        return result
    }

    /// The triangle R of the kept columns, rank × rank.
    public var triangular: Matrix {
        var result = Matrix(rows: rank, columns: rank)
        for column in 0..<rank {
            for row in 0...column { result[row, column] = packed[row, column] }
        }
        return result
    }

    /// The first ``rank`` columns of Q, an orthonormal basis of what the columns span.
    /// - Complexity: O(rows × rank²).
    public var orthonormal: Matrix {
        var result = Matrix(rows: rows, columns: rank)
        for column in 0..<rank {
            var unit = Array(repeating: 0.0, count: rows)
            unit[column] = 1
            result.replace(column: column, with: timesQ(unit))
        }
        return result
    }

    /// (X'X)⁻¹ of the kept columns, from R alone.
    public var inverseOfCrossProduct: Matrix {
        var result = Matrix(rows: rank, columns: rank)
        for column in 0..<rank {
            var unit = Array(repeating: 0.0, count: rank)
            unit[column] = 1
            let solved = solveTriangle(solveTransposedTriangle(unit))
            for row in 0..<rank { result[row, column] = solved[row] }
        }
        for column in 0..<rank {
            for row in 0..<column {
                let mean = (result[row, column] + result[column, row]) / 2
                result[row, column] = mean
                result[column, row] = mean
            }
        }
        return result
    }

    private func apply(_ step: Int, to vector: inout [Double]) {
        PackedReflections.apply(packed, head: heads[step], step, to: &vector)
    }
}

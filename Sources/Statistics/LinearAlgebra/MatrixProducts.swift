extension Matrix {
    /// The matrix with rows and columns exchanged.
    public var transposed: Matrix {
        var result = Matrix(rows: columns, columns: rows)
        for column in 0..<columns {
            for row in 0..<rows { result[column, row] = self[row, column] }
        }
        return result
    }

    /// The product A B.
    /// - Complexity: O(rows × columns × columns of B).
    public func times(_ other: Matrix) -> Matrix {
        precondition(columns == other.rows, "A B needs as many columns in A as rows in B")
        var result = Matrix(rows: rows, columns: other.columns)
        result.elements.withUnsafeMutableBufferPointer { target in
            elements.withUnsafeBufferPointer { left in
                for column in 0..<other.columns {
                    for inner in 0..<columns {
                        let factor = other[inner, column]
                        guard factor != 0 else { continue }
                        for row in 0..<rows { target[row + column * rows] += left[row + inner * rows] * factor }
                    }
                }
            }
        }
        return result
    }

    /// The product A'B.
    /// - Complexity: O(rows × columns × columns of B).
    public func transposedTimes(_ other: Matrix) -> Matrix {
        precondition(rows == other.rows, "A'B needs as many rows in A as in B")
        var result = Matrix(rows: columns, columns: other.columns)
        elements.withUnsafeBufferPointer { left in
            other.elements.withUnsafeBufferPointer { right in
                for column in 0..<other.columns {
                    for row in 0..<columns {
                        var sum = 0.0
                        for inner in 0..<rows { sum += left[inner + row * rows] * right[inner + column * rows] }
                        result[row, column] = sum
                    }
                }
            }
        }
        return result
    }

    /// The product A v.
    public func times(_ vector: [Double]) -> [Double] {
        precondition(columns == vector.count, "A v needs as many columns in A as elements in v")
        var result = Array(repeating: 0.0, count: rows)
        elements.withUnsafeBufferPointer { left in
            for column in 0..<columns {
                let factor = vector[column]
                for row in 0..<rows { result[row] += left[row + column * rows] * factor }
            }
        }
        return result
    }

    /// The product A'v.
    public func transposedTimes(_ vector: [Double]) -> [Double] {
        precondition(rows == vector.count, "A'v needs as many rows in A as elements in v")
        var result = Array(repeating: 0.0, count: columns)
        elements.withUnsafeBufferPointer { left in
            for column in 0..<columns {
                var sum = 0.0
                for row in 0..<rows { sum += left[row + column * rows] * vector[row] }
                result[column] = sum
            }
        }
        return result
    }

    /// v'A v.
    public func quadraticForm(_ vector: [Double]) -> Double { dotProduct(vector, times(vector)) }

    /// The matrix with every row multiplied by its own number.
    public func scalingRows(by factors: [Double]) -> Matrix {
        precondition(rows == factors.count, "one factor a row")
        var result = self
        for column in 0..<columns {
            for row in 0..<rows { result[row, column] *= factors[row] }
        }
        return result
    }

    /// The sum, element by element.
    public static func + (left: Matrix, right: Matrix) -> Matrix { left.combined(right, +) }

    /// The difference, element by element.
    public static func - (left: Matrix, right: Matrix) -> Matrix { left.combined(right, -) }

    /// Every element multiplied by `factor`.
    public static func * (matrix: Matrix, factor: Double) -> Matrix {
        var result = matrix
        for index in result.elements.indices { result.elements[index] *= factor }
        return result
    }

    private func combined(_ other: Matrix, _ operation: (Double, Double) -> Double) -> Matrix {
        precondition(rows == other.rows && columns == other.columns, "both matrices need the same size")
        var result = self
        for index in elements.indices { result.elements[index] = operation(elements[index], other.elements[index]) }
        return result
    }
}

/// The sum of the products of two lists of equal length.
func dotProduct(_ left: [Double], _ right: [Double]) -> Double {
    precondition(left.count == right.count, "both lists need the same length")
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}

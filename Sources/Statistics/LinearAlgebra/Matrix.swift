/// A dense matrix of doubles, stored column after column.
///
/// Sizes that do not fit together are a mistake of the program, not of the data, and stop it, as an index beyond an array does.
public struct Matrix: Hashable, Sendable {
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    /// The elements; element (i, j) is at `i + j * rows`.
    public internal(set) var elements: ContiguousArray<Double>

    /// A matrix with the same number everywhere.
    public init(rows: Int, columns: Int, repeating value: Double = 0) {
        (self.rows, self.columns) = (rows, columns)
        elements = ContiguousArray(repeating: value, count: rows * columns)
    }

    /// The matrix with these columns.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)`` when a column differs in length from the first.
    public init(columns: [[Double]]) throws(StatisticsError) {
        let rows = columns.first?.count ?? 0
        for column in columns where column.count != rows { throw .unequalLengths(rows, column.count) }
        (self.rows, self.columns) = (rows, columns.count)
        elements = []
        elements.reserveCapacity(rows * columns.count)
        for column in columns { elements.append(contentsOf: column) }
    }

    /// The matrix with ones on the diagonal and zeros beside it.
    public static func identity(_ size: Int) -> Matrix { diagonal(Array(repeating: 1, count: size)) }

    /// The square matrix with `values` on the diagonal and zeros beside them.
    public static func diagonal(_ values: [Double]) -> Matrix {
        var result = Matrix(rows: values.count, columns: values.count)
        for (index, value) in values.enumerated() { result[index, index] = value }
        return result
    }

    /// The element in this row and column, both counted from 0.
    public subscript(row: Int, column: Int) -> Double {
        get { elements[row + column * rows] }
        set { elements[row + column * rows] = newValue }
    }

    /// One column, from the top.
    public func column(_ index: Int) -> [Double] { Array(elements[index * rows..<(index + 1) * rows]) }

    /// Puts other numbers into a column.
    public mutating func replace(column index: Int, with values: [Double]) {
        precondition(values.count == rows, "one element a row")
        elements.replaceSubrange(index * rows..<(index + 1) * rows, with: values)
    }

    /// The columns with these numbers, in this order.
    public func selecting(columns chosen: [Int]) -> Matrix {
        var result = Matrix(rows: rows, columns: chosen.count)
        for (place, index) in chosen.enumerated() {
            for row in 0..<rows { result[row, place] = self[row, index] }
        }
        return result
    }

    /// The rows with these numbers, in this order.
    public func selecting(rows chosen: [Int]) -> Matrix {
        var result = Matrix(rows: chosen.count, columns: columns)
        for column in 0..<columns {
            for (place, row) in chosen.enumerated() { result[place, column] = self[row, column] }
        }
        return result
    }

    /// The columns of this matrix followed by those of `other`.
    public func beside(_ other: Matrix) -> Matrix {
        precondition(rows == other.rows, "both matrices need as many rows")
        var result = Matrix(rows: rows, columns: columns + other.columns)
        result.elements = elements + other.elements
        return result
    }
}

/// The working state of a QR decomposition: vectors of reflections below the diagonal, the triangle above.
struct PackedReflections {
    var matrix: Matrix
    /// The length of each column as given, in the present order.
    private(set) var originalLengths: [Double]
    /// The first element of each reflection's vector v; the rest is below the diagonal. v is scaled so that the reflection
    /// is I - v v' / v₀.
    private(set) var heads: [Double] = []

    init(_ matrix: Matrix) {
        self.matrix = matrix
        originalLengths = []
        for column in 0..<matrix.columns { originalLengths.append(length(from: 0, column: column)) }
    }

    /// The Euclidean length of a column from a row downwards, safe from overflow.
    func length(from row: Int, column: Int) -> Double {
        guard row < matrix.rows else { return 0 }
        return matrix.elements.withUnsafeBufferPointer { elements in
            let range = (row + column * matrix.rows)..<((column + 1) * matrix.rows)
            guard let base = elements.baseAddress.map({ $0 + range.lowerBound }) else { return 0 }
            let squares = FastSums.product(base, base, range.count)
            // Of many numbers; neither so large nor so small that squares would have lost digits.
            if range.count >= FastSums.many, squares > 1e-200, squares < 1e200 { return squares.squareRoot() }
            var largest = 0.0
            for index in range { largest = max(largest, abs(elements[index])) }
            guard largest > 0 else { return 0 }
            var sum = 0.0
            for index in range {
                let share = elements[index] / largest
                sum += share * share
            }
            return largest * sum.squareRoot()
        }
    }

    /// Turns column `step` onto the diagonal and applies the same reflection to the columns after it.
    mutating func reflect(_ step: Int, _ length: Double) {
        let rows = matrix.rows, columns = matrix.columns
        let signed = matrix[step, step] < 0 ? -length : length
        var head = 0.0
        matrix.elements.withUnsafeMutableBufferPointer { elements in
            let start = step * rows
            for row in step..<rows { elements[row + start] /= signed }
            head = elements[step + start] + 1
            for column in step + 1..<max(columns, step + 1) {
                let other = column * rows
                guard let base = elements.baseAddress else { continue }
                let sum = Self.sum(
                    head * elements[step + other],
                    base + (start + step + 1),
                    base + (other + step + 1),
                    rows - step - 1
                )
                let factor = sum / head
                elements[step + other] -= factor * head
                for row in step + 1..<rows { elements[row + other] -= factor * elements[row + start] }
            }
            elements[step + start] = -signed
        }
        heads.append(head)
    }

    /// Puts column `step` behind all others.
    mutating func moveToEnd(_ step: Int) {
        let order = (0..<matrix.columns).filter { $0 != step } + [step]
        matrix = matrix.selecting(columns: order)
        originalLengths.append(originalLengths.remove(at: step))
    }

    /// Applies one finished reflection to a vector.
    static func apply(_ packed: Matrix, head: Double, _ step: Int, to vector: inout [Double]) {
        let rows = packed.rows, start = step * rows
        packed.elements.withUnsafeBufferPointer { elements in
            vector.withUnsafeMutableBufferPointer { vector in
                guard let base = elements.baseAddress, let own = vector.baseAddress else { return }
                let sum = Self.sum(head * vector[step], base + (start + step + 1), own + (step + 1), rows - step - 1)
                let factor = sum / head
                vector[step] -= factor * head
                for row in step + 1..<rows { vector[row] -= factor * elements[row + start] }
            }
        }
    }

    /// A number and the products of neighbouring ones.
    private static func sum(
        _ first: Double,
        _ left: UnsafePointer<Double>,
        _ right: UnsafePointer<Double>,
        _ count: Int
    ) -> Double {
        guard count < FastSums.many else { return first + FastSums.product(left, right, count) }
        var sum = first
        for index in 0..<max(0, count) { sum += left[index] * right[index] }
        return sum
    }
}

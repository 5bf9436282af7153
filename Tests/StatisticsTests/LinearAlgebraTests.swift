import Statistics
import Testing

@Suite("Linear algebra") struct LinearAlgebraTests {
    @Test("least squares agrees with NIST's certified values") func nist() throws {
        for row in try ReferenceTable("nist.csv", separator: ";").rows {
            var design = Design(intercept: numbers(row[1]).count)
            for (index, column) in row[2].split(separator: "|").enumerated() {
                try design.append("x\(index + 1)", numbers(String(column)))
            }
            let model = try LinearModel(numbers(row[1]), on: design)
            let (expected, errors) = (numbers(row[3]), numbers(row[4]))
            #expect(model.dropped.isEmpty, "\(row[0])")
            // Wampler 4 and 5 hide a polynomial of coefficients 1 under noise of up to 20 million.
            let tolerance = ["Longley": 1e-10, "Wampler3": 1e-8, "Wampler4": 1e-6, "Wampler5": 1e-4][row[0]] ?? 1e-7
            for (value, known) in zip(model.coefficients, expected) {
                #expect(agree(value, known, relative: tolerance), "\(row[0]): \(value) \(known)")
            }
            guard errors[0] > 0 else { continue }
            for (line, known) in zip(try model.table(), errors) {
                #expect(agree(line.standardError, known, relative: 1e-7), "\(row[0]): \(line.standardError) \(known)")
            }
            #expect(agree(model.residualVariance, try #require(Double(row[5])), relative: 1e-8), "\(row[0])")
        }
    }

    @Test("Q is orthonormal, Q R gives the columns back and dependent columns go to the end") func decomposition()
        throws
    {
        var random = SeededNumbers(seed: 4)
        for _ in 0..<30 {
            let rows = Int.random(in: 3...12, using: &random), columns = Int.random(in: 1...5, using: &random)
            var lists = (0..<columns).map { _ in (0..<rows).map { _ in Double.random(in: -1...1, using: &random) } }
            lists.insert(zip(lists[0], lists[columns - 1]).map { 2 * $0 - 3 * $1 }, at: columns)
            lists.insert(Array(repeating: 0, count: rows), at: 1)
            let matrix = try Matrix(columns: lists)
            let qr = QRDecomposition(matrix)
            #expect(qr.rank == min(rows, columns))
            #expect(qr.kept == qr.kept.sorted() && qr.dependent.contains(1))
            let basis = qr.orthonormal
            #expect(largest(basis.transposedTimes(basis) - .identity(qr.rank)) < 1e-14)
            #expect(largest(basis.times(qr.triangular) - matrix.selecting(columns: qr.kept)) < 1e-13)
            let kept = matrix.selecting(columns: qr.kept)
            let product = kept.transposedTimes(kept).times(qr.inverseOfCrossProduct)
            #expect(largest(product - .identity(qr.rank)) < 1e-8)
        }
    }

    @Test("residuals are at right angles to the columns, and order of rows does not matter") func residuals() throws {
        var random = SeededNumbers(seed: 5)
        let x = (0..<30).map { _ in Double.random(in: 0...9, using: &random) }
        let y = x.map { 3 - $0 + Double.random(in: -1...1, using: &random) }
        var design = Design(intercept: 30)
        try design.append("x", x)
        let model = try LinearModel(y, on: design)
        #expect(design.matrix.transposedTimes(model.residuals).allSatisfy { abs($0) < 1e-12 })
        #expect(agree(model.leverages.reduce(0, +), 2, relative: 1e-12))
        let order = Array((0..<30).reversed())
        let turned = try LinearModel(order.map { y[$0] }, on: design.selecting(rows: order))
        for (left, right) in zip(model.coefficients, turned.coefficients) {
            #expect(agree(left, right, relative: 1e-12))
        }
    }

    @Test("eigenvectors rebuild a symmetric matrix, singular ones too", arguments: [1, 2, 5, 12]) func eigen(
        _ size: Int
    ) throws {
        var random = SeededNumbers(seed: UInt64(size))
        let half = try Matrix(
            columns: (0..<max(1, size - 2)).map { _ in
                (0..<size).map { _ in Double.random(in: -1...1, using: &random) }
            }
        )
        let matrix = half.times(half.transposed)
        let eigen = try SymmetricEigen(matrix)
        #expect(largest(eigen.mapped { $0 } - matrix) < 1e-13)
        #expect(largest(eigen.vectors.transposedTimes(eigen.vectors) - .identity(size)) < 1e-13)
        #expect(eigen.values == eigen.values.sorted(by: >))
        let root = eigen.mapped { max(0, $0).squareRoot() }
        #expect(largest(root.times(root) - matrix) < 1e-7)
    }

    @Test("eigenvalues of a known matrix") func knownEigenvalues() throws {
        let eigen = try SymmetricEigen(Matrix(columns: [[2, 1, 0], [1, 2, 1], [0, 1, 2]]))
        for (value, known) in zip(eigen.values, [2 + 2.0.squareRoot(), 2, 2 - 2.0.squareRoot()]) {
            #expect(agree(value, known, relative: 1e-14))
        }
        let mirror = try SymmetricEigen(Matrix(columns: [[0, 1], [1, 0]])).values
        #expect(agree(mirror[0], 1, relative: 1e-15) && agree(mirror[1], -1, relative: 1e-15))
        #expect(throws: StatisticsError.notFinite) { try SymmetricEigen(Matrix(columns: [[.nan]])) }
    }

    @Test("Cholesky inverts and gives the determinant; a singular matrix is refused") func cholesky() throws {
        let matrix = try Matrix(columns: [[4, 2, 1], [2, 5, 3], [1, 3, 6]])
        let factor = try CholeskyDecomposition(matrix)
        #expect(largest(factor.lower.times(factor.lower.transposed) - matrix) < 1e-14)
        #expect(largest(matrix.times(factor.inverse) - .identity(3)) < 1e-14)
        #expect(agree(factor.logDeterminant, 4.2046926193909657, relative: 1e-14))  // ln 67
        #expect(throws: StatisticsError.self) { try CholeskyDecomposition(Matrix(columns: [[1, 1], [1, 1]])) }
    }

    private func largest(_ matrix: Matrix) -> Double { matrix.elements.reduce(0) { max($0, abs($1)) } }
}

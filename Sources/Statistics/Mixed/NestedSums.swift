import CSpecialFunctions

/// What a model with random intercepts needs to know of its observations: sums by group and by size of inner group.
///
/// With V = I + λᵢ ZᵢZᵢ' + λₒ ZₒZₒ' (inner groups within outer ones) the inverse of each outer block is known in closed form,
/// so X'V⁻¹X and all else follow from the sums of the columns over inner groups, added up by outer group and inner size. An
/// evaluation costs O(outer groups × columns²) however many people there are.
struct NestedSums {
    /// The number of columns: the orthonormal columns of the design, then the outcome's residual.
    let columns: Int
    /// The number of observations.
    let observations: Int
    /// The numbers of outer and inner groups.
    let outerCount: Int, innerCount: Int
    /// The distinct sizes of inner groups.
    private let sizes: [Double]
    /// Cross-products of all columns.
    private let total: Matrix
    /// For each size: how many inner groups have it, and the cross-products of their sums.
    private let counts: [Double]
    private let innerProducts: [Matrix]
    /// For each outer group and size: how many inner groups, and the sums of their columns.
    private let outerCounts: ContiguousArray<Double>
    private let outerSums: ContiguousArray<Double>

    /// Sums the columns of `data` over inner and outer groups.
    init(_ data: Matrix, outer: [[Int]], inner: [[Int]], outerOf: [Int]) {
        let width = data.columns
        let distinct = Set(inner.map(\.count)).sorted()
        let place = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
        var counts = Array(repeating: 0.0, count: distinct.count)
        var products = Array(repeating: Matrix(rows: width, columns: width), count: distinct.count)
        var outerCounts = ContiguousArray(repeating: 0.0, count: outer.count * distinct.count)
        var outerSums = ContiguousArray(repeating: 0.0, count: outer.count * distinct.count * width)
        var sums = Array(repeating: 0.0, count: width)
        for (group, members) in inner.enumerated() {
            let size = place[members.count] ?? 0, slot = outerOf[group] * distinct.count + size
            for column in 0..<width {
                sums[column] = members.reduce(0) { $0 + data[$1, column] }
                outerSums[slot * width + column] += sums[column]
            }
            counts[size] += 1
            outerCounts[slot] += 1
            products[size].addProduct(sums, sums, 1)
        }
        (columns, observations, outerCount, innerCount) = (width, data.rows, outer.count, inner.count)
        (sizes, total, self.counts, innerProducts) = (
            distinct.map(Double.init), data.transposedTimes(data), counts, products
        )
        (self.outerCounts, self.outerSums) = (outerCounts, outerSums)
    }

    /// Cross-products weighted by V⁻¹ and the logarithm of V's determinant, each with its derivatives.
    struct Weighted {
        var products: Matrix
        var byOuter: Matrix
        var byInner: Matrix
        var logDeterminant = 0.0
        var logDeterminantByOuter = 0.0
        var logDeterminantByInner = 0.0
    }

    /// Weighs the sums for these ratios of group variance to residual variance.
    /// - Complexity: O(outer groups × (sizes × columns + columns²)).
    func weighted(outer: Double, inner: Double) -> Weighted {
        var result = Weighted(
            products: total,
            byOuter: Matrix(rows: columns, columns: columns),
            byInner: Matrix(rows: columns, columns: columns)
        )
        for (index, size) in sizes.enumerated() {
            let shrink = 1 / (1 + size * inner)
            result.products.add(innerProducts[index], -inner * shrink)
            result.byInner.add(innerProducts[index], -shrink * shrink)
            result.logDeterminant += counts[index] * cg_log1p(size * inner)
            result.logDeterminantByInner += counts[index] * size * shrink
        }
        var sums = Array(repeating: 0.0, count: columns), turned = sums
        for group in 0..<outerCount {
            var weight = 0.0, weightByInner = 0.0
            for column in 0..<columns { (sums[column], turned[column]) = (0, 0) }
            for (index, size) in sizes.enumerated() {
                let slot = group * sizes.count + index, shrink = 1 / (1 + size * inner)
                guard outerCounts[slot] > 0 else { continue }
                weight += size * outerCounts[slot] * shrink
                weightByInner -= size * size * outerCounts[slot] * shrink * shrink
                for column in 0..<columns {
                    let part = outerSums[slot * columns + column] * shrink
                    sums[column] += part
                    turned[column] -= size * shrink * part
                }
            }
            let shrink = 1 / (1 + outer * weight), factor = outer * shrink
            result.products.addProduct(sums, sums, -factor)
            result.byOuter.addProduct(sums, sums, -shrink * shrink)
            result.byInner.addProduct(sums, sums, factor * factor * weightByInner)
            result.byInner.addProduct(sums, turned, -factor)
            result.byInner.addProduct(turned, sums, -factor)
            result.logDeterminant += cg_log1p(outer * weight)
            result.logDeterminantByOuter += weight * shrink
            result.logDeterminantByInner += factor * weightByInner
        }
        return result
    }
}

extension Matrix {
    /// Adds `factor` times `other`.
    fileprivate mutating func add(_ other: Matrix, _ factor: Double) {
        for index in elements.indices { elements[index] += factor * other.elements[index] }
    }

    /// Adds `factor` times left right'.
    fileprivate mutating func addProduct(_ left: [Double], _ right: [Double], _ factor: Double) {
        elements.withUnsafeMutableBufferPointer { elements in
            for column in right.indices {
                let scaled = factor * right[column]
                for row in left.indices { elements[row + column * left.count] += left[row] * scaled }
            }
        }
    }
}

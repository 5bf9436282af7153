/// The mixture of donors nearest to a target: least squares with weights that are not negative and add up to 1.
///
/// An active-set method: the donors in use are solved exactly by QR on their differences to one of them, a donor whose weight
/// would become negative leaves, and the donor that promises most enters, until Karush, Kuhn and Tucker's conditions hold.
///
/// Source: C. L. Lawson, R. J. Hanson, Solving Least Squares Problems (1974), 23; J. Nocedal, S. J. Wright, Numerical
/// Optimization (2006), 16.5.
public struct SimplexLeastSquares: Hashable, Sendable {
    /// The weight of each donor; 0 exactly for donors that are not used.
    public let weights: [Double]
    /// The sum of squared differences that is left.
    public let squares: Double
    /// How far the multiplier of any donor lies on the wrong side of zero, over the size of the data: at most 1e-8.
    public let violation: Double
    /// Whether no other weights fit as well.
    public let isUnique: Bool

    /// Finds the weights.
    ///
    /// - Parameters:
    ///   - target: The values to come near to.
    ///   - donors: The values of each donor, at least one.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/tooFew(needed:given:)`` without a donor or a
    ///   value; ``StatisticsError/notFinite``; ``StatisticsError/notConverged(function:)``.
    /// - Complexity: O(values × donors² × changes of the set), about as many changes as donors in use.
    public init(_ target: [Double], donors: [[Double]]) throws(StatisticsError) {
        guard !donors.isEmpty, !target.isEmpty else { throw .tooFew(needed: 1, given: 0) }
        for donor in donors where donor.count != target.count { throw .unequalLengths(target.count, donor.count) }
        guard (donors.joined() + target).allSatisfy(\.isFinite) else { throw .notFinite }
        var search = MixtureSearch(target, donors)
        try search.run()
        let weights = search.weights
        self.weights = weights
        let residual = search.residual(weights)
        squares = dotProduct(residual, residual)
        let multipliers = search.multipliers(residual)
        violation = max(0, -(multipliers.min() ?? 0)) / search.scale
        guard violation <= 1e-8 else { throw .notConverged(function: "the donors' weights") }
        let free = multipliers.indices.filter { weights[$0] > 0 || multipliers[$0] <= 1e-9 * search.scale }
        isUnique = search.rank(of: free) == free.count - 1
    }
}

/// The search for the set of donors in use.
private struct MixtureSearch {
    private let donors: [[Double]]
    /// Σ of squares of what varies, so that tolerances have no unit.
    let scale: Double
    private(set) var weights: [Double]
    private var used: [Int]

    init(_ target: [Double], _ donors: [[Double]]) {
        // Moving everything by the target's values changes no difference, and keeps large levels out of the products.
        self.donors = donors.map { zip($0, target).map { $0 - $1 } }
        let sizes = self.donors.map { dotProduct($0, $0) }
        scale = max(sizes.max() ?? 0, .leastNormalMagnitude)
        let best = sizes.indices.min { sizes[$0] < sizes[$1] } ?? 0
        weights = Array(repeating: 0, count: donors.count)
        weights[best] = 1
        used = [best]
    }

    mutating func run() throws(StatisticsError) {
        var refused: Set<Int> = [], changes = 0
        while true {
            let multipliers = multipliers(residual(weights))
            let candidates = donors.indices.filter {
                weights[$0] == 0 && !refused.contains($0) && multipliers[$0] < -1e-13 * scale
            }
            guard let entering = candidates.min(by: { multipliers[$0] < multipliers[$1] }) else { return }
            used.append(entering)
            guard rank(of: used) == used.count - 1 else {
                used.removeLast()
                refused.insert(entering)
                continue
            }
            let before = weights
            repeat {
                changes += 1
                guard changes < 100 * donors.count + 1000 else {
                    throw .notConverged(function: "the donors' weights")
                }
            } while try !step()
            if weights == before { refused.insert(entering) } else { refused = [] }
        }
    }

    /// Goes to the best weights of the donors in use, or as far as none becomes negative; false when one left on the way.
    private mutating func step() throws(StatisticsError) -> Bool {
        let best = try solved()
        var share = 1.0, leaving: Int?
        for (place, donor) in used.enumerated() where best[place] <= 0 {
            let room = weights[donor] / (weights[donor] - best[place])
            if weights[donor] == 0 || room < share { (share, leaving) = (weights[donor] == 0 ? 0 : room, place) }
        }
        for (place, donor) in used.enumerated() { weights[donor] += share * (best[place] - weights[donor]) }
        guard let leaving else { return true }
        weights[used[leaving]] = 0
        used.remove(at: leaving)
        return used.isEmpty
    }

    /// Weights of the donors in use that add up to 1, whatever their signs, by QR on differences to the heaviest.
    private func solved() throws(StatisticsError) -> [Double] {
        guard let base = used.max(by: { weights[$0] < weights[$1] }), used.count > 1 else { return [1] }
        let others = used.filter { $0 != base }
        let decomposition = QRDecomposition(try Matrix(columns: others.map { difference($0, base) }))
        guard decomposition.rank == others.count else { throw .notConverged(function: "the donors' weights") }
        let slopes = decomposition.coefficients(donors[base].map { -$0 })
        var next = 0
        return used.map { donor in
            guard donor != base else { return 1 - slopes.reduce(0, +) }
            next += 1
            return slopes[next - 1]
        }
    }

    func rank(of chosen: [Int]) -> Int {
        guard let base = chosen.first, chosen.count > 1,
            let matrix = try? Matrix(columns: chosen.dropFirst().map { difference($0, base) })
        else { return 0 }
        return QRDecomposition(matrix).rank
    }

    private func difference(_ donor: Int, _ base: Int) -> [Double] { zip(donors[donor], donors[base]).map { $0 - $1 } }

    func residual(_ weights: [Double]) -> [Double] {
        var residual = Array(repeating: 0.0, count: donors[0].count)
        for (weight, donor) in zip(weights, donors) where weight != 0 {
            for place in residual.indices { residual[place] -= weight * donor[place] }
        }
        return residual
    }

    /// The derivative of half the squares by each weight, less that of the donors in use: not negative at the solution.
    func multipliers(_ residual: [Double]) -> [Double] {
        let slopes = donors.map { -dotProduct($0, residual) }
        let level = zip(slopes, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return slopes.map { $0 - level }
    }
}

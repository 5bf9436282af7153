/// The exact law of a sum of changes with random signs, where all changes are multiples of one step.
struct SignFlipLattice {
    /// The share of sign patterns whose sum is as far from zero as the one seen, or further.
    let tail: Double

    /// nil when there is no common step, or the convolution would take more than about 0.1 s.
    /// - Complexity: O(n × sum of the multiples).
    init?(_ changes: [Double]) {
        guard let steps = Lattice(changes)?.multiples else { return nil }
        let sizes = steps.map { Int($0.magnitude) }.sorted()
        let range = sizes.reduce(0, +)
        guard range * sizes.count <= 100_000_000 else { return nil }
        // The sum seen is 2 × (sum of the positive sizes) - range, so the sum of the positive ones tells all.
        let positive = steps.reduce(0) { $0 + max(0, $1) }
        let further = max(positive, range - positive)
        let law = SignedSums(sizes)
        tail = 2 * further == range ? 1 : 2 * law.upperTail(further)
    }
}

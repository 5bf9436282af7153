/// Joins neighbouring curves into fewer, where the eye cannot tell the difference.
///
/// TrueType draws with quadratic curves, which need about twice as many pieces as cubic ones for the same shape. The cubic
/// curve keeps both ends, both tangents, and has the lengths of its handles by least squares.
///
/// Source: P. J. Schneider, "An Algorithm for Automatically Fitting Digitized Curves", Graphics Gems (1990), 612-626.
struct CurveJoining {
    /// How far a joined curve may lie from the pieces it stands for, as a share of the em: at 44 points about half of a
    /// pixel at 600 dots an inch.
    static let tolerance: Float = 0.0015

    /// The same in font units.
    let tolerance: Float
    private var samples: [SIMD2<Float>] = []
    private var places: [Float] = []

    init(tolerance: Float) { self.tolerance = tolerance }

    /// Neighbours whose directions differ by more than about 8 degrees meet at a corner, which stays.
    private static let straight: Float = -0.99
    /// Samples taken of each piece.
    private static let density = 5
    /// Pieces joined at most.
    private static let most = 8

    /// The fewest curves found that stand for `curves`, which follow each other.
    mutating func joined(_ curves: [CubicCurve]) -> [CubicCurve] {
        var result: [CubicCurve] = []
        var index = 0
        while index < curves.count {
            var best = (curve: curves[index], end: index + 1)
            var end = index + 1
            var misses = 0
            while end < curves.count, end - index < Self.most, misses < 2, meetSmoothly(curves[end - 1], curves[end]) {
                end += 1
                if let curve = fitted(curves[index..<end]) { best = (curve, end) } else { misses += 1 }
            }
            result.append(best.curve)
            index = best.end
        }
        return result
    }

    private func meetSmoothly(_ left: CubicCurve, _ right: CubicCurve) -> Bool {
        guard let arriving = left.ending, let leaving = right.beginning else { return false }
        return (arriving * leaving).sum() < Self.straight
    }

    /// One curve for several, or nil when none is close enough.
    private mutating func fitted(_ pieces: ArraySlice<CubicCurve>) -> CubicCurve? {
        guard let first = pieces.first, let last = pieces.last, let beginning = first.beginning,
            let ending = last.ending
        else { return nil }
        sample(pieces)
        for _ in 0..<5 {
            guard let curve = leastSquares(from: first.from, beginning, to: last.to, ending) else { return nil }
            let error = settle(on: curve)
            if error < tolerance * tolerance { return curve }
            if error > 100 * tolerance * tolerance { return nil }
        }
        return nil
    }

    /// Points along the pieces, and where on one curve each should lie: by length at first.
    private mutating func sample(_ pieces: ArraySlice<CubicCurve>) {
        samples.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        var length: Float = 0
        var last: SIMD2<Float>?
        for piece in pieces {
            for step in 1...Self.density {
                let point = piece.point(Float(step) / Float(Self.density))
                let change = point - (last ?? piece.from)
                length += (change * change).sum().squareRoot()
                samples.append(point)
                places.append(length)
                last = point
            }
        }
        for index in places.indices { places[index] /= max(length, 0.001) }
    }

    /// The curve with the given ends and tangents that is nearest to the samples at their places, on whole units.
    private func leastSquares(
        from: SIMD2<Float>,
        _ beginning: SIMD2<Float>,
        to: SIMD2<Float>,
        _ ending: SIMD2<Float>
    ) -> CubicCurve? {
        let cosine = (beginning * ending).sum()
        var (c11, c12, c22, x1, x2): (Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0)
        for (point, t) in zip(samples, places) {
            let u = 1 - t
            let (b1, b2) = (3 * t * u * u, 3 * t * t * u)
            let rest = point - from * (u * u * u + b1) - to * (b2 + t * t * t)
            c11 += b1 * b1
            c12 += b1 * b2 * cosine
            c22 += b2 * b2
            x1 += b1 * (beginning * rest).sum()
            x2 += b2 * (ending * rest).sum()
        }
        let determinant = c11 * c22 - c12 * c12
        guard abs(determinant) > 1e-6 else { return nil }
        let left = (x1 * c22 - x2 * c12) / determinant
        let right = (c11 * x2 - c12 * x1) / determinant
        guard left > 0.5, right > 0.5 else { return nil }
        var curve = CubicCurve(from: from, first: from + beginning * left, second: to + ending * right, to: to)
        curve.first.round(.toNearestOrEven)
        curve.second.round(.toNearestOrEven)
        return curve
    }

    /// Moves the places nearer to where the curve passes the samples (one step of Newton's method); the largest distance,
    /// squared, before.
    private mutating func settle(on curve: CubicCurve) -> Float {
        let (d1, d2, d3) = (curve.first - curve.from, curve.second - curve.first, curve.to - curve.second)
        let (e1, e2) = (d2 - d1, d3 - d2)
        var worst: Float = 0
        for index in places.indices {
            let t = places[index]
            let u = 1 - t
            let off = curve.point(t) - samples[index]
            worst = max(worst, (off * off).sum())
            let slope = (d1 * (u * u) + d2 * (2 * u * t) + d3 * (t * t)) * 3
            let bend = (e1 * u + e2 * t) * 6
            let below = (slope * slope).sum() + (off * bend).sum()
            guard abs(below) > 1e-6 else { continue }
            places[index] = min(1, max(0, t - (off * slope).sum() / below))
        }
        return worst
    }
}

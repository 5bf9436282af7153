/// A cubic Bézier curve in font units.
struct CubicCurve {
    var from: SIMD2<Float>
    var first: SIMD2<Float>
    var second: SIMD2<Float>
    var to: SIMD2<Float>

    init(from: SIMD2<Float>, first: SIMD2<Float>, second: SIMD2<Float>, to: SIMD2<Float>) {
        (self.from, self.first, self.second, self.to) = (from, first, second, to)
    }

    /// The cubic curve that is the quadratic one with this control point.
    init(from: SIMD2<Float>, control: SIMD2<Float>, to: SIMD2<Float>) {
        self.init(from: from, first: from + (control - from) * (2 / 3), second: to + (control - to) * (2 / 3), to: to)
    }

    /// The point at `t`, 0 to 1.
    func point(_ t: Float) -> SIMD2<Float> {
        let u = 1 - t
        return from * (u * u * u) + first * (3 * u * u * t) + second * (3 * u * t * t) + to * (t * t * t)
    }

    /// The direction in which the curve sets out, of length 1; nil for a mere point.
    var beginning: SIMD2<Float>? { Self.direction([first - from, second - from, to - from]) }

    /// The direction against which it arrives, of length 1; nil for a mere point.
    var ending: SIMD2<Float>? { Self.direction([second - to, first - to, from - to]) }

    private static func direction(_ candidates: [SIMD2<Float>]) -> SIMD2<Float>? {
        for candidate in candidates {
            let length = (candidate * candidate).sum().squareRoot()
            if length > 0.01 { return candidate / length }
        }
        return nil
    }
}

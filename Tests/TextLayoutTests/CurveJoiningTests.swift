import Testing

@testable import TextLayout

@Suite("Fewer curves for the same shape") struct CurveJoiningTests {
    /// A quarter of a circle of radius 500 as `count` quadratic curves, each with its control point where tangents meet.
    static func quarter(_ count: Int) -> [CubicCurve] {
        // cos and sin of 0°, 22.5°, 45°, 67.5°, 90°; of the half steps divided by the cosine of 11.25°.
        let ends: [SIMD2<Float>] = [
            [500, 0], [461.940, 191.342], [353.553, 353.553], [191.342, 461.940], [0, 500],
        ]
        let controls: [SIMD2<Float>] = [[500, 99.456], [423.880, 283.227], [283.227, 423.880], [99.456, 500]]
        return (0..<count).map { CubicCurve(from: ends[$0], control: controls[$0], to: ends[$0 + 1]) }
    }

    /// A cubic curve can follow a quarter of a circle of radius 500 to within 0.14 units (0.027 %).
    @Test("four quadratic pieces of a quarter circle become one cubic curve within a unit of the circle")
    func joinsCircle() throws {
        var joining = CurveJoining(tolerance: 1)
        let joined = joining.joined(Self.quarter(4))
        #expect(joined.count == 1)
        let curve = try #require(joined.first)
        for step in 0...100 {
            let point = curve.point(Float(step) / 100)
            #expect(abs((point * point).sum().squareRoot() - 500) < 1.2)
        }
        #expect(curve.first.x == 500 && curve.second.y == 500)
    }

    @Test("a corner stays")
    func keepsCorners() {
        var joining = CurveJoining(tolerance: 1)
        let corner = [
            CubicCurve(from: [0, 0], control: [0, 100], to: [100, 100]),
            CubicCurve(from: [100, 100], control: [100, 0], to: [200, 0]),
        ]
        #expect(joining.joined(corner).count == 2)
    }

    @Test("what no one curve can follow stays in pieces")
    func keepsWaves() {
        var joining = CurveJoining(tolerance: 1)
        let wave = (0..<4).map { index in
            let x = Float(index) * 100
            return CubicCurve(from: [x, 0], control: [x + 50, index % 2 == 0 ? 100 : -100], to: [x + 100, 0])
        }
        #expect(joining.joined(wave).count >= 2)
    }
}

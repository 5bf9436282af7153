import CSpecialFunctions

extension RestrictedLikelihood {
    /// The ratios of the highest restricted likelihood.
    ///
    /// The best point of a coarse grid, which includes 0, is refined by Newton's steps on the logarithms of the ratios that
    /// are above 0. A ratio whose derivative at 0 does not point upwards stays exactly 0.
    /// - Parameter free: Which of the two ratios are estimated; the others are 0.
    /// - Returns: The state at the maximum.
    /// - Throws: ``StatisticsError/noSpread`` when nothing is left for the residual variance;
    ///   ``StatisticsError/notConverged(function:)``.
    func maximum(free: [Int]) throws(StatisticsError) -> State {
        var best = try bestOfGrid(free)
        for _ in 0..<20 {
            best = try refined(best, active: free.filter { best.ratios[$0] > 0 })
            // A zero that the likelihood wants to leave: step off it, as far as the likelihood rises.
            let waiting = free.filter { best.ratios[$0] == 0 && best.gradient[$0] < -1e-7 * freedom }
            guard let index = waiting.first else { return best }
            var ratio = 1.0, moved = false
            while ratio > 1e-12, !moved {
                var ratios = best.ratios
                ratios[index] = ratio
                let trial = try state(ratios)
                if trial.deviance < best.deviance { (best, moved) = (trial, true) }
                ratio /= 4
            }
            guard moved else { return best }
        }
        throw .notConverged(function: "the random-intercept model")
    }

    private func bestOfGrid(_ free: [Int]) throws(StatisticsError) -> State {
        let grid = [0, 0.01, 0.05, 0.2, 0.6, 1.5, 4, 15, 100, 3000]
        var best = try state([0, 0])
        for outer in free.contains(0) ? grid : [0] {
            for inner in free.contains(1) ? grid : [0] {
                let trial = try state([outer, inner])
                if trial.deviance < best.deviance { best = trial }
            }
        }
        return best
    }

    /// Newton's method on the logarithms of the active ratios; ratios that run towards 0 become 0.
    private func refined(_ start: State, active: [Int]) throws(StatisticsError) -> State {
        var now = start, active = active
        for _ in 0..<200 {
            guard !active.isEmpty else { return now }
            let step = try newtonStep(now, active)
            var scale = 1.0, next = now, improved = false
            while scale > 1e-6, !improved {
                var ratios = now.ratios
                for (place, index) in active.enumerated() { ratios[index] *= cg_exp(scale * step[place]) }
                next = try state(ratios)
                improved = next.deviance <= now.deviance + 1e-12 * abs(now.deviance)
                scale /= 2
            }
            // Newton's steps square the distance, so after one that promised so little nothing is left to gain.
            let promise = zip(step, active).reduce(0) { $0 + abs($1.0 * now.gradient[$1.1] * now.ratios[$1.1]) }
            let settled = !improved || promise < 1e-11
            if improved { now = next }
            let vanishing = active.filter { now.ratios[$0] < 1e-9 && now.gradient[$0] >= 0 }
            if !vanishing.isEmpty {
                var ratios = now.ratios
                for index in vanishing { ratios[index] = 0 }
                now = try state(ratios)
                active.removeAll(where: vanishing.contains)
            } else if settled {
                return now
            }
            if let largest = now.ratios.max(), largest > 1e12 { throw .noSpread }
        }
        throw .notConverged(function: "the random-intercept model")
    }

    /// The step on the logarithms of the ratios, at most 2 each, downhill even where the deviance is not convex.
    private func newtonStep(_ now: State, _ active: [Int]) throws(StatisticsError) -> [Double] {
        func slopes(_ state: State) -> [Double] { active.map { state.gradient[$0] * state.ratios[$0] } }
        var curvature = Matrix(rows: active.count, columns: active.count)
        for (place, index) in active.enumerated() {
            var up = now.ratios, down = now.ratios
            up[index] *= cg_exp(1e-4)
            down[index] *= cg_exp(-1e-4)
            let above = slopes(try state(up)), below = slopes(try state(down))
            for row in active.indices { curvature[row, place] = (above[row] - below[row]) / 2e-4 }
        }
        let gradient = slopes(now)
        let eigen = try SymmetricEigen((curvature + curvature.transposed) * 0.5)
        let inverse = eigen.mapped { 1 / max(abs($0), 1e-14 * freedom) }
        return inverse.times(gradient).map { max(-2, min(2, -$0)) }
    }
}

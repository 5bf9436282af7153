/// A level of its own for every area, and if wanted for every month, taken out of columns without a column for each.
///
/// Areas are taken out by their weighted means. Months are then found by alternating between the two (a pass over the cells
/// takes out area means, then month means), the passes joined by conjugate gradients, which ends in one or two passes for a
/// panel without gaps and in at most as many as there are months for any.
///
/// Source: S. Guimarães, P. Portugal, Stata Journal 10 (2010), 628-649; conjugate gradients: S. Correia (2017), reghdfe.
struct FixedEffects: Sendable {
    /// The first cell of each area, and the number of cells: cells are in the order of areas.
    let starts: [Int]
    /// The month of each cell, counted from 0.
    let months: [Int32]
    /// The number of months; 0 takes out areas only.
    let monthCount: Int

    var areaCount: Int { starts.count - 1 }
    var cellCount: Int { months.count }

    /// Whether every area has every month, in their order, so that the month of a cell is its place in the area.
    let isFull: Bool

    /// Levels that the taken out effects use up.
    var rank: Int { areaCount + max(0, monthCount - components) }

    /// Parts of the panel that share no area and no month; each has one level fewer than its areas and months.
    let components: Int

    /// - Parameters:
    ///   - areas: The area of each cell, in ascending order.
    ///   - months: The month of each cell; nil takes out areas only.
    init(areas: [Int], months: [Int]?) {
        var starts: [Int] = []
        for cell in areas.indices where cell == 0 || areas[cell] != areas[cell - 1] { starts.append(cell) }
        self.starts = starts + [areas.count]
        guard let months else {
            (self.months, monthCount, components) = (Array(repeating: 0, count: areas.count), 0, 0)
            isFull = false
            return
        }
        let (places, count) = Self.numbered(months)
        (self.months, monthCount) = (places, count)
        isFull =
            places.count == count * (self.starts.count - 1)
            && places.indices.allSatisfy { Int(places[$0]) == $0 % count }
        components = Self.components(self.starts, self.months, monthCount)
    }

    /// Months numbered from 0 in their order, by a table when they lie close together.
    private static func numbered(_ months: [Int]) -> (places: [Int32], count: Int) {
        guard let low = months.min(), let high = months.max() else { return ([], 0) }
        guard high - low < 8 * months.count + 4096 else {
            let known = Set(months).sorted()
            let places = Dictionary(uniqueKeysWithValues: zip(known, Int32(0)...))
            return (months.map { places[$0] ?? 0 }, known.count)
        }
        var places = Array(repeating: Int32(-1), count: high - low + 1), count: Int32 = 0
        for month in months { places[month - low] = 0 }
        for place in places.indices where places[place] == 0 {
            places[place] = count
            count += 1
        }
        return (months.map { places[$0 - low] }, Int(count))
    }

    private static func components(_ starts: [Int], _ months: [Int32], _ count: Int) -> Int {
        var root = Array(0..<count)
        func find(_ month: Int) -> Int {
            var month = month
            while root[month] != month { month = root[month] }
            return month
        }
        for area in starts.indices.dropLast() {
            let first = find(Int(months[starts[area]]))
            for cell in starts[area]..<starts[area + 1] { root[find(Int(months[cell]))] = first }
        }
        return root.indices.count { root[$0] == $0 }
    }

    /// Takes the effects out of a column, so that what is left has weighted mean zero in each area and each month.
    ///
    /// Weights are above 0 and `totals` their sums; `tolerance` is what may remain in a month, relative to the column.
    /// - Throws: ``StatisticsError/notConverged(function:)``.
    func takeOut(
        of column: inout [Double],
        weights: [Double],
        totals: WeightTotals,
        tolerance: Double = 1e-13
    ) throws(StatisticsError) {
        let converged = column.withUnsafeMutableBufferPointer { column in
            weights.withUnsafeBufferPointer { weights in
                months.withUnsafeBufferPointer { months in
                    takeOutAreas(column, weights, totals)
                    return monthCount == 0 || takeOutMonths(column, weights, months, totals, tolerance)
                }
            }
        }
        guard converged else { throw .notConverged(function: "taking out areas and months") }
    }

    private func takeOutAreas(
        _ column: UnsafeMutableBufferPointer<Double>,
        _ weights: UnsafeBufferPointer<Double>,
        _ totals: WeightTotals
    ) {
        guard let weights = weights.baseAddress, let column = column.baseAddress else { return }
        for area in 0..<areaCount {
            let (start, count) = (starts[area], starts[area + 1] - starts[area])
            let mean = FastSums.product(weights + start, column + start, count) / totals.areas[area]
            for cell in start..<start + count { column[cell] -= mean }
        }
    }

    private func takeOutMonths(
        _ column: UnsafeMutableBufferPointer<Double>,
        _ weights: UnsafeBufferPointer<Double>,
        _ months: UnsafeBufferPointer<Int32>,
        _ totals: WeightTotals,
        _ tolerance: Double
    ) -> Bool {
        var residual = Array(repeating: 0.0, count: monthCount), size = 0.0
        if isFull {
            residual.withUnsafeMutableBufferPointer { residual in
                for start in starts.dropLast() {
                    for month in 0..<monthCount { residual[month] += weights[start + month] * column[start + month] }
                }
            }
            guard let weights = weights.baseAddress, let column = column.baseAddress else { return true }
            size = FastSums.sizeOfProduct(weights, column, cellCount)
        } else {
            for cell in 0..<cellCount {
                let value = weights[cell] * column[cell]
                residual[Int(months[cell])] += value
                size += abs(value)
            }
        }
        guard size > 0 else { return true }
        var levels = Array(repeating: 0.0, count: monthCount)
        var direction = residual.indices.map { residual[$0] / totals.months[$0] }
        var product = zip(residual, direction).reduce(0) { $0 + $1.0 * $1.1 }
        let goal = tolerance * size
        var passes = 0
        while residual.contains(where: { abs($0) > goal }), product > 0 {
            guard passes < 4 * monthCount + 50 else { return false }
            let image = within(direction, weights, months, totals)
            let curvature = zip(direction, image).reduce(0) { $0 + $1.0 * $1.1 }
            guard curvature > 0 else { break }
            let step = product / curvature
            for month in 0..<monthCount {
                levels[month] += step * direction[month]
                residual[month] -= step * image[month]
            }
            var next = 0.0
            for month in 0..<monthCount { next += residual[month] * residual[month] / totals.months[month] }
            for month in 0..<monthCount {
                direction[month] = residual[month] / totals.months[month] + next / product * direction[month]
            }
            product = next
            passes += 1
        }
        if isFull {
            levels.withUnsafeBufferPointer { levels in
                for start in starts.dropLast() {
                    for month in 0..<monthCount { column[start + month] -= levels[month] }
                }
            }
        } else {
            for cell in 0..<cellCount { column[cell] -= levels[Int(months[cell])] }
        }
        takeOutAreas(column, weights, totals)
        return true
    }

    /// One pass: the months' levels less their area means, summed by month with weights.
    private func within(
        _ levels: [Double],
        _ weights: UnsafeBufferPointer<Double>,
        _ months: UnsafeBufferPointer<Int32>,
        _ totals: WeightTotals
    ) -> [Double] {
        var image = Array(repeating: 0.0, count: monthCount)
        levels.withUnsafeBufferPointer { levels in
            image.withUnsafeMutableBufferPointer { image in
                for month in 0..<monthCount { image[month] = totals.months[month] * levels[month] }
                guard !isFull else { return subtractMeans(of: levels, weights, totals, from: image) }
                for area in 0..<areaCount {
                    var sum = 0.0
                    for cell in starts[area]..<starts[area + 1] { sum += weights[cell] * levels[Int(months[cell])] }
                    let mean = sum / totals.areas[area]
                    for cell in starts[area]..<starts[area + 1] { image[Int(months[cell])] -= weights[cell] * mean }
                }
            }
        }
        return image
    }

    /// What ``within(_:_:_:_:)`` subtracts, in a panel without gaps.
    private func subtractMeans(
        of levels: UnsafeBufferPointer<Double>,
        _ weights: UnsafeBufferPointer<Double>,
        _ totals: WeightTotals,
        from image: UnsafeMutableBufferPointer<Double>
    ) {
        guard let weights = weights.baseAddress, let levels = levels.baseAddress else { return }
        for area in 0..<areaCount {
            let own = weights + starts[area]
            let mean = FastSums.product(own, levels, monthCount) / totals.areas[area]
            for month in 0..<monthCount { image[month] -= own[month] * mean }
        }
    }

    /// The weights summed by area and by month.
    struct WeightTotals: Sendable {
        fileprivate(set) var areas: [Double]
        fileprivate(set) var months: [Double]
    }

    /// Sums values by area and by month.
    func totals(_ values: [Double]) -> WeightTotals {
        var totals = WeightTotals(
            areas: Array(repeating: 0, count: areaCount),
            months: Array(repeating: 0, count: monthCount)
        )
        values.withUnsafeBufferPointer { values in
            for area in 0..<areaCount {
                guard let values = values.baseAddress else { return }
                totals.areas[area] = FastSums.sum(values + starts[area], starts[area + 1] - starts[area])
            }
            guard monthCount > 0 else { return }
            guard !isFull else {
                totals.months.withUnsafeMutableBufferPointer { months in
                    for start in starts.dropLast() {
                        for month in 0..<monthCount { months[month] += values[start + month] }
                    }
                }
                return
            }
            for cell in 0..<cellCount { totals.months[Int(months[cell])] += values[cell] }
        }
        return totals
    }
}

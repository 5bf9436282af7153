/// Outcomes of areas in months, with what is counted over and what may explain them; gaps are simply not there.
public struct Panel: Hashable, Sendable {
    /// The area of each cell, any numbers.
    public let areas: [Int]
    /// The month of each cell, counted from any fixed month.
    public let months: [Int]
    /// The count, or the value of a linear model, of each cell.
    public let outcomes: [Double]
    /// The logarithm of what each cell is counted over.
    public let offsets: [Double]
    /// The names of the explaining columns.
    public private(set) var names: [String] = []
    /// The explaining columns, one value a cell.
    public private(set) var columns: [[Double]] = []

    /// A panel without explaining columns.
    ///
    /// - Parameters:
    ///   - areas: The area of each cell.
    ///   - months: The month of each cell.
    ///   - outcomes: The outcome of each cell.
    ///   - offsets: The logarithm of the exposure of each cell; nil for none. Linear models ignore it.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/notFinite``.
    public init(
        areas: [Int],
        months: [Int],
        outcomes: [Double],
        offsets: [Double]? = nil
    ) throws(StatisticsError) {
        let offsets = offsets ?? Array(repeating: 0, count: outcomes.count)
        for count in [areas.count, months.count, offsets.count] where count != outcomes.count {
            throw .unequalLengths(count, outcomes.count)
        }
        guard outcomes.allSatisfy(\.isFinite), offsets.allSatisfy(\.isFinite) else { throw .notFinite }
        (self.areas, self.months, self.outcomes, self.offsets) = (areas, months, outcomes, offsets)
    }

    /// Adds an explaining column.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/notFinite``.
    public mutating func append(_ name: String, _ values: [Double]) throws(StatisticsError) {
        guard values.count == outcomes.count else { throw .unequalLengths(values.count, outcomes.count) }
        guard values.allSatisfy(\.isFinite) else { throw .notFinite }
        names.append(name)
        columns.append(values)
    }

    /// The panel of the given cells, in that order.
    func selecting(_ cells: [Int]) -> Panel {
        var panel = self
        panel.replace(cells)
        return panel
    }

    /// The panel without one of its columns.
    func without(_ column: Int) -> Panel {
        var panel = self
        panel.names.remove(at: column)
        panel.columns.remove(at: column)
        return panel
    }

    private mutating func replace(_ cells: [Int]) {
        let kept = self
        self = Panel(
            areas: cells.map { kept.areas[$0] },
            months: cells.map { kept.months[$0] },
            outcomes: cells.map { kept.outcomes[$0] },
            offsets: cells.map { kept.offsets[$0] },
            names: kept.names,
            columns: kept.columns.map { column in cells.map { column[$0] } }
        )
    }

    private init(
        areas: [Int],
        months: [Int],
        outcomes: [Double],
        offsets: [Double],
        names: [String],
        columns: [[Double]]
    ) {
        (self.areas, self.months, self.outcomes) = (areas, months, outcomes)
        (self.offsets, self.names, self.columns) = (offsets, names, columns)
    }
}
